/** Last words of posts and bodies of a municipality, with which a name of a party ends. */
const titleEnd =
  /(?:vanem(?:ad)?|juh(?:t|id|ataja|atajad)|spetsialisti?d?|nõunik(?:ud)?|sekretär(?:id)?|abid?|volikogud?|valitsus(?:ed)?|komisjon(?:id)?|vastutajad?|juristi?d?|töötajad?|esindus(?:ed)?|ühendus(?:ed)?|kantselei|osakon(?:d|nad)|amet(?:id)?|ametniku?d?|asutus(?:ed)?|seltsi?d?|mtü-?d?|kool(?:id)?|raamatukogud?|keskus(?:ed)?|koordinaator(?:id)?|arhitekti?d?|inspektor(?:id)?|raamatupidajad?|kogukon(?:d|nad)|partnerid?|liige|liikmed|nõukogud?|teenistus(?:ed)?|ettevõtjad?|linnapea|pedagoogi?d?|toimetajad?|elanikud?)$/u

export function isTitle(name: string): boolean {
  return titleEnd.test(name.toLowerCase().trim())
}

/** How much a paragraph looks like names of parties: 1 when every name ends as a title does. */
export function shareOfTitles(paragraph: string): number {
  const names = splitAtMarks(paragraph)
  return names.length === 0 ? 0 : names.filter(isTitle).length / names.length
}

function splitAtMarks(text: string): string[] {
  return text
    .split(/[,;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** `vallavanem ja abivallavanem` are two; `noorsootöö- ja spordispetsialist` is one. */
function splitAtAnd(name: string): string[] {
  const parts = name.split(/\s+(?:ja|ning)\s+/u)
  return parts.length > 1 && parts.every(isTitle) ? parts : [name]
}

export type SplitParties = { parties: string[]; separatorMissing: boolean; notSplit: string[] }

/** The names in a cell. A new line divides names only where the line before it ends as a name does. */
export function splitParties(paragraphs: readonly string[]): SplitParties {
  let separatorMissing = false
  let joined = ''
  for (const paragraph of paragraphs) {
    if (joined === '' || /[,;]$/u.test(joined)) joined = `${joined} ${paragraph}`
    else if (isTitle(joined.split(/[,;]/u).at(-1)!)) {
      separatorMissing = true
      joined = `${joined}; ${paragraph}`
    } else joined = `${joined} ${paragraph}`
  }
  const parties = splitAtMarks(joined)
    .flatMap(splitAtAnd)
    .map((name) => name.replace(/\.$/u, ''))
  return { parties, separatorMissing, notSplit: parties.filter((name) => name.split(' ').length > 5) }
}
