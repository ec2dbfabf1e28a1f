export type DemoPerson = { code: string; givenName: string; familyName: string; roles: readonly string[] }

export const doubleMethods = ['smartid', 'mID', 'idcard'] as const
