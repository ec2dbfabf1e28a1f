export const openDataPaths = {
  catalogue: '/andmed',
  dataset: (name: string) => `/andmed/${name}`,
  csv: (name: string) => `/andmed/${name}.csv`,
  json: (name: string) => `/andmed/${name}.json`,
  geojson: (name: string) => `/andmed/${name}.geojson`,
  schema: (name: string) => `/andmed/${name}.schema.json`,
  dcat: '/andmed/dcat.jsonld',
  api: '/andmed/liides',
  openApi: '/api/openapi.json',
  keys: '/too/andmevotmed',
  revoke: (id: string) => `/too/andmevotmed/${id}/tuhistamine`,
} as const
