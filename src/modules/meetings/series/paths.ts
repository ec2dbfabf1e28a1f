const desk = '/too/istungid/sarjad'

export const seriesPaths = {
  plan: `${desk}/uus`,
  series: (id: string) => `${desk}/${id}`,
  change: (id: string) => `${desk}/${id}/muutmine`,
  callOff: (id: string) => `${desk}/${id}/lopetamine`,
} as const

export const seriesInAddress = ':series{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'
