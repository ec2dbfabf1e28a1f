import { sql } from 'kysely'
import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'
import { todayOf, type Context } from '#platform/context.ts'
import type { Dataset } from '#platform/dataset.ts'
import { peoplePaths } from './paths.ts'
import { listOpenBodies, listOpenMemberships } from './queries/open-data.ts'

const name = z.object({ name: z.string(), note: z.string() })
const link = z.object({ url: z.string(), note: z.string() })
const identifier = z.object({ scheme: z.string(), identifier: z.string() })
const day = z.iso.date().nullable()

const listedBody = z.object({
  id: z.uuid(),
  name: z.string(),
  other_names: z.array(name),
  identifiers: z.array(identifier),
  classification: z.string(),
  dissolution_date: day,
  links: z.array(link),
  seats: z.int().nullable(),
  people: z.int(),
})

const post = z.object({
  id: z.uuid(),
  label: z.string(),
  organization_id: z.uuid(),
  end_date: day,
  seats: z.int().nullable(),
})

const membership = z.object({
  id: z.uuid(),
  label: z.string().nullable(),
  role: z.string().nullable(),
  person: z.object({ name: z.string(), links: z.array(link) }),
  organization_id: z.uuid(),
  post_id: z.uuid().nullable(),
  on_behalf_of: z.object({ name: z.string() }).nullable(),
  start_date: z.iso.date(),
  end_date: day,
})

const body = listedBody.omit({ people: true }).extend({
  parent_id: z.uuid().nullable(),
  area_id: z.string().nullable(),
  description: z.string().nullable(),
  founding_date: day,
  posts: z.array(post),
  memberships: z.array(membership),
})

const person = z.object({
  id: z.uuid(),
  name: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  links: z.array(link),
  memberships: z.array(
    z.object({
      role: z.string().nullable(),
      organization: z.object({ name: z.string(), links: z.array(link) }),
      on_behalf_of: z.object({ name: z.string() }).nullable(),
      start_date: z.iso.date(),
      end_date: day,
    }),
  ),
})

const slug = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,100}$/) })

export const peopleOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: '/api/v1/bodies',
    id: 'listBodies',
    summary: 'Bodies and institutions (Popolo organizations), by pages',
    parameters: { query: z.object({ after: z.string().max(100).optional().describe('Slug of the last one seen') }) },
    answer: {
      contentType: 'application/json',
      schema: z.object({ bodies: z.array(listedBody), next: z.string().nullable() }),
    },
  },
  {
    method: 'get',
    path: '/api/v1/bodies/{slug}',
    id: 'getBody',
    summary: 'One body with its posts and memberships (Popolo)',
    parameters: { path: slug },
    answer: { contentType: 'application/json', schema: body },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/v1/people/{slug}',
    id: 'getPerson',
    summary: 'A person of public life with the posts held (Popolo)',
    parameters: { path: slug },
    answer: { contentType: 'application/json', schema: person },
    problems: [404],
  },
]

const license = 'https://creativecommons.org/licenses/by/4.0/'

async function lastChange({ db }: Context): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`select occurred_at as at from platform_events
    where is_public and type like 'people.%' order by id desc limit 1`.execute(db)
  return rows[0]?.at ?? null
}

export const peopleDatasets: readonly Dataset[] = [
  {
    name: 'kogud',
    title: { et: 'Kogud ja asutused', en: 'Bodies and institutions', ru: 'Органы и учреждения' },
    description: {
      et: 'Volikogu, valitsus, komisjonid, asutused ja kogukonnad: kohtade arv ja täidetud kohad täna.',
      en: 'Council, government, committees, institutions and communities: seats, and seats filled today.',
      ru: 'Собрание, управа, комиссии, учреждения и общины: число мест и занятые места сегодня.',
    },
    keywords: [
      { et: 'volikogu', en: 'council', ru: 'собрание' },
      { et: 'komisjon', en: 'committee', ru: 'комиссия' },
    ],
    theme: 'GOVE',
    frequency: 'CONT',
    license,
    columns: [
      { name: 'tunnus', title: { et: 'Tunnus', en: 'Identifier', ru: 'Идентификатор' }, type: 'text' },
      { name: 'nimi', title: { et: 'Nimi', en: 'Name', ru: 'Название' }, type: 'text' },
      { name: 'liik', title: { et: 'Liik', en: 'Kind', ru: 'Вид' }, type: 'text' },
      { name: 'kohti', title: { et: 'Kohti', en: 'Seats', ru: 'Мест' }, type: 'integer', mayBeEmpty: true },
      { name: 'taidetud', title: { et: 'Täidetud', en: 'Filled', ru: 'Занято' }, type: 'integer' },
      { name: 'asutatud', title: { et: 'Asutatud', en: 'Founded', ru: 'Создан' }, type: 'date', mayBeEmpty: true },
      {
        name: 'lopetatud',
        title: { et: 'Lõpetatud', en: 'Dissolved', ru: 'Ликвидирован' },
        type: 'date',
        mayBeEmpty: true,
      },
      { name: 'leht', title: { et: 'Leht', en: 'Page', ru: 'Страница' }, type: 'address' },
    ],
    rows: async function* (ctx) {
      const bodies = await listOpenBodies(ctx.db, todayOf(ctx))
      yield bodies.map(({ slug: id, nimi, liik, kohti, taidetud, asutatud, lopetatud }) => ({
        tunnus: id,
        nimi,
        liik,
        kohti,
        taidetud,
        asutatud,
        lopetatud,
        leht: peoplePaths.body(id),
      }))
    },
    modified: lastChange,
  },
  {
    name: 'ametikohad',
    title: { et: 'Avalikud ametikohad', en: 'Public posts held', ru: 'Публичные должности' },
    description: {
      et: 'Kes on või oli millises kogus ja ametis: ainult avalike ülesannete täitjad, nagu nende lehelgi.',
      en: 'Who is or was in which body and post: persons of public life alone, as on their pages.',
      ru: 'Кто состоит или состоял в каком органе и должности: только лица общественной жизни.',
    },
    keywords: [
      { et: 'ametikoht', en: 'post', ru: 'должность' },
      { et: 'liikmesus', en: 'membership', ru: 'членство' },
    ],
    theme: 'GOVE',
    frequency: 'CONT',
    license,
    columns: [
      { name: 'nimi', title: { et: 'Nimi', en: 'Name', ru: 'Имя' }, type: 'text' },
      { name: 'kogu', title: { et: 'Kogu', en: 'Body', ru: 'Орган' }, type: 'text' },
      { name: 'amet', title: { et: 'Ametikoht', en: 'Post', ru: 'Должность' }, type: 'text', mayBeEmpty: true },
      { name: 'alates', title: { et: 'Alates', en: 'Since', ru: 'С' }, type: 'date' },
      { name: 'kuni', title: { et: 'Kuni', en: 'Until', ru: 'По' }, type: 'date', mayBeEmpty: true },
      { name: 'leht', title: { et: 'Leht', en: 'Page', ru: 'Страница' }, type: 'address' },
    ],
    rows: async function* (ctx) {
      const rows = await listOpenMemberships(ctx.db, todayOf(ctx))
      yield rows.map(({ slug: id, ...row }) => ({ ...row, leht: peoplePaths.person(id) }))
    },
    modified: lastChange,
  },
]
