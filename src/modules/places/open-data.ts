import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'
import type { Dataset } from '#platform/dataset.ts'
import { placePaths } from './paths.ts'
import { listSettlements } from './queries.ts'
import { nameOfSettlement, settlementKinds, sortSettlements } from './rules.ts'

const settlement = z.object({
  ehak: z.string(),
  name: z.string(),
  kind: z.enum(settlementKinds),
  area_m2: z.number(),
  neighbours: z.array(z.string()),
  url: z.string(),
})

export const placeOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: '/api/v1/settlements',
    id: 'listSettlements',
    summary: 'All settlements of the municipality',
    answer: {
      contentType: 'application/json',
      schema: z.object({ source: z.string(), settlements: z.array(settlement) }),
    },
  },
  {
    method: 'get',
    path: '/api/v1/settlements/{ehak}',
    id: 'getSettlement',
    summary: 'One settlement with its outline as GeoJSON (WGS 84)',
    parameters: { path: z.object({ ehak: z.string().regex(/^\d{4}$/) }) },
    answer: {
      contentType: 'application/json',
      schema: z.object({
        type: z.literal('Feature'),
        properties: settlement.extend({ source: z.string() }),
        geometry: z.looseObject({ type: z.string() }),
      }),
    },
    problems: [404],
  },
]

export const placeDatasets: readonly Dataset[] = [
  {
    name: 'asulad',
    title: { et: 'Asulad', en: 'Settlements', ru: 'Населённые пункты' },
    description: {
      et: 'Valla asulad EHAK-i koodi, liigi, pindala ja naabritega.',
      en: 'Settlements of the municipality with code, kind, area and neighbours.',
      ru: 'Населённые пункты волости с кодом, видом, площадью и соседями.',
    },
    keywords: [
      { et: 'asula', en: 'settlement', ru: 'населённый пункт' },
      { et: 'küla', en: 'village', ru: 'деревня' },
    ],
    theme: 'REGI',
    frequency: 'IRREG',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    source: { et: 'Haldus- ja asustusjaotus: Maa-amet, 01.09.2018', en: 'Estonian Land Board, 1 September 2018' },
    columns: [
      { name: 'ehak', title: { et: 'EHAK-i kood', en: 'EHAK code', ru: 'Код EHAK' }, type: 'text' },
      { name: 'nimi', title: { et: 'Nimi', en: 'Name', ru: 'Название' }, type: 'text' },
      { name: 'liik', title: { et: 'Liik', en: 'Kind', ru: 'Вид' }, type: 'text' },
      {
        name: 'pindala',
        title: { et: 'Pindala', en: 'Area', ru: 'Площадь' },
        type: 'number',
        unit: 'm²',
        explanation: { et: 'Üldistatud piiri järgi', en: 'Of the generalised outline', ru: 'По обобщённой границе' },
      },
      {
        name: 'naabrid',
        title: { et: 'Naabrid', en: 'Neighbours', ru: 'Соседи' },
        type: 'text',
        explanation: { et: 'EHAK-i koodid, eraldaja tühik', en: 'EHAK codes, separated by spaces' },
      },
      { name: 'leht', title: { et: 'Leht', en: 'Page', ru: 'Страница' }, type: 'address' },
    ],
    rows: async function* ({ db }) {
      yield sortSettlements(await listSettlements(db), 'nimi').map((one) => ({
        ehak: one.ehak,
        nimi: nameOfSettlement(one, 'et'),
        liik: one.kind,
        pindala: Math.round(one.areaM2),
        naabrid: one.neighbours.join(' '),
        leht: placePaths.show(one.ehak),
      }))
    },
    modified: async () => new Date('2018-09-01T00:00:00Z'),
  },
]
