const base = '/otsused'
const desk = '/too/otsused'

/** Every address of acts, without a language prefix. */
export const actPaths = {
  list: base,
  act: (slug: string) => `${base}/${slug}`,
  feed: `${base}/feed.atom`,
  deadlines: `${base}/tahtajad.ics`,
  ownDeadlines: (slug: string) => `${base}/${slug}/tahtajad.ics`,
} as const

/** The side of those who keep acts. */
export const actDeskPaths = {
  list: desk,
  enter: `${desk}/uus`,
  act: (slug: string) => `${desk}/${slug}`,
  text: (slug: string) => `${desk}/${slug}/tekst`,
  /** The very words that are to be signed. */
  words: (slug: string) => `${desk}/${slug}/tekst.txt`,
  sign: (slug: string) => `${desk}/${slug}/allkiri`,
  day: (slug: string) => `${desk}/${slug}/joustumine`,
  restrict: (slug: string) => `${desk}/${slug}/piirang`,
  lift: (slug: string) => `${desk}/${slug}/piirangu-lopp`,
  open: (slug: string) => `${desk}/${slug}/avamine`,
  annul: (slug: string) => `${desk}/${slug}/tuhistamine`,
  relate: (slug: string) => `${desk}/${slug}/seos`,
  /** Who was given what of a restricted act. */
  given: (slug: string) => `${desk}/${slug}/antud`,
  /** A title or number that was entered wrongly. */
  correct: (slug: string) => `${desk}/${slug}/parandus`,
  followUp: (slug: string) => `${desk}/${slug}/taitmine`,
  endFollowUp: (slug: string) => `${desk}/${slug}/taitmine/lopp`,
  gazetteXml: (slug: string) => `${desk}/${slug}/riigi-teataja.xml`,
  gazetteHtml: (slug: string) => `${desk}/${slug}/riigi-teataja.html`,
} as const

/** What stands in addresses, as a route pattern. */
export const slugInAddress = ':slug{[a-z0-9-]{5,160}}'

/** The list with what narrows it; empty choices are left out. */
export function actsAddress(chosen: Readonly<Record<string, string>>, path: string = base): string {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString()
  return query === '' ? path : `${path}?${query}`
}
