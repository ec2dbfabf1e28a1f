const base = '/istungid'
const desk = '/too/istungid'

/** Every address of meetings, without a language prefix. */
export const meetingPaths = {
  list: base,
  meeting: (number: number | string) => `${base}/${number}`,
  item: (number: number | string, item: string) => `${base}/${number}/punktid/${item}`,
  feed: `${base}/feed.atom`,
  calendar: `${base}/kalender.ics`,
  ownCalendar: (number: number | string) => `${base}/${number}/kalender.ics`,
  /** The call with the agenda, on paper. */
  invitation: (number: number | string) => `${base}/${number}/kutse.pdf`,
  /** As it happens, for everybody. */
  live: (number: number | string) => `${base}/${number}/otse`,
  stream: (number: number | string) => `${base}/${number}/voog`,
  /** For the wall of the room, and for the lower third of a picture. */
  hall: (number: number | string) => `${base}/${number}/saal`,
  overlay: (number: number | string) => `${base}/${number}/riba`,
  replay: (number: number | string) => `${base}/${number}/kordus`,
  minutes: (number: number | string) => `${base}/${number}/protokoll`,
  minutesPdf: (number: number | string) => `${base}/${number}/protokoll.pdf`,
  minutesXml: (number: number | string) => `${base}/${number}/protokoll.akn.xml`,
  /** For the body's members: the draft with remarks and dissent, and the minutes with what was closed. */
  minutesReview: (number: number | string) => `${base}/${number}/protokoll/markused`,
  addRemark: (number: number | string) => `${base}/${number}/protokoll/markused/uus`,
  dissent: (number: number | string) => `${base}/${number}/protokoll/markused/eriarvamus`,
  approveMinutes: (number: number | string) => `${base}/${number}/protokoll/markused/kinnitamine`,
  fullMinutes: (number: number | string) => `${base}/${number}/protokoll/taielik`,
  fullMinutesPdf: (number: number | string) => `${base}/${number}/protokoll/taielik.pdf`,
  /** What is signed: unsigned as it is given out, and as it came back. */
  container: (number: number | string) => `${base}/${number}/protokoll.asice`,
  /** One result, for whoever wants to check it. */
  result: (number: number | string, vote: string) => `${base}/${number}/haaletused/${vote}`,
  resultFile: (number: number | string, vote: string) => `${base}/${number}/haaletused/${vote}.json`,
  resultLog: (number: number | string, vote: string) => `${base}/${number}/haaletused/${vote}/logi.json`,
  archive: (number: number | string) => `${base}/${number}/arhiiv.zip`,
  /** The member's own screen. */
  seat: (number: number | string) => `${base}/${number}/osalen`,
} as const

/** The secretary's side. */
export const meetingDeskPaths = {
  list: desk,
  plan: `${desk}/uus`,
  meeting: (number: number | string) => `${desk}/${number}`,
  edit: (number: number | string) => `${desk}/${number}/andmed`,
  announce: (number: number | string) => `${desk}/${number}/avaldamine`,
  invite: (number: number | string) => `${desk}/${number}/kutsumine`,
  cancel: (number: number | string) => `${desk}/${number}/tuhistamine`,
  convene: (number: number | string) => `${desk}/${number}/alustamine`,
  /** The chair's and the secretary's screen while it goes on. */
  lead: (number: number | string) => `${desk}/${number}/juhtimine`,
  events: (number: number | string) => `${desk}/${number}/sundmused`,
  /** All entries in words, and their corrections. */
  log: (number: number | string) => `${desk}/${number}/logi`,
  continueMeeting: (number: number | string) => `${desk}/${number}/jatkamine`,
  minutes: (number: number | string) => `${desk}/${number}/protokoll`,
  publishMinutes: (number: number | string) => `${desk}/${number}/protokoll/avaldamine`,
  openReview: (number: number | string) => `${desk}/${number}/protokoll/markustele`,
  approveMinutes: (number: number | string) => `${desk}/${number}/protokoll/kinnitamine`,
  answerRemark: (number: number | string) => `${desk}/${number}/protokoll/vastus`,
  signedMinutes: (number: number | string) => `${desk}/${number}/protokoll/allkirjad`,
  newItem: (number: number | string) => `${desk}/${number}/punktid/uus`,
  item: (number: number | string, item: string) => `${desk}/${number}/punktid/${item}`,
  moveItem: (number: number | string, item: string) => `${desk}/${number}/punktid/${item}/jarjekord`,
  removeItem: (number: number | string, item: string) => `${desk}/${number}/punktid/${item}/eemaldamine`,
  passItem: (number: number | string, item: string) => `${desk}/${number}/punktid/${item}/edasi`,
  annexes: (number: number | string, item: string) => `${desk}/${number}/punktid/${item}/lisad`,
  withdrawAnnex: (number: number | string, item: string, annex: string) =>
    `${desk}/${number}/punktid/${item}/lisad/${annex}/tagasi`,
} as const

/** Columns of the cockpit: each step leads back to the one that it was taken in, for keys and small screens. */
export const cockpitColumns = { now: 'praegu', floor: 'sonad', people: 'inimesed' } as const

/** What stands in addresses, as route patterns. */
export const inAddress = {
  number: ':number{\\d{1,9}}',
  item: ':item{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}',
  annex: ':annex{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}',
  vote: ':vote{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}',
} as const

/** The list with what narrows it; empty choices are left out. */
export function meetingsAddress(chosen: Readonly<Record<string, string>>, path: string = base): string {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString()
  return query === '' ? path : `${path}?${query}`
}
