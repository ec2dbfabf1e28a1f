import { formatDay } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { sayDueDay } from '#platform/working-days.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { registry } from '#modules/people/index.ts'
import type { AbsentMember, WatchedAbsence } from './list-absent.ts'
import { absenceMessages, namesOfMonths } from './messages.ts'
import { absencePaths } from './paths.ts'
import { reportBy } from './rules.ts'

type AbsencePageProps = { frame: PageFrame; watched: readonly WatchedAbsence[]; refusal?: string | undefined }

/** Who stays away from sittings, how close the three months are, and what the secretary has to do. */
export function AbsencePage({ frame, watched, refusal }: AbsencePageProps) {
  const t = absenceMessages[frame.language]
  return (
    <WorkspacePage
      frame={frame}
      title={t.title}
      current={absencePaths.list}
      sections={frame.workspace ?? []}
      hasErrors={refusal !== undefined}
    >
      <h1>{t.title}</h1>
      <ErrorSummary form={{ values: {}, errors: {} }} refusal={refusal} />
      <p class="lead">{t.lead}</p>
      {watched.length === 0 ? <p>{t.notWatched}</p> : null}
      {watched.map((one) => (
        <OfBody key={one.body.id} frame={frame} watched={one} />
      ))}
    </WorkspacePage>
  )
}

function OfBody({ frame: { language }, watched }: { frame: PageFrame; watched: WatchedAbsence }) {
  const t = absenceMessages[language]
  const { body, rule, absent } = watched
  const name = readText(body.name, language).text
  return (
    <section class="stack-tight">
      <h2>{name}</h2>
      <p class="quiet small">
        {t.basis}: {rule.basis}
        {rule.unverified === true ? ` (${t.unverified})` : null}
      </p>
      {absent.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <DataTable
          caption={`${t.title}: ${name}`}
          hideCaption
          rows={absent}
          rowKey={(one) => one.personId}
          columns={[
            {
              key: 'person',
              label: t.person,
              rowHeader: true,
              cell: (one) =>
                one.slug === null ? one.name : <Link href={registry.pathOfPerson(one.slug)}>{one.name}</Link>,
            },
            {
              key: 'months',
              label: t.months,
              cell: (one) => {
                const months = one.fulfilled !== null && one.reportedOn === null ? one.fulfilled : one.running
                return months.length === 0
                  ? '–'
                  : `${t.monthsOf(months.length, rule.months)}: ${namesOfMonths(months, language)}`
              },
            },
            { key: 'state', label: t.state, cell: (one) => <State one={one} bodyId={body.id} language={language} /> },
          ]}
        />
      )}
    </section>
  )
}

type StateProps = { one: AbsentMember; bodyId: string; language: PageFrame['language'] }

function State({ one, bodyId, language }: StateProps) {
  const t = absenceMessages[language]
  const { fulfilled, reportedOn } = one
  if (fulfilled === null) {
    return one.isWarned ? <StatusTag tone="warning" label={t.warned} /> : <StatusTag tone="neutral" label={t.running} />
  }
  if (reportedOn !== null) return <StatusTag tone="info" label={t.reported(formatDay(reportedOn, language))} />
  return (
    <div class="stack-tight">
      <StatusTag tone="danger" label={t.fulfilled} />
      <p class="small">{t.due(sayDueDay(reportBy(fulfilled), language))}</p>
      <Form action={absencePaths.list}>
        <input type="hidden" name="body" value={bodyId} />
        <input type="hidden" name="person" value={one.personId} />
        <input type="hidden" name="month" value={fulfilled.at(-1)} />
        <Button variant="secondary" small>
          {t.report}
          <span class="visually-hidden">: {one.name}</span>
        </Button>
      </Form>
    </div>
  )
}
