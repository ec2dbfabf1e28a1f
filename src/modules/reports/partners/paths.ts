const base = '/too/teated/partnerid'

export const partnerPaths = {
  list: base,
  partner: (id: string) => `${base}/${id}`,
  again: (id: string) => `${base}/${id}/uuesti`,
  handOver: (number: number | string) => `/too/teated/${number}/edasi`,
} as const
