/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/prefer-tag-over-role --
   browsers forget that it is a table once style sheets lay its rows out as blocks; the roles remind them */
import type { ComponentChildren } from 'preact'
import { Icon } from '#ui/icons.tsx'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ComponentChildren
  align?: 'start' | 'center' | 'end'
  /** Numbers stand at the end and never break. */
  numeric?: boolean
  /** The cell that names the row. */
  rowHeader?: boolean
  /** `direction` is how the rows stand now, null when they are not sorted by this column. */
  sort?: { href: string; direction: 'ascending' | 'descending' | null }
}

export type DataTableProps<Row> = {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** On phones rows become blocks with labels; `false` keeps the grid and scrolls sideways. */
  stacked?: boolean
  empty?: ComponentChildren
}

function cellClass<Row>({ align, numeric }: Column<Row>): string | undefined {
  const side = align ?? (numeric === true ? 'end' : 'start')
  const classes = [side === 'start' ? '' : side, numeric === true ? 'numeric' : ''].filter((name) => name !== '')
  return classes.length === 0 ? undefined : classes.join(' ')
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, stacked = true, empty } = props
  const { words } = useReader()
  return (
    <section
      class={stacked ? 'data-table table-scroll stacked' : 'data-table table-scroll'}
      aria-label={`${words.table}: ${caption}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
      tabindex={0}
    >
      <table role="table">
        <caption class={hideCaption === true ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr role="row">
              <td role="cell" colspan={columns.length}>
                {empty ?? words.noRows}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  return column.rowHeader === true ? (
    <th role="rowheader" scope="row" class={cellClass(column)}>
      {content}
    </th>
  ) : (
    <td role="cell" class={cellClass(column)} data-label={column.label}>
      <span>{content}</span>
    </td>
  )
}

function ColumnHeader<Row>({ column }: { column: Column<Row> }) {
  const { words } = useReader()
  const { label, sort } = column
  if (sort === undefined) {
    return (
      <th role="columnheader" scope="col" class={cellClass(column)}>
        {label}
      </th>
    )
  }
  const sorted = { ascending: words.sortedUp, descending: words.sortedDown }
  return (
    <th role="columnheader" scope="col" class={cellClass(column)} aria-sort={sort.direction ?? undefined}>
      <Link href={sort.href}>
        {label}
        {sort.direction === null ? null : (
          <>
            <span class="visually-hidden">, {sorted[sort.direction]}</span>
            <Icon name="down" turned={sort.direction === 'ascending' ? 'up' : undefined} />
          </>
        )}
      </Link>
    </th>
  )
}
