import { formatMonth } from '#platform/format.ts'
import { Link } from '#ui/link.tsx'
import { Mark } from '#ui/mark.tsx'
import { monthTones, type MonthMark } from '#ui/month-mark.ts'
import { useReader } from '#ui/reader.ts'

export type MonthGridProps = {
  caption: string
  rowLabel: string
  /** `YYYY-MM`, oldest first. */
  months: readonly string[]
  currentMonth?: string
  /** `marks` follow `months`. */
  rows: readonly { key: string; label: string; href?: string; marks: readonly MonthMark[] }[]
}

const gridMarks: readonly MonthMark[] = ['kept', 'due', 'missed', 'none']

/** A phone shows the months around this one, and nothing has to be scrolled sideways. */
const [nearBack, nearAhead] = [2, 4]

/** Months across, promises down: a real table, each cell a mark with its word. */
export function MonthGrid({ caption, rowLabel, months, currentMonth, rows }: MonthGridProps) {
  const { language, words } = useReader()
  const current = currentMonth === undefined ? -1 : months.indexOf(currentMonth)
  const far = (at: number) =>
    current === -1 || (at >= current - nearBack && at <= current + nearAhead) ? undefined : 'far'
  return (
    <div class="stack-tight">
      <section
        class="table-scroll"
        aria-label={`${words.table}: ${caption}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
        tabindex={0}
      >
        <table class="month-grid">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowLabel}</th>
              {months.map((month, at) => (
                <th key={month} scope="col" class={far(at)} aria-current={month === currentMonth ? 'date' : undefined}>
                  <span aria-hidden="true">
                    {month.slice(5, 7)}.<wbr />
                    {month.slice(2, 4)}
                  </span>
                  <span class="visually-hidden">
                    {formatMonth(month, language)}
                    {month === currentMonth ? `, ${words.thisMonth}` : ''}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <GridRow key={row.key} row={row} months={months} far={far} />
            ))}
          </tbody>
        </table>
      </section>
      {current === -1 ? null : <p class="quiet small narrow-only">{words.nearMonths(nearBack, nearAhead)}</p>}
      <ul class="legend" aria-label={words.meaningOfMarks}>
        {gridMarks.map((mark) => (
          <li key={mark}>
            <Mark tone={monthTones[mark]} />
            {words[mark]}
          </li>
        ))}
      </ul>
    </div>
  )
}

type GridRowProps = Pick<MonthGridProps, 'months'> & {
  row: MonthGridProps['rows'][number]
  far: (at: number) => string | undefined
}

function GridRow({ row, months, far }: GridRowProps) {
  const { words } = useReader()
  return (
    <tr>
      <th scope="row">{row.href === undefined ? row.label : <Link href={row.href}>{row.label}</Link>}</th>
      {months.map((month, index) => {
        const mark = row.marks[index] ?? 'none'
        return (
          <td key={month} class={far(index)}>
            <Mark tone={monthTones[mark]} />
            <span class="visually-hidden">{words[mark]}</span>
          </td>
        )
      })}
    </tr>
  )
}
