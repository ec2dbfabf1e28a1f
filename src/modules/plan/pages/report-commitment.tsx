import { AttachmentList } from '#modules/files/index.ts'
import { readText } from '#platform/language.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { sayPeriod } from '../messages/calendar-period.ts'
import { sentence } from '../messages/calendar-words.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { reportMessages } from '../messages/report.ts'
import { sayKeys, saySource } from '../messages/report-phrases.ts'
import { sayDuty } from '../messages/schedule.ts'
import { sayReason } from '../messages/status.ts'
import { planPaths } from '../paths.ts'
import type { CommitmentOfYear, DutyOfYear, EvidenceOfYear } from '../report-of-year.ts'
import { EvidenceTitle, Parties, Standing } from './commitment-parts.tsx'
import { ScheduleTable } from './schedules.tsx'
import type { EvidenceSources } from './what-pages-take.ts'

type CommitmentInReportProps = { commitment: CommitmentOfYear; sources: EvidenceSources }

/** One promise within a year: what it owed, what was done, how we know and what those responsible say. */
export function CommitmentInReport({ commitment, sources }: CommitmentInReportProps) {
  const { language } = useReader()
  const t = reportMessages[language]
  const c = commitmentPageMessages[language]
  const { number, name, text, deadlineAsWritten, parties, judged, duties, evidence, further, narratives } = commitment
  return (
    <section class="stack" id={`l-${number.replace('.', '-')}`}>
      <h3>
        {number}{' '}
        <Link href={planPaths.commitment(number)}>
          <LocalTextView text={name} inline />
        </Link>
      </h3>
      <LocalTextView text={text} />
      <DefinitionList
        definitions={[
          { term: t.standing, definition: <Standing judged={judged} /> },
          { term: c.owners, definition: <Parties parties={parties} /> },
          {
            term: c.deadline,
            definition: <span lang={language === 'et' ? undefined : 'et'}>{deadlineAsWritten}</span>,
          },
        ]}
      />
      {duties.length === 0 ? <p class="quiet">{t.noDuty}</p> : null}
      {duties.map((duty) => (
        <DutyInReport key={duty.id} number={number} duty={duty} sources={sources} />
      ))}
      {evidence.length === 0 ? (
        <p class="quiet">{t.noEvidence}</p>
      ) : (
        <EvidenceTable number={number} evidence={evidence} sources={sources} />
      )}
      {further === 0 ? null : <p class="quiet small">{t.further(further)}</p>}
      {narratives.map(({ period, text: words, authorPost }) => (
        <section key={period} class="stack-tight">
          <h4>{t.narrative(sayPeriod(period, language))}</h4>
          <LocalTextView text={words} />
          <p class="quiet small">{t.writtenBy(readText(authorPost, language).text)}</p>
        </section>
      ))}
    </section>
  )
}

type DutyProps = { number: string; duty: DutyOfYear; sources: EvidenceSources }

function DutyInReport({ number, duty, sources }: DutyProps) {
  const { language } = useReader()
  const t = reportMessages[language]
  const c = commitmentPageMessages[language]
  const rule = sayDuty(duty.duty, language)
  const { occurrences, unmeasured } = duty
  return (
    <>
      <DefinitionList
        definitions={[
          { term: c.rule, definition: sentence(rule) },
          { term: c.counted, definition: sayKeys(duty.keys, language, sources) },
          {
            term: t.times,
            definition: `${occurrences.length === 0 ? t.nothingOwed : t.tally(duty)}${unmeasured === 0 ? '' : ` ${t.unmeasured(unmeasured)}`}`,
          },
          { term: c.arithmetic, definition: sayReason(duty.judged.reason, language) },
        ]}
      />
      {occurrences.length === 0 ? null : <ScheduleTable caption={`${number}: ${rule}`} occurrences={occurrences} />}
    </>
  )
}

type EvidenceTableProps = { number: string; evidence: readonly EvidenceOfYear[]; sources: EvidenceSources }

function EvidenceTable({ number, evidence, sources }: EvidenceTableProps) {
  const { language } = useReader()
  const c = commitmentPageMessages[language]
  const columns: readonly Column<EvidenceOfYear>[] = [
    {
      key: 'what',
      label: c.what,
      rowHeader: true,
      cell: ({ title, path, vouchedBy }) => (
        <>
          <EvidenceTitle title={title} path={path} />
          <AttachmentList files={vouchedBy?.files ?? []} plain />
        </>
      ),
    },
    { key: 'day', label: c.day, cell: ({ on }) => <Day day={on} /> },
    {
      key: 'source',
      label: c.source,
      cell: (one) => <span class="quiet">{saySource(one, language, sources)}</span>,
    },
  ]
  return (
    <DataTable
      caption={reportMessages[language].evidenceOf(number)}
      columns={columns}
      rows={evidence}
      rowKey={(one) => evidence.indexOf(one).toString()}
    />
  )
}
