import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv, type AnySchema } from 'ajv'
import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { aCouncil, holdASitting } from '../oparl/testing.ts'
import { popoloOperations } from './routes.ts'

type VoteEvent = {
  id: string
  result: string | null
  motion: { text: string; result: string | null }
  counts: { option: string; value: number }[]
  votes: { voter_id: string; option: string }[]
}

let app: TestApp
let number = 0
let persons: string[] = []
beforeAll(async () => {
  app = await openTestApp()
  const people = await aCouncil(app)
  persons = people.seats.map(({ personId }) => personId!)
  const sitting = await holdASitting(app, people, [{ title: 'Avalik asi' }, { title: 'Kinnine asi' }])
  number = sitting.number
})

const read = async <T>(path: string): Promise<T> =>
  JSON.parse((await app.visitor.get(`/api/v1/meetings/${number}/${path}`)).text) as T
const votes = async () => (await read<{ vote_events: VoteEvent[] }>('votes')).vote_events

it('tells motion, result, counts and who voted how, of persons of public life alone', async () => {
  const open = (await votes()).find(({ motion }) => motion.text === 'Kas võtta avalikult vastu?')!
  expect([open.result, open.motion.result]).toEqual(['pass', 'pass'])
  expect(open.counts).toContainEqual({ option: 'yes', value: 19 })
  // Two of the nineteen are nobody that a public page names.
  expect(open.votes.map(({ voter_id: id }) => id).toSorted()).toEqual(persons.slice(2).toSorted())
  expect(new Set(open.votes.map(({ option }) => option))).toEqual(new Set(['yes']))
})

it('of a vote behind closed doors tells what it was about and how it ended', async () => {
  const all = await votes()
  expect(JSON.stringify(all)).not.toContain('salajase hinnaga')
  const closed = all.find(({ motion }) => motion.text.includes('Kinnine asi'))!
  expect([closed.result, closed.counts, closed.votes]).toEqual(['pass', [], []])
})

it('answers as its own description says', async () => {
  for (const { path, answer } of popoloOperations) {
    const found = await app.visitor.get(path.replace('{meeting}', String(number)))
    expect(answer.schema.safeParse(JSON.parse(found.text)).error?.issues, path).toBeUndefined()
  }
})

it('is led to from OParl', async () => {
  const list = JSON.parse((await app.visitor.get('/api/oparl/1.1/meetings')).text) as {
    data: Record<string, unknown>[]
  }
  const links = list.data.map((meeting) => meeting['avavald:voteEvents']).filter((link) => link !== undefined)
  expect(links.some((link) => String(link).endsWith(`/api/v1/meetings/${number}/votes`))).toBe(true)
  expect((await app.visitor.get('/api/v1/meetings/99999/votes')).status).toBe(404)
})

const schemas = '../shared/standards/popolo/schemas'
const folder = existsSync(schemas) ? schemas : null

/** Draft 3 says of a property that it is required; later drafts say of an object which are. */
function modern(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(modern)
  if (typeof schema !== 'object' || schema === null) return schema
  const { $schema: _schema, id, required: _required, format: _format, ...rest } = schema as Record<string, unknown>
  const plain = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, modern(value)]))
  return typeof id === 'string' ? { $id: id, ...plain } : plain
}

/** The schemas' own judgement where they are at hand, and what Popolo's pages say of a vote event everywhere. */
function judge(): (event: VoteEvent) => unknown {
  if (folder === null) return () => null
  const ajv = new Ajv({ strict: false, allErrors: true })
  for (const file of readdirSync(folder))
    ajv.addSchema(modern(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))) as AnySchema)
  const validate = ajv.getSchema('http://www.popoloproject.com/schemas/vote_event.json#')!
  return (event) => (validate(event) ? null : validate.errors)
}

it('is what Popolo says a vote event is: voters are members, and counts are what they chose', async () => {
  const faultsOf = judge()
  for (const event of await votes()) {
    expect(faultsOf(event)).toBeNull()
    const options = new Set(['yes', 'no', 'abstain', 'not voting', 'absent'])
    expect([...event.counts, ...event.votes].filter(({ option }) => !options.has(option))).toEqual([])
    for (const { voter_id: id } of event.votes) expect(persons).toContain(id)
  }
})
