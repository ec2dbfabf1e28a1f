const base = '/otsing'

export type SearchAddress = { query: string; kinds: readonly string[]; from: string; until: string; page: number }

export const searchPaths = {
  search: base,
  /** The address that holds everything chosen; the first page is not named. */
  at: ({ query, kinds, from, until, page }: SearchAddress): string => {
    const given = new URLSearchParams()
    if (query !== '') given.set('q', query)
    for (const kind of kinds) given.append('liik', kind)
    if (from !== '') given.set('alates', from)
    if (until !== '') given.set('kuni', until)
    if (page > 0) given.set('leht', String(page + 1))
    const text = given.toString()
    return text === '' ? base : `${base}?${text}`
  },
} as const
