const desk = '/too/vormid'

/** Every address of the editor, without a language prefix. */
export const formsPaths = {
  desk,
  form: (id: string) => `${desk}/${id}`,
  newField: (id: string) => `${desk}/${id}/uus-kusimus`,
  field: (id: string, code: string) => `${desk}/${id}/kusimused/${code}`,
  fieldUp: (id: string, code: string) => `${desk}/${id}/kusimused/${code}/ulespoole`,
  fieldDown: (id: string, code: string) => `${desk}/${id}/kusimused/${code}/allapoole`,
  fieldRemoval: (id: string, code: string) => `${desk}/${id}/kusimused/${code}/eemaldamine`,
  preview: (id: string) => `${desk}/${id}/eelvaade`,
  publication: (id: string) => `${desk}/${id}/avaldamine`,
  versions: (id: string) => `${desk}/${id}/versioonid`,
  version: (id: string, version: number) => `${desk}/${id}/versioonid/${version}`,
  restoration: (id: string, version: number) => `${desk}/${id}/versioonid/${version}/taastamine`,
} as const

/** How ids, codes and numbers look in addresses; anything else is not found without asking the database. */
export const inAddress = {
  id: ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}',
  code: ':code{[a-z][a-z0-9-]{0,39}}',
  version: ':version{[0-9]{1,6}}',
} as const
