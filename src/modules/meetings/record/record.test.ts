import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { enterEvents } from '../enter-events.ts'
import type { MeetingFacts } from '../log/events.ts'
import { meetingsOwnData } from '../own-data.ts'
import { meetingDeskPaths as desk } from '../paths.ts'
import { readState } from '../read-state.ts'
import { anItem, planAMeeting } from '../testing.ts'
import { recordAll } from './keep-record.ts'
import { recordPaths } from './paths.ts'

let app: TestApp
let secretary: Client
const seats: string[] = []
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  const bodyId = await councilId()
  for (let at = 0; at < 19; at += 1) {
    const { personId } = await app.signIn({ name: `Liige ${String.fromCodePoint(65 + at)}` })
    await app.db
      .updateTable('people_persons')
      .set({ slug: `liige-${at}` })
      .where('id', '=', personId!)
      .execute()
    await app.db
      .insertInto('people_memberships')
      .values({ person_id: personId!, body_id: bodyId, from_date: '2026-01-01', created_at: app.clock.now() })
      .execute()
    seats.push(personId!)
  }
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const open = async (path: string) => text(await app.visitor.get(path))
const councilId = async () =>
  (await app.db.selectFrom('people_bodies').select('id').where('slug', '=', 'vallavolikogu').executeTakeFirstOrThrow())
    .id

/** A meeting in session with so many here. */
async function opened(present: number, item: Partial<Record<string, string>> = {}): Promise<number> {
  const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-11-23T15:00', endsAt: '' })
  await secretary.post(desk.newItem(number), anItem(item))
  await secretary.post(desk.invite(number), { lateBecause: 'Proovi tarvis' })
  await secretary.post(desk.convene(number), { chair: seats[0]! })
  await happen(
    number,
    ...seats
      .slice(0, present)
      .map((personId) => ({ kind: 'arrived', personId, channel: 'room', source: 'clerk' }) as const),
    { kind: 'opened' },
  )
  return number
}

async function happen(number: number, ...events: MeetingFacts[]): Promise<void> {
  const outcome = await enterEvents(app.context(await secretary.actor()), number, () => events, 'lead')
  expect(outcome).toMatchObject({ ok: true })
}

const wait = (minutes: number) => app.clock.move(new Date(app.clock.now().getTime() + minutes * 60_000))

async function stateOf(number: number) {
  const { id } = await app.db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return (await readState(app.db, id))!
}

type Method = 'named' | 'secret'

/** A vote on the open item: who says what; whoever is not named is silent. */
async function voted(number: number, said: Record<number, 'for' | 'against' | 'abstained'>, method: Method = 'named') {
  const voteId = crypto.randomUUID()
  const { currentItemId } = await stateOf(number)
  const prepared = { question: 'Kas võtta vastu?', object: { kind: 'draft' }, method, rule: 'simple' } as const
  await happen(
    number,
    { kind: 'vote-prepared', voteId, itemIds: currentItemId === null ? [] : [currentItemId], ...prepared },
    { kind: 'vote-opened', voteId, rollCallFrom: null },
  )
  for (const [seat, choice] of Object.entries(said))
    await happen(number, { kind: 'vote-cast', voteId, personId: seats[Number(seat)]!, choice, channel: 'clerk' })
  await happen(number, { kind: 'vote-closed', voteId })
  return voteId
}

const csvLine = ({ text: all }: Answer, voteId: string) => all.split('\n').find((line) => line.includes(voteId))

const rowOf = (answer: Answer, name: string) =>
  answer.page
    .querySelectorAll('tr')
    .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.replaceAll(/\s+/gu, ' ').trim()))
    .map((cells) => cells.join(' '))
    .find((row) => row.startsWith(name))

describe('the record of attendance', () => {
  it('counts each member by the meetings of their own mandate, whole, partly and absent', async () => {
    const number = await opened(12)
    wait(30)
    await happen(number, { kind: 'left', personId: seats[11]!, source: 'clerk' })
    await happen(number, { kind: 'excused', personId: seats[18]! })
    wait(30)
    await happen(number, { kind: 'ended' })
    const page = await app.visitor.get(recordPaths.attendance)
    expect(rowOf(page, 'Liige A')).toMatch(/^Liige A 1 1 0 0 0 100%/)
    expect(rowOf(page, 'Liige L')).toMatch(/^Liige L 1 0 1 ?eemal kokku 30 min 0 0 100%/)
    expect(rowOf(page, 'Liige S')).toMatch(/^Liige S 1 0 0 1 0 0%/)
    expect(rowOf(page, 'Liige R')).toMatch(/^Liige R 1 0 0 0 1 0%/)
    expect(text(page)).toContain('12 liiget 19-st')
    expect(await open(recordPaths.person('liige-11'))).toContain('osa ajast')
  })

  it('knows nothing of a meeting whose roll call found no quorum, nor of one before the mandate', async () => {
    const before = await app.db.selectFrom('meetings_attendance').select('person_id').execute()
    const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-11-23T18:00', endsAt: '' })
    await secretary.post(desk.newItem(number), anItem())
    await secretary.post(desk.invite(number), { lateBecause: 'Proovi tarvis' })
    await secretary.post(desk.convene(number), { chair: seats[0]! })
    await happen(number, { kind: 'no-quorum-at-roll-call' })
    expect(await app.db.selectFrom('meetings_attendance').select('person_id').execute()).toHaveLength(before.length)
    const late = await app.signIn({ name: 'Hiline Liige' })
    await app.db.updateTable('people_persons').set({ slug: 'hiline-liige' }).where('id', '=', late.personId!).execute()
    await app.db
      .insertInto('people_memberships')
      .values({
        person_id: late.personId!,
        body_id: await councilId(),
        from_date: '2026-11-23',
        until_date: '2026-11-23',
        created_at: app.clock.now(),
      })
      .execute()
    expect(await open(recordPaths.person('hiline-liige'))).toContain('Ühtki peetud istungit')
  })

  it('follows a correction of the log made after the end', async () => {
    const number = await opened(11)
    const state = await stateOf(number)
    const arrival = state.log.find((event) => event.kind === 'arrived' && event.personId === seats[10])!
    wait(10)
    await happen(number, { kind: 'ended' })
    const of = () =>
      app.db
        .selectFrom('meetings_attendance as a')
        .innerJoin('meetings_meetings as m', 'm.id', 'a.meeting_id')
        .select('a.kind')
        .where('m.number', '=', number)
        .where('a.person_id', '=', seats[10]!)
        .executeTakeFirstOrThrow()
    expect((await of()).kind).toBe('whole')
    await happen(number, {
      kind: 'corrected',
      correction: { how: 'void', eventId: arrival.id },
      reason: 'Oli eksitus',
    })
    expect((await of()).kind).toBe('absent')
  })

  it('is made anew from the logs and says the same', async () => {
    const all = () =>
      app.db.selectFrom('meetings_attendance').selectAll().orderBy('meeting_id').orderBy('person_id').execute()
    const before = await all()
    await app.db.updateTable('meetings_records').set({ reckoning: 0 }).execute()
    await recordAll(app.context())
    expect(await all()).toEqual(before)
  })
})

describe('the record of votes', () => {
  it('shows a result in the second in which it is stated, with who voted how', async () => {
    const number = await opened(12)
    const [item] = [...(await stateOf(number)).items.keys()]
    await happen(number, { kind: 'item-opened', itemId: item! })
    const voteId = await voted(number, { 0: 'for', 1: 'for', 2: 'against', 3: 'abstained' })
    expect(await open(recordPaths.votes)).not.toContain('2 : 1')
    await happen(number, { kind: 'result-stated', voteId, outcome: 'adopted' })
    expect(await open(recordPaths.votes)).toContain('2 : 1, erapooletuid 1, ei hääletanud 8')
    const person = async (slug: string) => rowOf(await app.visitor.get(recordPaths.person(slug)), '1. Eelarve')
    expect(await person('liige-2')).toContain('vastu')
    expect(await person('liige-5')).toContain('kohal, ei hääletanud')
    expect(await person('liige-15')).toContain('puudus')
    await happen(number, { kind: 'vote-annulled', voteId, reason: 'Loeti valesti' })
    expect(await open(recordPaths.votes)).toContain('tühistatud')
    expect(await person('liige-2')).toBeUndefined()
  })

  it('tells of a closed item only how it ended, and of a secret vote nobody’s choice', async () => {
    const number = await opened(12, {
      visibility: 'closed',
      closedBasis: 'AvTS § 35',
      title: 'Kinnine asi',
      kind: 'decision',
    })
    const [item] = [...(await stateOf(number)).items.keys()]
    await happen(number, { kind: 'item-opened', itemId: item! })
    const voteId = await voted(number, { 0: 'for', 1: 'for', 2: 'for', 3: 'against' })
    await happen(number, { kind: 'result-stated', voteId, outcome: 'adopted' })
    const votes = await app.visitor.get(recordPaths.votes)
    expect(rowOf(votes, '1. Kinnine asi')).toContain('kinnine arutelu')
    expect(rowOf(votes, '1. Kinnine asi')).not.toContain('3 : 1')
    const data = await app.visitor.get('/andmed/nimelised-haaled.csv')
    expect(data.text).not.toContain(voteId)
    expect(csvLine(await app.visitor.get('/andmed/haaletused.csv'), voteId)).not.toContain('Kas võtta')
  })
})

describe('compositions', () => {
  it('are kept by secretaries, do not overlap, and group attendance', async () => {
    const body = await councilId()
    const stranger = await app.signIn({ name: 'Võõras Vaatleja' })
    expect((await stranger.get(recordPaths.terms)).status).toBe(403)
    expect((await stranger.post(recordPaths.terms, { body, number: '1', from: '2025-10-27', until: '' })).status).toBe(
      403,
    )
    const kept = await secretary.post(recordPaths.terms, { body, number: '10', from: '2025-10-27', until: '' })
    expect(kept.status).toBe(303)
    const overlap = await secretary.post(recordPaths.terms, {
      body,
      number: '9',
      from: '2021-10-27',
      until: '2025-10-30',
    })
    expect([overlap.status, text(overlap)]).toEqual([422, expect.stringContaining('kattuvad')])
    const wrong = await secretary.post(recordPaths.terms, { body, number: '0', from: '2026-02-30', until: '' })
    expect([wrong.status, text(wrong)]).toEqual([422, expect.stringContaining('Kirjuta number 1 kuni 999.')])
    const backward = await secretary.post(recordPaths.terms, {
      body,
      number: '9',
      from: '2021-10-27',
      until: '2020-10-30',
    })
    expect(text(backward)).toContain('enne, kui algab')
    expect(await open(`${recordPaths.attendance}?aeg=k10`)).toContain('10. koosseis')
    expect(await open('/en/logi')).toContain('composition')
  })
})

it('a member takes their own attendance, votes and calls along, and is told why they stay', async () => {
  const ctx = { ...app.context(), actor: { ...app.context().actor, kind: 'person' as const, personId: seats[0]! } }
  const taken = await meetingsOwnData.takeOut!(ctx, app.site.keys)
  expect(taken['meetingAttendance']!.length).toBeGreaterThan(0)
  expect(taken['meetingVotes']).toEqual([])
  expect(taken['meetingCalls']!.length).toBeGreaterThan(0)
  expect(await meetingsOwnData.forget!(ctx)).toHaveLength(1)
  const stranger = { ...ctx, actor: { ...ctx.actor, personId: crypto.randomUUID() } }
  expect(await meetingsOwnData.forget!(stranger)).toEqual([])
})
