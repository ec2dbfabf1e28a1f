const base = '/teated'
const desk = '/too/teated'

/** GeoReport v2 (open311.org). */
export const open311Base = '/api/open311/v2'

/** Every address of reports, without a language prefix. */
export const reportPaths = {
  list: base,
  send: `${base}/uus`,
  /** What each subject asks of its own, for the form in the browser. */
  questions: `${base}/uus/kusimused`,
  /** What the reader's own device keeps. */
  device: `${base}/seadmes`,
  report: (number: number | string) => `${base}/${number}`,
  tell: (number: number | string) => `${base}/${number}/lisandused`,
  feed: `${base}/feed.atom`,
  /** Planned works, for people's own calendars. */
  calendar: `${base}/kalender.ics`,
  mapPins: `${base}/kaart.json`,
  mapOutlines: `${base}/kaart/asulad.json`,
  similar: `${base}/laheduses.json`,
  addresses: `${base}/aadressid.json`,
  own: (token: string) => `${base}/oma/${token}`,
  ownTell: (token: string) => `${base}/oma/${token}/lisandused`,
  answerQuestion: (number: number | string) => `${base}/${number}/vastus`,
  ownAnswerQuestion: (token: string) => `${base}/oma/${token}/vastus`,
  doubt: (number: number | string) => `${base}/${number}/alles`,
  confirmDoubt: (token: string) => `${base}/alles/${token}`,
  check: (number: number | string) => `${base}/${number}/kas-korras`,
  ownCheck: (token: string) => `${base}/oma/${token}/kas-korras`,
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
  ask: (number: number | string) => `${desk}/${number}/kusimus`,
  takeQuestionBack: (number: number | string) => `${desk}/${number}/kusimus/tagasi`,
  tellApart: (number: number | string) => `${desk}/${number}/kordus/tagasi`,
  split: (number: number | string) => `${desk}/${number}/eraldamine`,
  picture: (number: number | string, file: string) => `${desk}/${number}/pildid/${file}`,
  original: (number: number | string, file: string) => `${desk}/${number}/pildid/${file}/originaal`,
  enter: `${desk}/uus`,
  mails: `${desk}/postkast`,
  dismissMail: (id: string) => `${desk}/postkast/${id}/korvale`,
  field: `${desk}/minu`,
  begin: (number: number | string) => `${desk}/minu/${number}/alustamine`,
  done: (number: number | string) => `${desk}/minu/${number}/tehtud`,
  giveWork: (number: number | string) => `${desk}/${number}/toovotja`,
  cost: (number: number | string) => `${desk}/${number}/maksumus`,
  chosen: `${desk}/valitud`,
  bulk: `${desk}/valitud/tegemine`,
  bulkStep: (id: string) => `${desk}/valitud/${id}`,
  undoBulk: (id: string) => `${desk}/valitud/${id}/tagasi`,
  takeTemplate: (number: number | string) => `${desk}/${number}/mall`,
  priority: (number: number | string) => `${desk}/${number}/kiireloomulisus`,
  templates: `${desk}/mallid`,
  newTemplate: `${desk}/mallid/uus`,
  template: (id: string) => `${desk}/mallid/${id}`,
  note: (number: number | string) => `${desk}/${number}/markused`,
  hide: (number: number | string) => `${desk}/${number}/peitmine`,
  show: (number: number | string) => `${desk}/${number}/avamine`,
  hideWords: (number: number | string, update: string) => `${desk}/${number}/kirjad/${update}/peitmine`,
} as const

/** The officials' list with what narrows it; empty choices are left out. */
export function inboxAddress(chosen: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(chosen).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  )
  return given.length === 0 ? desk : `${desk}?${new URLSearchParams(given).toString()}`
}

/** How numbers, ids and tokens look in addresses; anything else is not found without asking the database. */
export const inAddress = {
  number: ':number{[0-9]{1,9}}',
  update: ':update{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}',
  token: ':token{[A-Za-z0-9_-]{22}[.][A-Za-z0-9_-]{22}}',
} as const
