export const peoplePaths = {
  bodies: '/kogud',
  body: (slug: string) => `/kogud/${slug}`,
  persons: '/inimesed',
  person: (slug: string) => `/inimesed/${slug}`,
  settlement: (ehak: string) => `/asulad/${ehak}`,
  mine: '/minu',
  contacts: '/minu/kontaktid',
  otherSessionsEnd: '/minu/seansid/lopetamine',
  sessionEnd: (id: string) => `/minu/seansid/${id}/lopetamine`,
  actFor: '/minu/esindan',
  workBodies: '/too/kogud',
  workNewBody: '/too/kogud/uus',
  workBody: (id: string) => `/too/kogud/${id}`,
  workBodyEdit: (id: string) => `/too/kogud/${id}/muutmine`,
  workBodyDissolve: (id: string) => `/too/kogud/${id}/lopetamine`,
  workNewPost: (bodyId: string) => `/too/kogud/${bodyId}/ametikohad/uus`,
  workPosts: (bodyId: string) => `/too/kogud/${bodyId}/ametikohad`,
  workPostEdit: (id: string) => `/too/ametikohad/${id}/muutmine`,
  workPostClose: (id: string) => `/too/ametikohad/${id}/sulgemine`,
  workNewMember: (bodyId: string) => `/too/kogud/${bodyId}/liikmed/uus`,
  workMembers: (bodyId: string) => `/too/kogud/${bodyId}/liikmed`,
  workMembershipEnd: (id: string) => `/too/liikmesused/${id}/lopetamine`,
  workMandate: (id: string) => `/too/liikmesused/${id}/volitused`,
  workSuspend: (id: string) => `/too/liikmesused/${id}/peatamine`,
  workSeat: (id: string) => `/too/liikmesused/${id}/asendamine`,
  workVotingRight: (id: string) => `/too/liikmesused/${id}/haaleoigus`,
  workFaction: (id: string) => `/too/liikmesused/${id}/fraktsioon`,
  workSuspensionEnd: (id: string) => `/too/peatumised/${id}/lopetamine`,
  workSubstitutes: (bodyId: string) => `/too/kogud/${bodyId}/asendusliikmed`,
  workAnswer: (id: string) => `/too/asendusliikmed/${id}/vastus`,
  workPerson: (id: string) => `/too/inimesed/${id}`,
  workPersonViews: (id: string) => `/too/inimesed/${id}/vaatamised`,
  apiBodies: '/api/v1/bodies',
  apiBody: (slug: string) => `/api/v1/bodies/${slug}`,
  apiPerson: (slug: string) => `/api/v1/people/${slug}`,
} as const

/** An id in an address, as a route pattern. */
export const idPattern = ':id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}'
export const slugPattern = ':slug{[a-z0-9-]{1,100}}'

/** Where somebody of public life stands in the register. */
export const pathOfPerson = (slug: string): string => peoplePaths.person(slug)
