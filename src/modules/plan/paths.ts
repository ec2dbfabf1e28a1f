const base = '/tegevuskava'
const desk = '/too/tegevuskava'

/** Every address of the plan, without a language prefix. */
export const planPaths = {
  plan: base,
  planPdf: `${base}.pdf`,
  report: (year: number | string) => `${base}/aruanne/${year}`,
  reportPdf: (year: number | string) => `${base}/aruanne/${year}.pdf`,
  feed: `${base}/feed.atom`,
  calendar: `${base}/kalender.ics`,
  reviews: `${base}/ulevaated`,
  versions: `${base}/versioonid`,
  version: (version: number) => `${base}/versioonid/${version}`,
  difference: (version: number) => `${base}/versioonid/${version}/muudatused`,
  draftCommitment: (version: number, number: string) => `${base}/versioonid/${version}/${number}`,
  comments: (version: number, number: string) => `${base}/versioonid/${version}/${number}/kommentaarid`,
  commitment: (number: string) => `${base}/${number}`,
  questions: (number: string) => `${base}/${number}/kusimused`,
} as const

/** The officials' side. A state change is its own address. */
export const deskPaths = {
  desk,
  import: `${desk}/import`,
  importPreview: (id: string) => `${desk}/import/${id}`,
  saveImport: (id: string) => `${desk}/import/${id}/salvestamine`,
  reviews: `${desk}/ulevaated`,
  version: (version: number) => `${desk}/versioonid/${version}`,
  copy: (version: number) => `${desk}/versioonid/${version}/koopia`,
  discussion: (version: number) => `${desk}/versioonid/${version}/arutelu`,
  endDiscussion: (version: number) => `${desk}/versioonid/${version}/arutelu-lopetamine`,
  withdraw: (version: number) => `${desk}/versioonid/${version}/tagasivotmine`,
  adopt: (version: number) => `${desk}/versioonid/${version}/kinnitamine`,
  settle: (version: number, party: string) => `${desk}/versioonid/${version}/osapooled/${party}`,
  wording: (version: number, number: string) => `${desk}/versioonid/${version}/${number}`,
  commitment: (number: string) => `${desk}/${number}`,
  evidence: (number: string) => `${desk}/${number}/toendid`,
  narratives: (number: string) => `${desk}/${number}/selgitused`,
  narrative: (number: string, period: string) => `${desk}/${number}?periood=${period}#selgitus`,
  duty: (number: string, binding: string) => `${desk}/${number}/kohustused/${binding}`,
  confirm: (evidence: string) => `/too/toendid/${evidence}/kinnitamine`,
  decline: (evidence: string) => `/too/toendid/${evidence}/tagasilukkamine`,
  contribution: (id: string) => `/too/kusimused/${id}`,
  answer: (id: string) => `/too/kusimused/${id}/vastus`,
  hide: (id: string) => `/too/kusimused/${id}/peitmine`,
} as const

export const planApiPaths = {
  plan: '/api/v1/plan',
  commitment: (number: string) => `/api/v1/plan/commitments/${number}`,
  versions: '/api/v1/plan/versions',
  version: (version: number) => `/api/v1/plan/versions/${version}`,
} as const

/** How numbers and ids look in addresses; anything else is not found without asking the database. */
export const inAddress = {
  number: ':number{[0-9]{1,2}[.][0-9]{1,2}}',
  version: ':version{[0-9]{1,6}}',
  year: ':year{[0-9]{4}}',
  yearPdf: ':file{[0-9]{4}[.]pdf}',
  id: ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}',
} as const

/** Where someone who must sign in first comes back to. */
export function signInPath(to: string): string {
  return `/login?to=${encodeURIComponent(to)}`
}
