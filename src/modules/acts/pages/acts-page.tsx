import { formatDay } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { DownloadLink, Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { nameMessages } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { actPaths, actsAddress } from '../paths.ts'
import type { ActFilter } from '../queries/list-acts.ts'
import { actKinds, actStates } from '../rules.ts'
import type { SeenAct } from '../seen-act.ts'
import { ActLines } from './act-parts.tsx'
import type { LocalText } from '#platform/language.ts'

/** What narrows the list, by the names that it has in the address. */
export type Chosen = { kogu: string; liik: string; aasta: string; seis: string; otsi: string }

export type ActsPageProps = {
  frame: PageFrame
  acts: readonly SeenAct[]
  chosen: Chosen
  choices: { bodies: readonly { slug: string; name: LocalText }[]; years: readonly string[] }
  /** Where older ones go on; null when these are all. */
  older: string | null
}

/** All acts by the day of their adoption, the newest first. */
export function ActsPage({ frame, acts, chosen, choices, older }: ActsPageProps) {
  const { language } = frame
  const t = publicMessages[language]
  const active = activeOf(chosen, choices, language)
  const form = { values: { ...chosen }, errors: {} }
  const days = [...Map.groupBy(acts, ({ adoptedOn }) => adoptedOn)]
  return (
    <PublicPage frame={frame} title={t.title} current="decisions" feedPath={actPaths.feed} description={t.lead}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <FilterBar action={actPaths.list} clearHref={actPaths.list} count={acts.length} active={active}>
        <TextField form={form} name="otsi" type="search" label={t.words} maxlength={100} optional />
        <SelectField
          form={form}
          name="kogu"
          label={t.body}
          optional
          emptyLabel={t.all}
          options={choices.bodies.map(({ slug, name }) => ({ value: slug, label: readText(name, language).text }))}
        />
        <SelectField
          form={form}
          name="liik"
          label={t.kind}
          optional
          emptyLabel={t.all}
          options={actKinds.map((kind) => ({ value: kind, label: nameMessages[language].kindTitles[kind] }))}
        />
        <SelectField
          form={form}
          name="aasta"
          label={t.year}
          optional
          emptyLabel={t.all}
          options={choices.years.map((year) => ({ value: year, label: year }))}
        />
        <SelectField
          form={form}
          name="seis"
          label={t.state}
          optional
          emptyLabel={t.all}
          options={actStates.map((state) => ({ value: state, label: nameMessages[language].states[state] }))}
        />
      </FilterBar>
      {days.length === 0 ? (
        <EmptyState title={active.length === 0 ? t.noneYet : t.none} />
      ) : (
        days.map(([day, its]) => (
          <section key={day} class="stack-tight">
            <h2>{formatDay(day, language)}</h2>
            <ActLines acts={its} />
          </section>
        ))
      )}
      <KeysetPager olderHref={older === null ? undefined : actsAddress({ ...chosen, enne: older })} />
      <p class="row no-print">
        <DownloadLink href={actPaths.deadlines} label={t.calendar} />
        <Link href="/andmed/acts">{t.data}</Link>
      </p>
      <FollowBox path={actPaths.list} />
    </PublicPage>
  )
}

function activeOf(chosen: Chosen, { bodies }: ActsPageProps['choices'], language: Language) {
  const t = publicMessages[language]
  const names = nameMessages[language]
  const body = bodies.find(({ slug }) => slug === chosen.kogu)
  const said: Record<keyof Chosen, string> = {
    otsi: chosen.otsi === '' ? '' : `„${chosen.otsi}”`,
    kogu: body === undefined ? '' : `${t.body}: ${readText(body.name, language).text}`,
    liik:
      chosen.liik === ''
        ? ''
        : `${t.kind}: ${names.kinds[chosen.liik as ActFilter['kind'] & keyof typeof names.kinds]}`,
    aasta: chosen.aasta === '' ? '' : `${t.year}: ${chosen.aasta}`,
    seis: chosen.seis === '' ? '' : `${t.state}: ${names.states[chosen.seis as keyof typeof names.states]}`,
  }
  return (Object.keys(said) as (keyof Chosen)[])
    .filter((name) => said[name] !== '')
    .map((name) => ({ label: said[name], removeHref: actsAddress({ ...chosen, [name]: '' }) }))
}
