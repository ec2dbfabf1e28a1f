import { DataTable, type Column } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'
import type { Occurrence, OccurrenceState } from '../fulfilment.ts'
import { spanName } from '../messages/calendar-words.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { sayDuty } from '../messages/schedule.ts'
import { statusMessages } from '../messages/status.ts'
import type { JudgedCommitment } from '../read-plan.ts'

const occurrenceTones: Record<OccurrenceState, Tone> = {
  kept: 'success',
  missed: 'danger',
  open: 'warning',
  'before-measuring': 'neutral',
}

/** Each stretch for which something was owed: kept, missed, open, or before anything was measured. */
export function Schedules({ commitment }: { commitment: JudgedCommitment }) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  const tables = commitment.bindings.flatMap((binding, at) => {
    const { occurrences } = commitment.judgements[at]!
    const judged = occurrences.filter(({ met }) => met !== 'before-measuring')
    return occurrences.length === 0
      ? []
      : [{ binding, occurrences: judged.toReversed(), unmeasured: occurrences.length - judged.length }]
  })
  if (tables.length === 0) return null
  return (
    <section class="stack" id="graafik">
      <h2>{t.schedule}</h2>
      {tables.map(({ binding, occurrences, unmeasured }) => (
        <Disclosure key={binding.id} label={capital(sayDuty(binding.duty, language))} open={hasNews(occurrences)}>
          {occurrences.length === 0 ? null : (
            <ScheduleTable caption={t.scheduleFor(sayDuty(binding.duty, language))} occurrences={occurrences} />
          )}
          {unmeasured === 0 ? null : <p class="quiet small">{t.notMeasuredThen(unmeasured)}</p>}
        </Disclosure>
      ))}
    </section>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function hasNews(occurrences: readonly Occurrence[]): boolean {
  return occurrences.some(({ met }) => met === 'kept' || met === 'missed')
}

export function ScheduleTable({ caption, occurrences }: { caption: string; occurrences: readonly Occurrence[] }) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  const s = statusMessages[language]
  const columns: readonly Column<Occurrence>[] = [
    { key: 'period', label: t.period, rowHeader: true, cell: (one) => spanName(one, language) },
    { key: 'due', label: t.due, cell: ({ due }) => <Day day={due} /> },
    {
      key: 'result',
      label: t.result,
      cell: ({ met, vouched }) => (
        <span class="standing">
          <StatusTag tone={occurrenceTones[met]} label={s.occurrences[met]} />{' '}
          {vouched && met === 'kept' ? <small class="quiet">{s.vouched}</small> : null}
        </span>
      ),
    },
    { key: 'owed', label: t.owed, numeric: true, cell: ({ owed }) => owed },
    { key: 'done', label: t.done, numeric: true, cell: ({ counted }) => counted },
  ]
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={occurrences}
      rowKey={({ start, due }) => `${start}${due}`}
    />
  )
}
