import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { partnerPaths } from './partners/paths.ts'
import { reportDeskPaths as desk } from './paths.ts'
import { sendAReport } from './testing.ts'

let app: TestApp
let actors: Record<string, Client>
let own: number
let privateOne: number
let forOther: number
const id = '3f2b6c9e-8a41-4d57-9c0e-1b2a3c4d5e6f'
beforeAll(async () => {
  app = await openTestApp()
  const signIn = (name: string, given: Parameters<TestApp['signIn']>[0] = {}) => app.signIn({ name, ...given })
  actors = {
    visitor: app.visitor,
    resident: await signIn('Rita Rebane'),
    elder: await signIn('Kalle Külavanem', { postSlugs: ['haljava-kulavanem'] }),
    official: await signIn('Olev Ojamaa', { roles: ['official'] }),
    contractor: await signIn('Toomas Töömees', { postSlugs: ['naidis-teehooldus-tootegija'] }),
  }
  own = (await sendAReport(app, app.visitor)).report.number
  privateOne = (await sendAReport(app, app.visitor)).report.number
  forOther = (await sendAReport(app, app.visitor)).report.number
  await sql`update reports_reports set is_private = true where number = ${privateOne}`.execute(app.db)
  const other = sql`(select id from people_posts where slug <> 'naidis-teehooldus-tootegija' limit 1)`
  await sql`update reports_reports set contractor_post = ${other}, contractor_since = now()
    where number = ${forOther}`.execute(app.db)
})

const stepsOf = (number: number): string[] => [
  desk.answer(number),
  desk.assign(number),
  desk.move(number),
  desk.double(number),
  desk.ask(number),
  desk.takeQuestionBack(number),
  desk.tellApart(number),
  desk.split(number),
  desk.picture(number, id),
  desk.original(number, id),
  desk.giveWork(number),
  desk.cost(number),
  desk.takeTemplate(number),
  desk.priority(number),
  desk.note(number),
  desk.hide(number),
  desk.show(number),
  desk.hideWords(number, id),
  partnerPaths.handOver(number),
]
const form = {
  idempotencyKey: crypto.randomUUID(),
  words: 'Sõnad',
  state: 'fixed-by-parish',
  post: id,
  category: 'prugi',
  of: '1',
  question: 'Kus?',
  audience: 'everyone',
  settlement: '4496',
  box1: '0,0,5,5',
  whyOpen: 'Põhjus',
  cost: '5',
  priority: 'urgent',
  reason: 'Põhjus',
  [`reason-${id}`]: 'Põhjus',
  partner: id,
  note: 'Märkus',
}
const everything = async () => {
  const rows = await sql`select (select jsonb_agg(r order by r.number) from reports_reports r) as reports,
    (select count(*)::int from reports_updates) as updates, (select count(*)::int from reports_notes) as notes`.execute(
    app.db,
  )
  return JSON.stringify(rows.rows)
}

describe('a step of the desk', () => {
  it.each(['visitor', 'resident', 'elder', 'contractor'])('is none for a %s', async (name) => {
    const before = await everything()
    for (const path of [...stepsOf(own), ...stepsOf(privateOne)]) {
      const { status } = await actors[name]!.post(path, form)
      expect([path, status]).toEqual([path, 403])
      const seen = await actors[name]!.get(path)
      expect([path, seen.status === 200]).toEqual([path, false])
    }
    expect(await everything()).toBe(before)
  })

  it('with a private report is none for an official whose post does not answer for it', async () => {
    const before = await everything()
    for (const path of stepsOf(privateOne)) {
      const { status, text } = await actors.official!.post(path, form)
      expect([path, status, text.includes('Sügav auk')]).toEqual([path, 403, false])
    }
    const chosen = await actors.official!.post(desk.chosen, { n: `${privateOne}`, what: 'priority' })
    expect(chosen.text).not.toContain('bussipeatuse')
    const bulk = { idempotencyKey: crypto.randomUUID(), n: `${privateOne}`, what: 'priority', priority: 'urgent' }
    const done = await actors.official!.post(desk.bulk, bulk)
    expect((await actors.official!.get(done.location!)).text).not.toContain(`/too/teated/${privateOne}"`)
    expect((await actors.official!.post(desk.double(own), { of: `${privateOne}` })).status).toBe(422)
    expect(await everything()).toBe(before)
  })

  it('that is for coordinators is none for officials', async () => {
    for (const path of [desk.hide(own), desk.show(own), desk.hideWords(own, id), partnerPaths.partner(id)]) {
      expect([path, (await actors.official!.post(path, { ...form, name: 'X', toldOf: 'none' })).status]).toEqual([
        path,
        403,
      ])
    }
    for (const path of [desk.newTemplate, desk.template(id), partnerPaths.again(id)]) {
      expect([path, (await actors.official!.post(path, form)).status]).toEqual([path, 403])
    }
  })

  it('of several, of letters and of entry is for the desk alone, and taking back for whoever did it', async () => {
    const bulk = { idempotencyKey: crypto.randomUUID(), n: `${own}`, what: 'priority', priority: 'low' }
    const done = await actors.official!.post(desk.bulk, bulk)
    const step = done.location!.split('/').at(-1)!
    const other = await app.signIn({ name: 'Teine Ametnik', roles: ['official'] })
    for (const who of [other, ...['visitor', 'resident', 'elder', 'contractor'].map((name) => actors[name]!)]) {
      expect((await who.post(desk.undoBulk(step), {})).status).toBe(403)
      expect((await who.get(desk.bulkStep(step))).status).not.toBe(200)
    }
    for (const name of ['visitor', 'resident', 'elder', 'contractor']) {
      for (const path of [desk.chosen, desk.bulk, desk.enter, desk.dismissMail(id)]) {
        expect([name, path, (await actors[name]!.post(path, { ...form, ...bulk })).status]).toEqual([name, path, 403])
      }
    }
  })

  it('of the field is for the contractor to whom the work was given', async () => {
    for (const number of [own, privateOne, forOther]) {
      for (const name of ['visitor', 'resident', 'elder', 'official', 'contractor']) {
        for (const path of [desk.begin(number), desk.done(number)]) {
          expect([name, path, (await actors[name]!.post(path, form)).status]).toEqual([name, path, 403])
        }
      }
    }
    expect((await actors.contractor!.get(desk.field)).text).not.toContain('Sügav auk')
  })
})
