import type { VNode } from 'preact'
import { formatNumber, type LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { nameOfSettlement, placePaths, SettlementMap, type Settlement } from '#modules/places/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { Stat } from '#ui/stat.tsx'
import { publicMessages } from '../messages/public.ts'
import { peoplePaths } from '../paths.ts'
import type { SettlementBody } from '../queries/bodies.ts'
import { ageGroups, fewestShown, hideSmall, type AgeGroup } from '../rules.ts'
import { PersonName } from './person-name.tsx'

type SettlementPageProps = {
  frame: PageFrame
  settlement: Settlement
  settlements: readonly Settlement[]
  bodies: readonly SettlementBody[]
  counts: Record<AgeGroup, number>
  asOf: LocalDate | null
  /** What other modules say of the settlement. */
  sections: readonly VNode[]
}

export function SettlementPage(props: SettlementPageProps) {
  const { frame, settlement, settlements, bodies, sections } = props
  const { language } = frame
  const t = publicMessages[language]
  const name = nameOfSettlement(settlement, language)
  const elders = bodies.flatMap((body) => body.elders)
  const neighbours = settlements.filter((one) => settlement.neighbours.includes(one.ehak))
  return (
    <PublicPage frame={frame} title={name} current="life" wide>
      <Breadcrumbs links={[{ label: t.settlements, path: placePaths.list }]} />
      <h1>{name}</h1>
      <div class="with-aside">
        <div class="stack">
          <SettlementMap settlements={settlements} ehak={settlement.ehak} />
          <ResidentFigures {...props} />
          {sections}
        </div>
        <aside class="stack">
          <DefinitionList
            definitions={[
              { term: 'EHAK', definition: settlement.ehak },
              {
                term: t.area,
                definition: `${formatNumber(Math.round(settlement.areaM2 / 10_000) / 100, language)} km²`,
              },
              {
                term: t.neighbours,
                definition: (
                  <ul class="plain-list">
                    {neighbours.map((one) => (
                      <li key={one.ehak}>
                        <Link href={placePaths.show(one.ehak)}>{nameOfSettlement(one, language)}</Link>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <section class="stack-tight">
            <h2>{t.elder}</h2>
            {elders.length === 0 ? <p class="quiet">{t.noElder}</p> : null}
            {elders.map((elder) => (
              <PersonName key={elder.slug} person={elder} note={readText(elder.title, language).text} />
            ))}
          </section>
          <section class="stack-tight">
            <h2>{t.localBodies}</h2>
            {bodies.length === 0 ? <p class="quiet">{t.noLocalBodies}</p> : <LocalBodies bodies={bodies} />}
          </section>
        </aside>
      </div>
    </PublicPage>
  )
}

function LocalBodies({ bodies }: { bodies: readonly SettlementBody[] }) {
  return (
    <ul class="plain-list ruled">
      {bodies.map((body) => (
        <li key={body.slug}>
          <Link href={peoplePaths.body(body.slug)}>
            <LocalTextView text={body.name} inline />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function ResidentFigures({ frame, counts, asOf }: SettlementPageProps) {
  const { language } = frame
  const t = publicMessages[language]
  if (asOf === null) return <p class="quiet">{t.noResidentFigures}</p>
  const all = ageGroups.map(({ key }) => counts[key])
  const total = all.reduce((sum, count) => sum + count, 0)
  if (total < fewestShown) return <Stat number={t.underFive} label={t.residents} asOf={asOf} />
  const shown = hideSmall(all)
  const rows = ageGroups.map(({ key }, index) => ({ key, count: shown[index] ?? null }))
  return (
    <section class="stack-tight">
      <Stat number={formatNumber(total, language)} label={t.residents} asOf={asOf} />
      <DataTable
        caption={t.residentsByAge}
        columns={[
          { key: 'age', label: t.ageGroup, rowHeader: true, cell: ({ key }) => t.ageGroups[key] },
          {
            key: 'count',
            label: t.residents,
            numeric: true,
            cell: ({ count }) => (count === null ? t.hidden : formatNumber(count, language)),
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {shown.includes(null) ? <p class="quiet small">{t.hiddenNote}</p> : null}
    </section>
  )
}
