import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths as paths } from '../paths.ts'
import { listMinutesTasks } from './review/list-tasks.ts'
import { holdSitting } from './testing.ts'

let app: TestApp
let secretary: Client
let chair: Client
let member: Client
let stranger: Client
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  chair = await app.signIn({ name: 'Esi Mees' })
  member = await app.signIn({ name: 'Lii Kene' })
  stranger = await app.signIn({ name: 'Võõras Vaatleja' })
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const hold = () => holdSitting(app, { chair, member })
const remark = (words: string) => ({ idempotencyKey: crypto.randomUUID(), item: '', remark: words })

describe('minutes before they are published', () => {
  it('go to the members for remarks, are answered, approved by the chair and published without a signature', async () => {
    const { number, itemId } = await hold()
    const tasks = await listMinutesTasks({ ...app.context(), actor: await secretary.actor() }, 'et')
    expect(tasks.find(({ path }) => path === desk.minutes(number))).toMatchObject({ dueOn: '2026-12-02' })
    expect((await member.get(paths.minutesReview(number))).status).toBe(404)
    expect((await member.post(paths.addRemark(number), remark('Varane'))).status).toBe(404)
    expect((await secretary.post(desk.openReview(number), {})).status).toBe(303)
    expect((await secretary.post(desk.openReview(number), {})).status).toBe(422)
    const page = await member.get(paths.minutesReview(number))
    expect([page.status, text(page)]).toEqual([200, expect.stringContaining('26. november 2026')])
    expect((await stranger.get(paths.minutesReview(number))).status).toBe(403)
    expect((await app.visitor.get(paths.minutesReview(number))).location).toContain('/login')
    expect((await stranger.post(paths.addRemark(number), remark('Võõras'))).status).toBe(403)
    const mine = remark('Minu nimi on valesti.')
    for (let times = 0; times < 2; times += 1)
      expect((await member.post(paths.addRemark(number), mine)).status).toBe(303)
    const { id } = await app.db.selectFrom('meetings_remarks').select('id').executeTakeFirstOrThrow()
    const early = { approveBecause: 'Kiire' }
    expect(text(await chair.post(paths.approveMinutes(number), early))).toContain('vasta kõigile märkustele')
    const answer = { remark: id, [`taken:${id}`]: 'yes', [`answer:${id}`]: 'Parandatud.' }
    expect((await member.post(desk.answerRemark(number), answer)).status).toBe(403)
    expect((await secretary.post(desk.answerRemark(number), { remark: id })).status).toBe(422)
    expect((await secretary.post(desk.answerRemark(number), answer)).status).toBe(303)
    expect(text(await member.get(paths.minutesReview(number)))).toContain('Vastus: Parandatud.')
    const dissent = { dissentItem: itemId, dissent: 'Ma ei nõustu, sest raha ei ole.' }
    expect((await stranger.post(paths.dissent(number), dissent)).status).toBe(403)
    expect((await member.post(paths.dissent(number), { ...dissent, dissentItem: 'muu' })).status).toBe(422)
    expect((await member.post(paths.dissent(number), dissent)).status).toBe(303)
    expect((await member.post(paths.approveMinutes(number), early)).status).toBe(403)
    expect((await chair.post(paths.approveMinutes(number), {})).status).toBe(422)
    expect((await chair.post(paths.approveMinutes(number), early)).status).toBe(303)
    expect((await member.post(paths.dissent(number), dissent)).status).toBe(422)
    const changed = { [`kokkuvote-${itemId}`]: 'Hiljem' }
    expect((await secretary.post(desk.minutes(number), changed)).status).toBe(422)
    expect((await secretary.post(desk.publishMinutes(number), {})).status).toBe(303)
    const published = text(await app.visitor.get(paths.minutes(number)))
    expect(published).toContain('Eriarvamus: Lii Kene')
    expect(published).toContain('Ma ei nõustu, sest raha ei ole.')
    expect(published).toContain('Allkirjastamata')
    expect(published).not.toContain('Minu nimi on valesti')
    expect(text(await member.get(paths.minutesReview(number)))).toContain('Kinnitas juhataja Esi Mees')
    expect((await chair.get(paths.minutesReview(number))).text).toContain(desk.signedMinutes(number))
    expect((await chair.get(desk.signedMinutes(number))).status).toBe(200)
    expect((await member.get(desk.signedMinutes(number))).status).toBe(403)
  })

  it('tell the members by a notice that leads to the draft', async () => {
    const { number } = await hold()
    const { id } = await app.db
      .selectFrom('people_bodies')
      .select('id')
      .where('slug', '=', 'vallavolikogu')
      .executeTakeFirstOrThrow()
    const seat = { person_id: member.personId!, body_id: id, from_date: '2026-01-01', created_at: app.clock.now() }
    await app.db.insertInto('people_memberships').values(seat).execute()
    await secretary.post(desk.openReview(number), {})
    const notices = await app.db.selectFrom('notifications_inbox').select(['path', 'title']).execute()
    expect(JSON.stringify(notices)).toContain(paths.minutesReview(number))
  })
})
