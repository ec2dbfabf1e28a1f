import type { Condition, Definition, Field, Option } from './definition.ts'
import { isSameJson } from './same-json.ts'

/** The definition with a question added at its end, or with the one of the same code replaced. */
export function withField({ fields }: Definition, field: Field): Definition {
  const isKnown = fields.some(({ code }) => code === field.code)
  return { fields: isKnown ? fields.map((one) => (one.code === field.code ? field : one)) : [...fields, field] }
}

export function withoutField({ fields }: Definition, code: string): Definition {
  return { fields: fields.filter((field) => field.code !== code) }
}

/** One place up (−1) or down (1); at the end of the form it stays where it is. */
export function withMoved({ fields }: Definition, code: string, by: -1 | 1): Definition {
  const from = fields.findIndex((field) => field.code === code)
  const field = fields[from]
  const other = fields[from + by]
  if (field === undefined || other === undefined) return { fields }
  const moved = [...fields]
  moved[from] = other
  moved[from + by] = field
  return { fields: moved }
}

const letters: Record<string, string> = { š: 's', ž: 'z', õ: 'o', ä: 'a', ö: 'o', ü: 'u' }

/** A code made of words, unlike the ones that are taken. */
export function codeFor(words: string, taken: readonly string[], otherwise: string): string {
  const plain = words
    .toLowerCase()
    .replaceAll(/[šžõäöü]/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 30)
    .replaceAll(/^[-\d]+|-+$/gu, '')
  const base = plain === '' ? otherwise : plain
  if (!taken.includes(base)) return base
  for (let number = 2; ; number += 1) if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`
}

/** Options in the order of their numbers; those without a number stand where they stood. */
export function inOrder(options: readonly (Option & { place: number })[]): Option[] {
  return options
    .map((option, index) => ({ option, index }))
    .toSorted((a, b) => a.option.place - b.option.place || a.index - b.index)
    .map(({ option: { place: _place, ...option } }) => option)
}

export const rowOperators = ['is', 'isNot', 'answered', 'unanswered', 'atLeast', 'atMost'] as const
export type RowOperator = (typeof rowOperators)[number]
/** One line of the builder of conditions; `value` is the code of an option or a number. */
export type ConditionRow = { field: string; operator: RowOperator; value: string }
export type ConditionRows = { mode: 'all' | 'any'; rows: ConditionRow[] }

/** As many lines as the page of a question reads. */
export const mostConditionRows = 10

/** A condition as lines of plain selects; null for one that lines cannot hold, which only words can show. */
export function rowsOf(condition: Condition | undefined): ConditionRows | null {
  if (condition === undefined) return { mode: 'all', rows: [] }
  const mode = 'any' in condition ? 'any' : 'all'
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition]
  const rows: ConditionRow[] = []
  for (const part of parts) {
    if ('all' in part || 'any' in part) return null
    rows.push(...simpleRows(part))
  }
  if (rows.length > mostConditionRows) return null
  // What comes back must say the same.
  return isSameJson(conditionOf({ mode, rows }), simplified(condition)) ? { mode, rows } : null
}

type Simple = Exclude<Condition, { all: readonly Condition[] } | { any: readonly Condition[] }>

function simpleRows(condition: Simple): ConditionRow[] {
  const { field } = condition
  if ('is' in condition) return condition.is.map((value) => ({ field, operator: 'is', value }))
  if ('isNot' in condition) return condition.isNot.map((value) => ({ field, operator: 'isNot', value }))
  if ('answered' in condition) return [{ field, operator: condition.answered ? 'answered' : 'unanswered', value: '' }]
  const { atLeast, atMost } = condition
  return [
    ...(atLeast === undefined ? [] : [{ field, operator: 'atLeast' as const, value: String(atLeast) }]),
    ...(atMost === undefined ? [] : [{ field, operator: 'atMost' as const, value: String(atMost) }]),
  ]
}

function simplified(condition: Condition): Condition {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : condition
}

/** Lines about one question become one part: „is“ any of these, „is not“ none of these, between these bounds. */
export function conditionOf({ mode, rows }: ConditionRows): Condition | undefined {
  const parts: Simple[] = []
  for (const { field, operator, value } of rows) {
    const known = parts.findIndex((part) => part.field === field && kindOf(part) === kindOfOperator(operator, mode))
    const before = known === -1 ? undefined : parts[known]
    const part = joined(before, field, operator, value)
    if (known === -1) parts.push(part)
    else parts[known] = part
  }
  const [only] = parts
  return parts.length < 2 ? only : mode === 'all' ? { all: parts } : { any: parts }
}

type PartKind = 'is' | 'isNot' | 'answered' | 'bounds' | 'alone'

function kindOf(part: Simple): PartKind {
  if ('is' in part) return 'is'
  if ('isNot' in part) return 'isNot'
  return 'answered' in part ? 'answered' : 'bounds'
}

/** Bounds join where both must hold; „at least 5 or at most 2“ are two parts. */
function kindOfOperator(operator: RowOperator, mode: 'all' | 'any'): PartKind {
  if (operator === 'is' || operator === 'isNot') return operator
  if (operator === 'answered' || operator === 'unanswered') return 'alone'
  return mode === 'all' ? 'bounds' : 'alone'
}

function joined(before: Simple | undefined, field: string, operator: RowOperator, value: string): Simple {
  switch (operator) {
    case 'is':
      return { field, is: [...(before !== undefined && 'is' in before ? before.is : []), value] }
    case 'isNot':
      return { field, isNot: [...(before !== undefined && 'isNot' in before ? before.isNot : []), value] }
    case 'answered':
    case 'unanswered':
      return { field, answered: operator === 'answered' }
    default: {
      const bounds = before !== undefined && ('atLeast' in before || 'atMost' in before) ? before : {}
      return { ...bounds, field, [operator]: Number(value) }
    }
  }
}
