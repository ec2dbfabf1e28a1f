import { nameOfSettlement } from '#modules/places/index.ts'
import { readText, type Language } from '#platform/language.ts'
import { stateMessages } from '../messages/states.ts'
import type { Category, Group } from '../queries/categories.ts'
import type { ListedReport, Update } from '../queries/reports.ts'
import { theirStatus } from '../partners/rules.ts'
import { isClosed, type ReportState } from '../rules.ts'
import type { Attribute } from './attributes.ts'
import type { Fields, SparkDocument } from './spark.ts'

export const specification = 'http://wiki.open311.org/GeoReport_v2'

export type Endpoint = { url: string; isTest: boolean; changedAt: Date; contact: string; keyService: string }

/** Service discovery (wiki.open311.org/Service_Discovery): where the interface is and how to get a key. */
export function discovery({ url, isTest, changedAt, contact, keyService }: Endpoint): SparkDocument {
  const changeset = changedAt.toISOString()
  const endpoint: Fields = [
    ['specification', specification],
    ['url', url],
    ['changeset', changeset],
    ['type', isTest ? 'test' : 'production'],
    ['formats', { item: 'format', of: ['text/xml', 'application/json'] }],
  ]
  return {
    root: 'discovery',
    fields: [
      ['changeset', changeset],
      ['contact', contact],
      ['key_service', keyService],
      ['endpoints', { item: 'endpoint', of: [endpoint] }],
    ],
  }
}

export function services(
  categories: readonly Category[],
  groups: readonly Group[],
  asking: ReadonlySet<string>,
  language: Language,
): SparkDocument {
  const groupName = new Map(groups.map(({ code, name }) => [code, readText(name, language).text]))
  return {
    root: 'services',
    item: 'service',
    of: categories
      .filter(({ isOpen }) => isOpen)
      .map((one): Fields => [
        ['service_code', one.code],
        ['service_name', readText(one.name, language).text],
        ['description', readText(one.description, language).text],
        ['metadata', String(one.notice !== null || asking.has(one.code))],
        ['type', 'realtime'],
        ['keywords', readText(one.keywords, language).text],
        ['group', groupName.get(one.groupCode) ?? null],
      ]),
  }
}

/** The notice stands first, as text that asks nothing (variable = false); then the category's own questions. */
export function serviceDefinition(
  { code, notice }: Pick<Category, 'code' | 'notice'>,
  questions: readonly Attribute[],
  language: Language,
): SparkDocument {
  const first: readonly Attribute[] =
    notice === null
      ? []
      : [{ code: 'notice', datatype: 'text', asks: false, required: false, label: notice, hint: null, values: [] }]
  const attributes = [...first, ...questions].map((one, at): Fields => [
    ['variable', String(one.asks)],
    ['code', one.code],
    ['datatype', one.datatype],
    ['required', String(one.required)],
    ['datatype_description', one.hint === null ? null : readText(one.hint, language).text],
    ['order', String(at + 1)],
    ['description', readText(one.label, language).text],
    [
      'values',
      {
        item: 'value',
        of: one.values.map(({ key, name }): Fields => [
          ['key', key],
          ['name', readText(name, language).text],
        ]),
      },
    ],
  ])
  return {
    root: 'service_definition',
    fields: [
      ['service_code', code],
      ['attributes', { item: 'attribute', of: attributes }],
    ],
  }
}

export type Told = { report: ListedReport; updates: readonly Update[]; photos: readonly string[] }
export type Telling = { language: Language; municipality: string; endOfDay: (day: string) => Date; isExtended: boolean }

export function requests(all: readonly Told[], telling: Telling): SparkDocument {
  return { root: 'service_requests', item: 'request', of: all.map((one) => requestFields(one, telling)) }
}

/** Of whoever sent it nothing is said: the specification's fields about the reporter are for sending only. */
function requestFields({ report, updates, photos }: Told, telling: Telling): Fields {
  const { language, municipality, endOfDay } = telling
  const { state, settlement, address, assignedTitle, fixDue } = report
  const place = [address, settlement === null ? '' : nameOfSettlement(settlement, language)].filter(
    (part) => part !== '',
  )
  const updated = isClosed(state) ? report.closedAt! : (updates.at(-1)?.at ?? report.stateSince)
  return [
    ['service_request_id', String(report.number)],
    ['status', isClosed(state) ? 'closed' : 'open'],
    ['status_notes', statusNotes(report, updates, language)],
    ['service_name', readText(report.categoryName, language).text],
    ['service_code', report.categoryCode],
    ['description', report.words],
    ['agency_responsible', assignedTitle === null ? municipality : readText(assignedTitle, language).text],
    ['service_notice', null],
    ['requested_datetime', report.createdAt.toISOString()],
    ['updated_datetime', updated.toISOString()],
    ['expected_datetime', fixDue === null ? null : endOfDay(fixDue).toISOString()],
    // From most to least telling, as the specification asks.
    ['address', place.join(', ')],
    ['address_id', settlement?.ehak ?? null],
    ['zipcode', null],
    ['lat', report.latitude === null ? null : String(report.latitude)],
    ['long', report.longitude === null ? null : String(report.longitude)],
    ['media_url', photos[0] ?? null],
    ...(telling.isExtended ? extendedFields(updates, photos, language) : []),
  ]
}

function statusNotes(report: ListedReport, updates: readonly Update[], language: Language): string {
  const said = updates.findLast(
    ({ author, words, hiddenAt }) => author === 'official' && words !== '' && hiddenAt === null,
  )
  return [stateMessages[language][report.state].name, said?.words ?? ''].filter((part) => part !== '').join('. ')
}

/** `extensions=true`: all pictures, and what was said about the report. */
function extendedFields(updates: readonly Update[], photos: readonly string[], language: Language): Fields {
  const notes = updates
    .filter(({ hiddenAt }) => hiddenAt === null)
    .map(({ at, author, words, newState }): Fields => [
      ['datetime', at.toISOString()],
      ['type', author],
      [
        'description',
        [newState === null ? '' : stateMessages[language][newState].name, words]
          .filter((part) => part !== '')
          .join('. '),
      ],
    ])
  return [
    ['photos', { item: 'photo', of: photos }],
    ['notes', { item: 'note', of: notes }],
  ]
}

export const created = (number: number, notice: string): SparkDocument => ({
  root: 'service_requests',
  item: 'request',
  of: [
    [
      ['service_request_id', String(number)],
      ['service_notice', notice],
      ['account_id', null],
    ],
  ],
})

export type ToldUpdate = {
  id: string
  number: number
  at: Date
  words: string
  newState: ReportState | null
  /** Of the report now; for an update that changes none. */
  state: ReportState
}

/** `GET servicerequestupdates`, an extension that FixMyStreet and its partners speak. */
export function updates(all: readonly ToldUpdate[], language: Language): SparkDocument {
  return {
    root: 'service_requests_updates',
    item: 'request_update',
    of: all.map(({ id, number, at, words, newState, state }): Fields => [
      ['update_id', id],
      ['service_request_id', String(number)],
      ['status', theirStatus(newState ?? state)],
      ['external_status_code', newState ?? state],
      ['updated_datetime', at.toISOString()],
      ['description', words === '' ? stateMessages[language][newState ?? state].name : words],
      ['media_url', null],
    ]),
  }
}

export const updateTaken = (id: string): SparkDocument => ({
  root: 'service_request_updates',
  item: 'request_update',
  of: [[['update_id', id]]],
})

export type Complaint = { code: number; description: string }

export const errors = (all: readonly Complaint[]): SparkDocument => ({
  root: 'errors',
  item: 'error',
  of: all.map(({ code, description }): Fields => [
    ['code', String(code)],
    ['description', description],
  ]),
})
