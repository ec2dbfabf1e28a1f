export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Something of an archive is not what its form says; `where` names the place. */
export class Malformed extends Error {
  readonly where: string
  constructor(where: string) {
    super(`malformed: ${where}`)
    this.where = where
  }
}

export function parseJson(text: string, where: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new Malformed(where)
  }
}

/** An object with exactly these keys, and perhaps the optional ones. */
export function objectOf<K extends string, O extends string = never>(
  value: Json | undefined,
  where: string,
  keys: readonly K[],
  optional: readonly O[] = [],
): Record<K, Json> & Partial<Record<O, Json>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(where)
  const names = Object.keys(value)
  const known = new Set<string>([...keys, ...optional])
  if (keys.some((key) => !names.includes(key)) || names.some((name) => !known.has(name))) throw new Malformed(where)
  return value as Record<K, Json> & Partial<Record<O, Json>>
}

export function listOf(value: Json | undefined, where: string, length?: number): Json[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) throw new Malformed(where)
  return value
}

export function textOf(value: Json | undefined, where: string): string {
  if (typeof value !== 'string') throw new Malformed(where)
  return value
}

/** A whole number from 0 to `most`, as a JSON number. */
export function wholeOf(value: Json | undefined, where: string, most = 1_000_000): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) throw new Malformed(where)
  return value
}

const decimal = /^(?:0|[1-9][0-9]*)$/
/** No number of the group is longer. */
const mostDigits = 620

/** A number in a string: no sign, no leading zero, nothing else. */
export function numberOf(value: Json | undefined, where: string): bigint {
  if (typeof value !== 'string' || value.length > mostDigits || !decimal.test(value)) throw new Malformed(where)
  return BigInt(value)
}

const largestPlain = 1_073_741_823

/** A weight or a count: a JSON number, and a string only above 2^30 - 1. */
export function countOf(value: Json | undefined, where: string): bigint {
  if (typeof value === 'number') return BigInt(wholeOf(value, where, largestPlain))
  const count = numberOf(value, where)
  if (count <= BigInt(largestPlain)) throw new Malformed(where)
  return count
}
