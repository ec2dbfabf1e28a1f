const base = '/too/teated/alad'

export const areaPaths = {
  list: base,
  area: (id: string) => `${base}/${id}`,
  shapes: (id: string) => `${base}/${id}/kuju.geojson`,
  history: (id: string) => `${base}/${id}/ajalugu`,
} as const
