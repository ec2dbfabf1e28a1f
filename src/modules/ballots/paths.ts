/** Every address of ballots, without a language prefix. */
export const ballotPaths = { check: '/haaletused/kontroll' } as const
