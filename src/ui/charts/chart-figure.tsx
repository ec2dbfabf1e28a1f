import type { ComponentChildren } from 'preact'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { useReader } from '#ui/reader.ts'

export type NumberTable = {
  /** What the first column names. */
  nameLabel?: string | undefined
  columns: readonly string[]
  rows: readonly { name: string; cells: readonly string[] }[]
}

export type ChartFigureProps = {
  title: string
  /** What the drawing shows, in a sentence: for those who see it and those who hear it. */
  description: string
  table: NumberTable
  children: ComponentChildren
}

/** Every chart: title, drawing, legend and, one press away, the same numbers as a table. */
export function ChartFigure({ title, description, table, children }: ChartFigureProps) {
  const { words } = useReader()
  return (
    <figure class="chart">
      <figcaption>
        <span class="chart-title">{title}</span>
        <span class="quiet small">{description}</span>
      </figcaption>
      {children}
      <Disclosure label={words.sameInTable}>
        <NumbersTable title={title} table={table} />
      </Disclosure>
    </figure>
  )
}

function NumbersTable({ title, table }: { title: string; table: NumberTable }) {
  const { words } = useReader()
  type Row = NumberTable['rows'][number]
  const nameColumn = {
    key: 'name',
    label: table.nameLabel ?? words.whatIsMeasured,
    rowHeader: true,
    cell: (row: Row) => row.name,
  }
  const numberColumns = table.columns.map((label, index) => ({
    key: label,
    label,
    numeric: true,
    cell: (row: Row) => row.cells[index] ?? '–',
  }))
  return (
    <DataTable
      caption={title}
      hideCaption
      columns={[nameColumn, ...numberColumns]}
      rows={table.rows}
      rowKey={(row) => row.name}
    />
  )
}
