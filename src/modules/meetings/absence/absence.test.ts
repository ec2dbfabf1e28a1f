import { beforeAll, describe, expect, it } from 'vitest'
import type { LocalText } from '#platform/language.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk } from '../paths.ts'
import { anItem, planAMeeting } from '../testing.ts'
import { absencePaths } from './paths.ts'
import { warnAbsent } from './warn-absent.ts'

let app: TestApp
let secretary: Client
let council: string
const people: Record<'diligent' | 'endangered' | 'gone' | 'returned', Client> = {} as never

async function sit(name: string): Promise<Client> {
  const member = await app.signIn({ name })
  const membership = { person_id: member.personId!, body_id: council, from_date: '2026-01-01' }
  await app.db
    .insertInto('people_memberships')
    .values({ ...membership, created_at: app.clock.now() })
    .execute()
  return member
}

/** A sitting that was held: who came, who did not. */
async function held(day: string, came: readonly Client[], missed: readonly Client[]): Promise<void> {
  const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-12-20T15:00', endsAt: '' })
  const startsAt = new Date(`${day}T15:00:00+03:00`)
  const { id } = await app.db
    .updateTable('meetings_meetings')
    .set({ starts_at: startsAt, state: 'announced', announced_at: startsAt })
    .where('number', '=', number)
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = (kind: string) => (client: Client) => ({
    meeting_id: id,
    person_id: client.personId!,
    kind,
    minutes_present: 0,
    minutes_missed: 0,
  })
  await app.db
    .insertInto('meetings_attendance')
    .values([...came.map(row('whole')), ...missed.map(row('excused'))])
    .execute()
}

beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary', 'official'] })
  const body = app.db.selectFrom('people_bodies').select('id').where('slug', '=', 'vallavolikogu')
  council = (await body.executeTakeFirstOrThrow()).id
  const { diligent, endangered, gone, returned } = Object.assign(people, {
    diligent: await sit('Hoolas Helve'),
    endangered: await sit('Ohus Olev'),
    gone: await sit('Kadunud Kalju'),
    returned: await sit('Naasnud Nele'),
  })
  await held('2026-06-10', [diligent, endangered], [gone, returned])
  await held('2026-08-26', [diligent, endangered], [gone, returned])
  await held('2026-09-09', [diligent], [gone, returned, endangered])
  await held('2026-09-23', [diligent], [gone, returned, endangered])
  await held('2026-10-14', [diligent, returned], [gone, endangered])
})

const noticesOf = async (client: Client) =>
  app.db
    .selectFrom('notifications_inbox')
    .select(['title', 'path'])
    .select((e) => e.ref('sentence').$castTo<LocalText>().as('sentence'))
    .where('person_id', '=', client.personId!)
    .where('kind', '=', 'meetings.absence')
    .orderBy('path')
    .execute()

describe('absence from sittings', () => {
  it('warns nobody while no sitting lies ahead, and tells the secretary what has come full', async () => {
    await warnAbsent(app.context())
    expect(await noticesOf(people.endangered)).toEqual([])
    const told = await noticesOf(secretary)
    expect(told.map(({ title }) => title.et).toSorted()).toEqual([
      'Teata valimiskomisjonile: Kadunud Kalju',
      'Teata valimiskomisjonile: Naasnud Nele',
    ])
  })

  it('warns the member and the secretary when two months have passed and a sitting lies ahead', async () => {
    const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-12-09T15:00', endsAt: '' })
    await secretary.post(desk.newItem(number), anItem())
    expect((await secretary.post(desk.announce(number), {})).status).toBe(303)
    await warnAbsent(app.context())
    await warnAbsent(app.context())
    const [notice, ...more] = await noticesOf(people.endangered)
    expect(more).toEqual([])
    expect(notice!.sentence.et).toContain('september 2026, oktoober 2026')
    expect(notice!.sentence.et).toContain('9. detsember 2026')
    expect(notice!.path).toBe(`/istungid/${number}`)
    expect(await noticesOf(secretary)).toHaveLength(3)
    expect(await noticesOf(people.diligent)).toEqual([])
  })

  it('shows the secretary what is due by when, and how the day was counted', async () => {
    const page = await secretary.get(absencePaths.list)
    const text = page.page.querySelector('main')!.text.replaceAll(/\s+/gu, ' ')
    expect(text).toContain('3 kuud 3-st: juuni 2026, august 2026, september 2026')
    expect(text).toContain('3 tööpäeva alates päevast pärast 1. oktoober 2026: 6. oktoober 2026')
    expect(text).toContain('2 kuud 3-st: september 2026, oktoober 2026')
    expect(text).not.toContain('Hoolas Helve')
    expect(text).toContain('KOKS § 19 lg 2 p 4')
    for (const language of ['/en', '/ru']) expect((await secretary.get(language + absencePaths.list)).status).toBe(200)
    const waiting = await secretary.get('/too')
    expect(waiting.text).toContain('Teata valimiskomisjonile: liige on nii kaua puudunud')
    expect(waiting.text).toContain('Liige on mitu kuud järjest puudunud')
  })

  it('waits until the secretary has entered that the committee was told, also if the member has come since', async () => {
    const sent = { body: council, person: people.returned.personId!, month: '2026-09' }
    expect((await secretary.post(absencePaths.list, { ...sent, month: '2026-08' })).status).toBe(422)
    expect((await secretary.post(absencePaths.list, sent)).status).toBe(303)
    expect((await secretary.post(absencePaths.list, sent)).status).toBe(303)
    const { text } = await secretary.get(absencePaths.list)
    expect(text).toContain('valimiskomisjonile teatatud 23. november 2026')
    expect((await secretary.get('/too')).text).not.toContain('Naasnud Nele')
  })

  it('is over for whoever is suspended, and begins anew after the suspension', async () => {
    const seat = await app.db
      .selectFrom('people_memberships')
      .select('id')
      .where('person_id', '=', people.gone.personId!)
      .executeTakeFirstOrThrow()
    const suspension = { membership_id: seat.id, person_id: people.gone.personId!, body_id: council, ground: 'absence' }
    const days = { from_date: '2026-11-01', until_date: '2026-11-22', created_at: app.clock.now() }
    await app.db
      .insertInto('people_mandate_suspensions')
      .values({ ...suspension, ...days })
      .execute()
    expect((await secretary.get(absencePaths.list)).text).not.toContain('Kadunud Kalju')
  })

  it('is the secretaries’ to see', async () => {
    expect((await people.endangered.get(absencePaths.list)).status).toBe(403)
    expect((await people.endangered.post(absencePaths.list, {})).status).toBe(403)
    expect((await people.endangered.get('/too')).text).not.toContain('puudunud')
  })
})
