const base = '/teated'
const desk = '/too/teated'

/** GeoReport v2 (open311.org). */
export const open311Base = '/api/open311/v2'

/** Every address of reports, without a language prefix. */
export const reportPaths = {
  list: base,
  send: `${base}/uus`,
  report: (number: number | string) => `${base}/${number}`,
  tell: (number: number | string) => `${base}/${number}/lisandused`,
  feed: `${base}/feed.atom`,
  mapPins: `${base}/kaart.json`,
  mapOutlines: `${base}/kaart/asulad.json`,
  similar: `${base}/laheduses.json`,
  own: (token: string) => `${base}/oma/${token}`,
  ownTell: (token: string) => `${base}/oma/${token}/lisandused`,
  confirm: (token: string) => `${base}/kinnitus/${token}`,
} as const

/** The list with what narrows it; empty choices are left out. */
export function reportsAddress(chosen: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString()
  return query === '' ? base : `${base}?${query}`
}

/** The officials' side. A state change is its own address. */
export const reportDeskPaths = {
  inbox: desk,
  report: (number: number | string) => `${desk}/${number}`,
  answer: (number: number | string) => `${desk}/${number}/vastused`,
  assign: (number: number | string) => `${desk}/${number}/vastutaja`,
  move: (number: number | string) => `${desk}/${number}/teema`,
  double: (number: number | string) => `${desk}/${number}/kordus`,
  note: (number: number | string) => `${desk}/${number}/markused`,
  hide: (number: number | string) => `${desk}/${number}/peitmine`,
  show: (number: number | string) => `${desk}/${number}/avamine`,
  hideWords: (number: number | string, update: string) => `${desk}/${number}/kirjad/${update}/peitmine`,
} as const

/** How numbers, ids and tokens look in addresses; anything else is not found without asking the database. */
export const inAddress = {
  number: ':number{[0-9]{1,9}}',
  update: ':update{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}',
  token: ':token{[A-Za-z0-9_-]{22}[.][A-Za-z0-9_-]{22}}',
} as const
