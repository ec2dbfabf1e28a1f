import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'
import type { Context } from '#platform/context.ts'
import type { Dataset } from '#platform/dataset.ts'
import { planApiSchemas } from './api.ts'
import { planPaths } from './paths.ts'
import { findLastChange } from './queries/feed.ts'
import { readPlan } from './read-plan.ts'

const number = z.object({ number: z.string().regex(/^\d{1,2}\.\d{1,2}$/) })
const version = z.object({ version: z.coerce.number().int().min(1) })
const json = <S extends z.ZodType>(schema: S) => ({ contentType: 'application/json', schema })

export const planOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: '/api/v1/plan',
    id: 'getPlan',
    summary: 'The action plan in force, each promise with its status computed today',
    answer: json(planApiSchemas.plan),
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/plan/commitments/{number}',
    id: 'getCommitment',
    summary: 'One promise with every occurrence and all evidence',
    parameters: { path: number },
    answer: json(planApiSchemas.commitment),
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/plan/versions',
    id: 'listPlanVersions',
    summary: 'Versions of the plan, newest first',
    answer: json(planApiSchemas.versions),
  },
  {
    method: 'get',
    path: '/api/v1/plan/versions/{version}',
    id: 'getPlanVersion',
    summary: 'One version of the plan as it was worded',
    parameters: { path: version },
    answer: json(planApiSchemas.version),
    problems: [404],
  },
]

const license = 'https://creativecommons.org/licenses/by/4.0/'

async function modified({ db }: Context): Promise<Date | null> {
  return findLastChange(db)
}

export const planDatasets: readonly Dataset[] = [
  {
    name: 'tegevuskava',
    title: { et: 'Tegevuskava lubadused', en: 'Promises of the action plan', ru: 'Обещания плана действий' },
    description: {
      et: 'Iga lubadus koos tänase seisuga, mis arvutatakse valla enda kannetest.',
      en: 'Each promise with its status of today, computed from the municipality’s own records.',
      ru: 'Каждое обещание с сегодняшним состоянием, вычисленным по записям самой волости.',
    },
    keywords: [
      { et: 'tegevuskava', en: 'action plan', ru: 'план действий' },
      { et: 'lubadus', en: 'promise', ru: 'обещание' },
    ],
    theme: 'GOVE',
    frequency: 'CONT',
    license,
    columns: [
      { name: 'number', title: { et: 'Number', en: 'Number', ru: 'Номер' }, type: 'text' },
      { name: 'peatukk', title: { et: 'Peatükk', en: 'Chapter', ru: 'Глава' }, type: 'integer' },
      { name: 'nimi', title: { et: 'Nimi', en: 'Name', ru: 'Название' }, type: 'text' },
      { name: 'sonastus', title: { et: 'Sõnastus', en: 'Wording', ru: 'Формулировка' }, type: 'text' },
      { name: 'vastutajad', title: { et: 'Vastutajad', en: 'Responsible', ru: 'Ответственные' }, type: 'text' },
      {
        name: 'seis',
        title: { et: 'Seis', en: 'Status', ru: 'Состояние' },
        type: 'text',
        explanation: { et: 'Sama kood mis liideses /api/v1/plan', en: 'The same code as in /api/v1/plan' },
      },
      {
        name: 'kinnitatud_kasitsi',
        title: { et: 'Seis toetub ametnike kinnitusele', en: 'Status rests on what officials vouched for' },
        type: 'boolean',
      },
      { name: 'jargmine_tahtaeg', title: { et: 'Järgmine tähtaeg', en: 'Next due' }, type: 'date', mayBeEmpty: true },
      {
        name: 'viimane_toend',
        title: { et: 'Viimase tõendi päev', en: 'Last evidence' },
        type: 'date',
        mayBeEmpty: true,
      },
      { name: 'leht', title: { et: 'Leht', en: 'Page', ru: 'Страница' }, type: 'address' },
    ],
    rows: async function* (ctx) {
      const plan = await readPlan(ctx)
      yield (plan?.commitments ?? []).map((one) => ({
        number: one.number,
        peatukk: one.chapter,
        nimi: one.name.et,
        sonastus: one.text.et,
        vastutajad: one.parties.map(({ title, asWritten }) => title?.et ?? asWritten).join('; '),
        seis: one.judged.status,
        kinnitatud_kasitsi: one.judged.vouched,
        jargmine_tahtaeg: one.judged.nextDue ?? null,
        viimane_toend: one.lastEvidence?.on ?? null,
        leht: planPaths.commitment(one.number),
      }))
    },
    modified,
  },
  {
    name: 'tegevuskava-kuud',
    title: {
      et: 'Tegevuskava tõendid kuude kaupa',
      en: 'Evidence of the action plan by month',
      ru: 'Подтверждения плана действий по месяцам',
    },
    description: {
      et: 'Iga lubaduse tõendid viimase kaheteistkümne kuu jooksul: mitu kannet ja mitu neist vastas lubatule.',
      en: 'Evidence of each promise over the last twelve months: records, and records that met what was owed.',
      ru: 'Подтверждения каждого обещания за двенадцать месяцев.',
    },
    keywords: [{ et: 'tõend', en: 'evidence', ru: 'подтверждение' }],
    theme: 'GOVE',
    frequency: 'CONT',
    license,
    columns: [
      { name: 'number', title: { et: 'Number', en: 'Number', ru: 'Номер' }, type: 'text' },
      { name: 'kuu', title: { et: 'Kuu', en: 'Month', ru: 'Месяц' }, type: 'text' },
      { name: 'kandeid', title: { et: 'Kandeid', en: 'Records', ru: 'Записей' }, type: 'integer' },
      { name: 'vastas', title: { et: 'Vastas lubatule', en: 'Met what was owed' }, type: 'integer' },
    ],
    rows: async function* (ctx) {
      const plan = await readPlan(ctx)
      yield (plan?.commitments ?? []).flatMap(({ number: of, judged }) =>
        judged.months.map(({ month, records, met }) => ({ number: of, kuu: month, kandeid: records, vastas: met })),
      )
    },
    modified,
  },
]
