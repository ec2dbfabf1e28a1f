/** GeoReport's documents as one value that is written as XML and, by the Spark convention, as JSON. */
export type Field = string | null | Listed
export type Fields = readonly (readonly [name: string, value: Field])[]
export type Listed = { item: string; of: readonly (Fields | string)[] }
export type SparkDocument = { root: string } & ({ item: string; of: readonly Fields[] } | { fields: Fields })

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  // Control characters may not stand in XML at all, not even escaped.
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign]!)
}

function xmlOf(name: string, value: Field): string {
  if (value === null || value === '') return `<${name}/>`
  if (typeof value === 'string') return `<${name}>${escape(value)}</${name}>`
  return `<${name}>${value.of.map((one) => itemXml(value.item, one)).join('')}</${name}>`
}

function itemXml(name: string, item: Fields | string): string {
  if (typeof item === 'string') return xmlOf(name, item)
  return `<${name}>${item.map(([field, value]) => xmlOf(field, value)).join('')}</${name}>`
}

/** `text/xml; charset=utf-8` with its declaration, no namespace. */
export function asXml(document: SparkDocument): string {
  const body = 'fields' in document ? itemXml(document.root, document.fields) : xmlOf(document.root, document)
  return `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`
}

type Json = string | null | Json[] | { [key: string]: Json }

function jsonOf(value: Field): Json {
  if (value === null || value === '') return null
  return typeof value === 'string' ? value : value.of.map(itemJson)
}

function itemJson(item: Fields | string): Json {
  if (typeof item === 'string') return item
  return Object.fromEntries(item.map(([name, value]) => [name, jsonOf(value)]))
}

/** The root's name disappears; a wrapper of one kind of children is an array, also of one. Codes stay strings. */
export function asJson(document: SparkDocument): Json {
  return 'fields' in document ? itemJson(document.fields) : document.of.map(itemJson)
}
