/** Tells spreadsheets that the letters are UTF-8. */
export const csvMark = '\uFEFF'

/** One line of CSV (RFC 4180). */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

/** Rows with their names as the first line. */
export function toCsv(rows: readonly Record<string, unknown>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return csvMark + csvLine(names) + rows.map((row) => csvLine(names.map((name) => row[name]))).join('')
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const plain =
    value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value)
  // A spreadsheet would run it as a formula.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
