/** Whatever JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * The one way to write a value (RFC 8785): members in the order of their names' UTF-16 units, no blanks, numbers and
 * text as ECMAScript writes them. What JSON cannot say is refused; members without a value are left out.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('no such number in JSON')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('a lone surrogate is no text')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonicalJson(one)).join(',')}]`
  const members = Object.entries(value as Record<string, Json | undefined>).filter(([, one]) => one !== undefined)
  const written = members
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${canonicalJson(name)}:${canonicalJson(one!)}`)
  return `{${written.join(',')}}`
}
