import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { listActTasks, listInMyCare } from './list-tasks.ts'
import { actDeskPaths as desk, actPaths } from './paths.ts'
import { remindFollowUps } from './remind-follow-ups.ts'
import { enterAnAct } from './testing.ts'

let app: TestApp
let keeper: Client
let doer: Client
let stranger: Client
let postId: string
beforeAll(async () => {
  app = await openTestApp()
  keeper = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  doer = await app.signIn({ name: 'Teet Teedemees', postSlugs: ['teedespetsialist'] })
  stranger = await app.signIn({ name: 'Võõras Ametnik', postSlugs: ['heakorraspetsialist'] })
  const post = await app.db
    .selectFrom('people_posts')
    .select('id')
    .where('slug', '=', 'teedespetsialist')
    .executeTakeFirstOrThrow()
  postId = post.id
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
let number = 0
async function withTask(given: Record<string, string> = {}) {
  number += 1
  const slug = await enterAnAct(app, keeper, { number: String(number) })
  const form = {
    idempotencyKey: crypto.randomUUID(),
    who: postId,
    task: 'Avaldada kaart.',
    dueOn: '2026-12-04',
    ...given,
  }
  const answer = await keeper.post(desk.followUp(slug), form)
  const row = await app.db
    .selectFrom('acts_followups')
    .innerJoin('acts_acts', 'acts_acts.id', 'acts_followups.act_id')
    .select('acts_followups.id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return { slug, answer, id: row?.id ?? '', form }
}
const noticesOf = async (who: Client) => {
  const rows = await app.db
    .selectFrom('notifications_inbox')
    .select('title')
    .where('person_id', '=', who.personId)
    .where('kind', '=', 'acts.follow-up')
    .orderBy('id')
    .execute()
  return rows.map(({ title }) => (title as { et: string }).et)
}

describe('what an act asks to be done', () => {
  it('is public with the post, told to who holds it, and waits on their desk', async () => {
    const { slug, answer, form } = await withTask()
    expect(answer.status).toBe(303)
    await keeper.post(desk.followUp(slug), form)
    const page = text(await app.visitor.get(actPaths.act(slug)))
    expect(page.match(/Avaldada kaart\./g)).toHaveLength(1)
    expect(page).toContain('Täitmisel')
    expect(page).not.toContain('Teedemees')
    expect((await noticesOf(doer)).at(-1)).toContain('Sulle anti ülesanne')
    const ctx = app.context(await doer.actor())
    expect(await listActTasks(ctx, 'et')).toMatchObject([{ what: 'Avaldada kaart.', dueOn: '2026-12-04' }])
    expect(await listInMyCare(ctx)).toHaveLength(1)
    expect(text(await doer.get('/too'))).toContain('Avaldada kaart.')
    const calendar = await app.visitor.get(actPaths.ownDeadlines(slug))
    expect(calendar.text).toContain('DTSTART;VALUE=DATE:20261204')
  })

  it('is ended by whoever does it, with a word and a link, and by nobody else', async () => {
    const { slug, id } = await withTask({ task: 'Parandada tee.' })
    const done = { followUp: id, how: 'done', words: 'Tee on korras.', link: '/teated/1' }
    expect((await stranger.post(desk.endFollowUp(slug), done)).status).toBe(403)
    expect((await app.visitor.post(desk.endFollowUp(slug), done)).status).toBe(403)
    expect((await doer.post(desk.endFollowUp(slug), { ...done, how: 'dropped' })).status).toBe(403)
    expect((await doer.get(`${desk.followUp(slug)}?ulesanne=${id}`)).text).toContain('name="words"')
    const wrong = await doer.post(desk.endFollowUp(slug), { ...done, link: 'javascript:alert(1)' })
    expect([wrong.status, wrong.text.includes('Tee on korras.')]).toEqual([422, true])
    expect((await doer.post(desk.endFollowUp(slug), { ...done, link: '//kuri.ee' })).status).toBe(422)
    expect((await doer.post(desk.endFollowUp(slug), done)).status).toBe(303)
    expect((await doer.post(desk.endFollowUp(slug), done)).status).toBe(422)
    const page = await app.visitor.get(actPaths.act(slug))
    expect(text(page)).toContain('Täidetud')
    expect(page.page.querySelector('a[href="/teated/1"]')).not.toBeNull()
  })

  it('is dropped with a reason by those who keep acts', async () => {
    const { slug, id } = await withTask()
    expect((await keeper.post(desk.endFollowUp(slug), { followUp: id, how: 'dropped', words: '' })).status).toBe(422)
    const dropped = { followUp: id, how: 'dropped', words: 'Kaart on juba olemas.' }
    expect((await keeper.post(desk.endFollowUp(slug), dropped)).status).toBe(303)
    expect(text(await app.visitor.get(actPaths.act(slug)))).toContain('Kaart on juba olemas.')
  })

  it('is not given to nobody, nor for a day before the act', async () => {
    expect((await withTask({ who: crypto.randomUUID() })).answer.status).toBe(422)
    expect((await withTask({ dueOn: '2026-11-01' })).answer.status).toBe(422)
    expect((await withTask({ task: ' ' })).answer.status).toBe(422)
  })
})

describe('reminders', () => {
  it('come before and after the due day, each once, and stop when it is done', async () => {
    await app.db.deleteFrom('acts_followups').execute()
    const { slug, id } = await withTask({ task: 'Esitada kokkuvõte.' })
    const before = (await noticesOf(doer)).length
    const told: string[][] = []
    for (const day of [
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
      '2026-12-03',
      '2026-12-05',
      '2026-12-06',
      '2026-12-18',
    ]) {
      const now = new Date(`${day}T08:00:00+02:00`)
      await remindFollowUps({ ...app.context(), now })
      await remindFollowUps({ ...app.context(), now })
      told.push((await noticesOf(doer)).slice(before + told.flat().length))
    }
    expect(told.map((titles) => titles.map((title) => title.split(':')[0]))).toEqual([
      [],
      ['Tähtaeg läheneb'],
      [],
      ['Viimane tööpäev'],
      ['Tähtaeg on möödas'],
      [],
      ['Ülesanne on ikka täitmata'],
    ])
    await keeper.post(desk.endFollowUp(slug), { followUp: id, how: 'done', words: 'Kokkuvõte esitatud.' })
    const count = (await noticesOf(doer)).length
    await remindFollowUps({ ...app.context(), now: new Date('2027-01-04T08:00:00+02:00') })
    expect((await noticesOf(doer)).length).toBe(count)
    expect(await noticesOf(stranger)).toEqual([])
  })
})
