import type { Context } from '#platform/context.ts'
import type { Dataset } from '#platform/dataset.ts'
import { languages, type LocalText } from '#platform/language.ts'
import type { SiteSettings } from '#platform/site.ts'
import { openDataPaths } from './paths.ts'

const authority = 'http://publications.europa.eu/resource/authority'
const languageCodes = { et: 'EST', en: 'ENG', ru: 'RUS' } as const

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  adms: 'http://www.w3.org/ns/adms#',
}

const words = (text: LocalText) =>
  languages.flatMap((language) =>
    text[language] === undefined || text[language] === '' ? [] : [{ '@value': text[language], '@language': language }],
  )
const link = (address: string) => ({ '@id': address })
const instant = (at: Date) => ({ '@value': at.toISOString(), '@type': 'xsd:dateTime' })

/** The catalogue of open data as DCAT-AP 3 in JSON-LD, for data portals that harvest it. */
export async function dcatCatalogue(
  ctx: Context,
  settings: SiteSettings,
  datasets: readonly Dataset[],
  origin: string,
): Promise<Record<string, unknown>> {
  const publisher = { '@id': `${origin}/#publisher`, '@type': 'foaf:Agent', 'foaf:name': words(settings.name) }
  const contact = {
    '@type': 'vcard:Organization',
    'vcard:fn': settings.name.et,
    'vcard:hasEmail': link(`mailto:${settings.contact.email}`),
  }
  const described = []
  let newest: Date | null = null
  for (const dataset of datasets) {
    const modified = await dataset.modified(ctx)
    if (modified !== null && (newest === null || modified > newest)) newest = modified
    described.push(describe(dataset, modified, { publisher: link(publisher['@id']), contact, origin }))
  }
  return {
    '@context': context,
    '@id': origin + openDataPaths.catalogue,
    '@type': 'dcat:Catalog',
    'dct:title': words(catalogueTitle(settings.name)),
    'dct:description': words(catalogueDescription),
    'dct:publisher': publisher,
    'dct:language': settings.languages.map((one) => link(`${authority}/language/${languageCodes[one]}`)),
    'dct:spatial': link(`${authority}/country/EST`),
    'foaf:homepage': link(origin + openDataPaths.catalogue),
    ...(newest !== null && { 'dct:modified': instant(newest) }),
    'dcat:dataset': described,
  }
}

type Around = { publisher: object; contact: object; origin: string }

function describe(dataset: Dataset, modified: Date | null, { publisher, contact, origin }: Around) {
  const page = origin + openDataPaths.dataset(dataset.name)
  const distribution = (kind: 'csv' | 'json' | 'geojson', mediaType: string) => ({
    '@id': `${page}#${kind}`,
    '@type': 'dcat:Distribution',
    'dct:title': words({ et: `${dataset.title.et} (${kind.toUpperCase()})` }),
    'dcat:accessURL': link(page),
    'dcat:downloadURL': link(`${page}.${kind}`),
    'dct:format': link(`${authority}/file-type/${kind.toUpperCase()}`),
    'dcat:mediaType': link(`https://www.iana.org/assignments/media-types/${mediaType}`),
    'dct:license': link(dataset.license),
  })
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': page,
    'dct:title': words(dataset.title),
    'dct:description': words(dataset.description),
    'dcat:keyword': dataset.keywords.flatMap(words),
    'dcat:theme': link(`${authority}/data-theme/${dataset.theme}`),
    'dct:accrualPeriodicity': link(`${authority}/frequency/${dataset.frequency}`),
    'dct:accessRights': link(`${authority}/access-right/PUBLIC`),
    'dct:publisher': publisher,
    'dcat:contactPoint': contact,
    'dcat:landingPage': link(page),
    ...(modified !== null && { 'dct:modified': instant(modified) }),
    'dcat:distribution': [
      distribution('csv', 'text/csv'),
      distribution('json', 'application/json'),
      ...(dataset.place === undefined ? [] : [distribution('geojson', 'application/geo+json')]),
    ],
  }
}

const catalogueTitle = (name: LocalText): LocalText => ({
  et: `${name.et}: avaandmed`,
  en: `${name.en ?? name.et}: open data`,
  ru: `${name.ru ?? name.et}: открытые данные`,
})

const catalogueDescription: LocalText = {
  et: 'Andmed, mida omavalitsus oma töö kohta avaldab; uuenevad kohe, kui midagi tehakse.',
  en: 'Data that the municipality publishes of its own work; renewed as soon as something is done.',
  ru: 'Данные, которые самоуправление публикует о своей работе; обновляются сразу.',
}
