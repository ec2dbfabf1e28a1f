import type { LocalDate } from '#platform/format.ts'
import { formatDay } from '#platform/format.ts'
import type { Act } from './queries/acts.ts'
import type { Version } from './queries/versions.ts'
import type { ActRules } from './rules-of-day.ts'

export type HandOver = {
  act: Pick<Act, 'slug' | 'body' | 'kind' | 'number' | 'title' | 'adoptedOn' | 'statedOn'>
  version: Pick<Version, 'words' | 'hash'>
  municipality: string
  rules: Pick<ActRules, 'regulationBasis' | 'regulationDays'>
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string =>
  text
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign]!)

/** Paragraphs of a regulation: a line that begins with § opens one, what follows is its content. */
export function sectionsOf(words: string): { number: string; heading: string; parts: string[] }[] {
  const sections: { number: string; heading: string; parts: string[] }[] = []
  for (const part of words.split(/\n{2,}/)) {
    const opened = /^§\s*(\d+(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+)?)\.?\s*([\s\S]*)$/.exec(part.trim())
    if (opened !== null) sections.push({ number: opened[1]!, heading: opened[2]!.trim(), parts: [] })
    else if (sections.length === 0) sections.push({ number: '', heading: '', parts: [part.trim()] })
    else sections.at(-1)!.parts.push(part.trim())
  }
  return sections
}

/**
 * A regulation for the gazette as clean XML, described in the README. Not Riigi Teataja's own schema, which is not at
 * hand: whoever hands it over copies from it.
 */
export function gazetteXml({ act, version, municipality, rules }: HandOver): string {
  const sections = sectionsOf(version.words).map(({ number, heading, parts }) =>
    [
      `    <paragrahv${number === '' ? '' : ` number="${escape(number)}"`}>`,
      ...(heading === '' ? [] : [`      <sisu>${escape(heading)}</sisu>`]),
      ...parts.map((part) => `      <sisu>${escape(part)}</sisu>`),
      '    </paragrahv>',
    ].join('\n'),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<oigusakt xmlns="urn:avavald:oigusakt:1" keel="et">
  <metaandmed>
    <valjaandja>${escape(act.body.name.et)}</valjaandja>
    <omavalitsus>${escape(municipality)}</omavalitsus>
    <liik>määrus</liik>
    <number>${act.number}</number>
    <pealkiri>${escape(act.title)}</pealkiri>
    <vastuvoetud>${act.adoptedOn}</vastuvoetud>
    <joustumine alus="${escape(rules.regulationBasis)}">${escape(sayDay(act.statedOn, rules))}</joustumine>
    <tekstiRasi algoritm="SHA-256">${version.hash}</tekstiRasi>
  </metaandmed>
  <tekst>
${sections.join('\n')}
  </tekst>
</oigusakt>
`
}

const sayDay = (statedOn: LocalDate | null, { regulationDays }: Pick<ActRules, 'regulationDays'>): string =>
  statedOn ?? `${regulationDays}. päeval pärast Riigi Teatajas avaldamist`

/** The same as a page without looks, to copy from or to open in a word processor. */
export function gazetteHtml({ act, version, municipality }: HandOver): string {
  const body = sectionsOf(version.words)
    .map(({ number, heading, parts }) => {
      const title = number === '' ? '' : `<h2>§ ${escape(number)}.</h2>\n`
      const lines = [heading, ...parts].filter((part) => part !== '')
      return title + lines.map((part) => `<p>${escape(part).replaceAll('\n', '<br>')}</p>`).join('\n')
    })
    .join('\n')
  return `<!doctype html>
<html lang="et">
<head><meta charset="utf-8"><title>${escape(act.title)}</title></head>
<body>
<p>${escape(municipality)}<br>${escape(act.body.name.et)}<br>MÄÄRUS</p>
<p>${formatDay(act.adoptedOn, 'et')} nr ${act.number}</p>
<h1>${escape(act.title)}</h1>
${body}
<p>SHA-256: ${version.hash}</p>
</body>
</html>
`
}
