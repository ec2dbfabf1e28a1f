const base = '/too/teated/teemad'

export const settingsPaths = {
  list: base,
  newCategory: `${base}/uus`,
  category: (code: string) => `${base}/teema/${code}`,
  categoryHistory: (code: string) => `${base}/teema/${code}/ajalugu`,
  newGroup: `${base}/uus-ryhm`,
  group: (code: string) => `${base}/ryhm/${code}`,
  groupHistory: (code: string) => `${base}/ryhm/${code}/ajalugu`,
} as const
