import type { LocalDate } from '#platform/format.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { Sparkline } from '#ui/sparkline.tsx'
import { planPageMessages } from '../messages/page-plan.ts'
import { planPaths } from '../paths.ts'
import type { JudgedCommitment } from '../read-plan.ts'
import { LastEvidenceLine, Nothing, Parties, Standing } from './commitment-parts.tsx'
import { monthMarks, monthsAround } from './month-marks.ts'

type CommitmentTableProps = {
  caption: string
  commitments: readonly JudgedCommitment[]
  today: LocalDate
}

/** One row for each promise: how it stands, who answers for it, what is next and what proved it last. */
export function CommitmentTable({ caption, commitments, today }: CommitmentTableProps) {
  const { language } = useReader()
  const t = planPageMessages[language]
  const year = monthsAround(today, 11, 0)
  const columns: readonly Column<JudgedCommitment>[] = [
    {
      key: 'commitment',
      label: t.commitment,
      rowHeader: true,
      cell: ({ number, name }) => (
        <>
          <span class="quiet">{number}</span>{' '}
          <Link href={planPaths.commitment(number)}>
            <LocalTextView text={name} inline />
          </Link>
        </>
      ),
    },
    { key: 'status', label: t.status, cell: ({ judged }) => <Standing judged={judged} /> },
    { key: 'owners', label: t.owners, cell: ({ parties }) => <Parties parties={parties} /> },
    {
      key: 'due',
      label: t.nextDue,
      cell: ({ judged }) =>
        judged.nextDue === undefined ? (
          <Nothing />
        ) : (
          <span class="nowrap">
            <Day day={judged.nextDue} />
          </span>
        ),
    },
    {
      key: 'evidence',
      label: t.lastEvidence,
      cell: ({ lastEvidence }) => <LastEvidenceLine evidence={lastEvidence} today={today} />,
    },
    {
      key: 'year',
      label: t.year,
      cell: (one) => <Sparkline label={one.number} months={monthMarks(one, year, today)} />,
    },
  ]
  return (
    <div class="commitment-table">
      <DataTable caption={caption} hideCaption columns={columns} rows={commitments} rowKey={({ id }) => id} />
    </div>
  )
}
