import { hasRole, type Actor } from '#platform/context.ts'
import type { DatasetColumn } from '#platform/dataset.ts'

export function canManageKeys(actor: Actor): boolean {
  return hasRole(actor, 'administrator')
}

const jsonTypes = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  address: { type: 'string', format: 'uri' },
} as const satisfies Record<DatasetColumn['type'], object>

/** JSON Schema (2020-12) of one row. */
export function rowSchema(columns: readonly DatasetColumn[]): Record<string, unknown> {
  const properties = columns.map((column) => {
    const { type, ...rest } = jsonTypes[column.type] as { type: string; format?: string }
    const description = [column.title.et, column.unit, column.explanation?.et].filter(Boolean).join('; ')
    return [column.name, { type: column.mayBeEmpty === true ? [type, 'null'] : type, ...rest, description }] as const
  })
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: columns.map(({ name }) => name),
    additionalProperties: false,
  }
}

/** A value as it stands in files: instants in UTC, addresses whole. */
export function cellOf(
  value: string | number | boolean | Date | null | undefined,
  column: DatasetColumn,
  origin: string,
): string | number | boolean | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return column.type === 'address' && typeof value === 'string' && value.startsWith('/') ? origin + value : value
}
