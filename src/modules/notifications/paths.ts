/** Addresses of the module, without a language prefix. */
export const notificationPaths = {
  follow: '/jalgimised',
  followPage: (path: string) => `/jalgimised?leht=${encodeURIComponent(path)}`,
  letterSent: (path: string) => `/jalgimised/kiri?leht=${encodeURIComponent(path)}`,
  followStop: (id: string) => `/jalgimised/${id}/lopetamine`,
  confirm: (token: string) => `/jalgimised/kinnitus/${token}`,
  confirmed: '/jalgimised/kinnitatud',
  reader: (token: string) => `/teavitused/${token}`,
  own: '/minu/teavitused',
  inbox: '/minu/teated',
  inboxRead: (id: number) => `/minu/teated/${id}/loetud`,
  inboxAllRead: '/minu/teated/loetud',
  contacts: '/minu',
  workMails: '/too/kirjad',
  workSendAgain: (id: number) => `/too/kirjad/${id}/uuesti`,
  devMails: '/dev/mail',
  devMail: (id: number) => `/dev/mail/${id}`,
  devMailHtml: (id: number) => `/dev/mail/${id}/html`,
  devMailsJson: '/dev/mail.json',
} as const

/** Below the preferences of a person (`/minu/teavitused`) or of the reader of a letter (`/teavitused/{token}`). */
export const preferencePaths = {
  save: (base: string) => `${base}/valikud`,
  stopFollow: (base: string, id: string) => `${base}/jalgimised/${id}/lopetamine`,
  stop: (base: string) => `${base}/loobumine`,
  confirmAgain: (base: string) => `${base}/kinnituskiri`,
} as const

export const inAddress = {
  id: ':id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}',
  number: ':number{[0-9]{1,15}}',
  readerToken: ':token{[A-Za-z0-9_-]{28,250}[.][A-Za-z0-9_-]{22}}',
  confirmToken: ':token{[A-Za-z0-9_-]{43}}',
} as const
