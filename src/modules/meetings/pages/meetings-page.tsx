import { readText } from '#platform/language.ts'
import type { registry } from '#modules/people/index.ts'
import { SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { DownloadLink } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { publicMessages } from '../messages/public.ts'
import { meetingPaths, meetingsAddress } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { seriesMessages } from '../series/messages.ts'
import { MeetingLines, PlannedDays } from './meeting-parts.tsx'

export type MeetingsPageProps = {
  frame: PageFrame
  bodies: readonly registry.BodyChoice[]
  /** Slug of the chosen body; empty for all. */
  body: string
  coming: readonly Meeting[]
  /** Of which the day is known, and no agenda yet. */
  planned: readonly Meeting[]
  past: readonly Meeting[]
  /** Where older ones go on; null when these are all. */
  older: string | null
}

/** All announced meetings: those to come, then those that were. */
export function MeetingsPage({ frame, bodies, body, coming, planned, past, older }: MeetingsPageProps) {
  const { language, now } = frame
  const t = publicMessages[language]
  const chosen = bodies.find(({ slug }) => slug === body)
  const name = chosen === undefined ? '' : readText(chosen.name, language).text
  return (
    <PublicPage frame={frame} title={t.title} current="decisions" feedPath={meetingPaths.feed} description={t.lead}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <FilterBar
        action={meetingPaths.list}
        clearHref={meetingPaths.list}
        count={coming.length + planned.length + past.length}
        active={chosen === undefined ? [] : [{ label: `${t.body}: ${name}`, removeHref: meetingPaths.list }]}
      >
        <SelectField
          form={{ values: { kogu: body }, errors: {} }}
          name="kogu"
          label={t.body}
          optional
          emptyLabel={t.all}
          options={bodies.map((one) => ({ value: one.slug, label: readText(one.name, language).text }))}
        />
      </FilterBar>
      <section class="stack-tight">
        <h2>{t.coming}</h2>
        {coming.length === 0 ? <p class="quiet">{t.noneComing}</p> : <MeetingLines meetings={coming} now={now} />}
      </section>
      {planned.length === 0 ? null : (
        <section class="stack-tight" id="kavandatud">
          <h2>{seriesMessages[language].planned}</h2>
          <p class="quiet">{seriesMessages[language].plannedLead}</p>
          <PlannedDays meetings={planned} />
        </section>
      )}
      {past.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.past}</h2>
          <MeetingLines meetings={past} now={now} />
          <KeysetPager olderHref={older === null ? undefined : meetingsAddress({ kogu: body, enne: older })} />
        </section>
      )}
      <p class="no-print">
        <DownloadLink href={meetingsAddress({ kogu: body }, meetingPaths.calendar)} label={t.calendar} />
      </p>
      <FollowBox path={meetingPaths.list} />
    </PublicPage>
  )
}
