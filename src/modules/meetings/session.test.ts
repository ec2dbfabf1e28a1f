import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { enterWhatIsDue } from './enter-events.ts'
import { newestVote } from './lead/votes.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { readState } from './read-state.ts'
import { anItem, planAMeeting } from './testing.ts'

let app: TestApp
let secretary: Client
let stranger: Client
let seats: Client[]
const council = 19
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  stranger = await app.signIn({ name: 'Võõras Vaatleja' })
  const { id } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', 'vallavolikogu')
    .executeTakeFirstOrThrow()
  seats = []
  for (let at = 0; at < council; at += 1) {
    const member = await app.signIn({ name: `Liige ${String.fromCodePoint(65 + at)}` })
    await app.db
      .insertInto('people_memberships')
      .values({ person_id: member.personId!, body_id: id, from_date: '2026-01-01', created_at: app.clock.now() })
      .execute()
    seats.push(member)
  }
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const soon = { startsAt: '2026-11-23T15:00', endsAt: '' }

/** A council that is called and in its room, with the first of the members in the chair. */
async function convened(items: readonly Partial<Record<string, string>>[] = [{}]): Promise<number> {
  const number = await planAMeeting(app, secretary, 'vallavolikogu', soon)
  for (const item of items) await secretary.post(desk.newItem(number), anItem(item))
  await secretary.post(desk.invite(number), { lateBecause: 'Proovi tarvis' })
  const begun = await secretary.post(desk.convene(number), { chair: seats[0]!.personId! })
  expect(begun.status, text(begun)).toBe(303)
  return number
}

/** What stands on a screen that is up to date. */
async function seen(number: number) {
  const state = await stateOf(number)
  return { onItem: state.currentItemId ?? '', onVote: newestVote(state)?.id ?? '' }
}
const lead = async (number: number, step: string, more: Record<string, string> = {}) =>
  secretary.post(desk.events(number), { step, ...(await seen(number)), ...more })
const sit = (number: number, who: Client, step: string, more: Record<string, string> = {}) =>
  who.post(meetingPaths.seat(number), { step, ...more })
const live = async (number: number) => text(await app.visitor.get(meetingPaths.live(number)))

async function stateOf(number: number) {
  const { id } = await app.db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return (await readState(app.db, id))!
}

async function opened(present: number, items: readonly Partial<Record<string, string>>[] = [{}]): Promise<number> {
  const number = await convened(items)
  for (const member of seats.slice(0, present))
    expect((await sit(number, member, 'arrive', { channel: 'room' })).status).toBe(303)
  expect((await lead(number, 'open')).status).toBe(303)
  return number
}

async function adoptAgenda(number: number): Promise<void> {
  await lead(number, 'vote-on-agenda')
  const vote = (await stateOf(number)).openVoteId!
  for (const member of seats.slice(0, 12)) await sit(number, member, 'cast', { vote, choice: 'for' })
  await lead(number, 'close-vote')
  expect((await lead(number, 'state-result')).status).toBe(303)
}

describe('a sitting', () => {
  it('goes from the roll call to the end, and everybody sees it', async () => {
    const number = await opened(12)
    expect(await live(number)).toContain('12')
    await adoptAgenda(number)
    const [item] = [...(await stateOf(number)).items.keys()]
    expect((await lead(number, 'open-item', { item: item! })).status).toBe(303)
    expect((await lead(number, 'recusals-asked')).status).toBe(303)
    expect(await live(number)).toContain('Eelarve esimene lugemine')
    const question = { words: 'Kas võtta eelarve vastu?', rule: 'simple', method: 'named' }
    expect((await lead(number, 'vote-on-item', question)).status).toBe(303)
    const vote = (await stateOf(number)).openVoteId!
    const choices = ['for', 'for', 'for', 'for', 'for', 'against', 'against', 'against', 'abstained', 'abstained']
    for (const [at, choice] of choices.entries())
      expect((await sit(number, seats[at]!, 'cast', { vote, choice })).status).toBe(303)
    // Nobody learns a choice before the vote is closed.
    const during = await live(number)
    expect(during).toContain('10')
    expect(during).not.toContain('5 poolt')
    await lead(number, 'close-vote')
    expect((await lead(number, 'state-result')).status).toBe(303)
    const after = await live(number)
    expect(after).toContain('5 poolt')
    expect(after.toLowerCase()).toContain('vastu võetud')
    expect((await lead(number, 'conclude-item', { outcome: 'decided' })).status).toBe(303)
    expect((await lead(number, 'end')).status).toBe(303)
    expect((await stateOf(number)).phase).toBe('ended')
    expect(text(await app.visitor.get('/logi'))).toContain('vastu võetud, 5 : 3')
  })

  it('is opened only with a quorum, and says so', async () => {
    const number = await convened()
    for (const member of seats.slice(0, 9)) await sit(number, member, 'arrive')
    const refused = await lead(number, 'open')
    expect([refused.status, text(refused)]).toEqual([422, expect.stringContaining('Kvoorumit ei ole')])
    await lead(number, 'arrive', { person: seats[9]!.personId!, channel: 'remote' })
    expect((await lead(number, 'open')).status).toBe(303)
  })

  it('is suspended when the quorum stays lost, and an open vote is cancelled, not lost', async () => {
    const number = await opened(10)
    await lead(number, 'vote-on-agenda')
    const vote = (await stateOf(number)).openVoteId!
    await sit(number, seats[1]!, 'cast', { vote, choice: 'for' })
    await sit(number, seats[0]!, 'leave')
    expect((await stateOf(number)).quorum.met).toBe(false)
    app.clock.move(new Date(app.clock.now().getTime() + 3 * 60_000))
    await enterWhatIsDue(app.context(), number)
    const state = await stateOf(number)
    expect([state.phase, state.votes.get(vote)!.state]).toEqual(['suspended', 'cancelled'])
    await sit(number, seats[0]!, 'arrive')
    expect((await lead(number, 'resume')).status).toBe(303)
  })
})

describe('whoever acts', () => {
  it('acts for themselves: no proxy, no stranger, no second chair', async () => {
    const number = await opened(12)
    await lead(number, 'vote-on-agenda')
    const vote = (await stateOf(number)).openVoteId!
    expect((await sit(number, stranger, 'cast', { vote, choice: 'for' })).status).toBe(403)
    expect((await stranger.get(meetingPaths.seat(number))).status).toBe(403)
    expect((await stranger.get(desk.lead(number))).status).toBe(403)
    for (const step of ['close-vote', 'cast'])
      expect((await seats[3]!.post(desk.events(number), { step, person: seats[4]!.personId! })).status).toBe(403)
    // The chair of the sitting leads without being an official.
    expect((await seats[0]!.get(desk.lead(number))).status).toBe(200)
    expect((await app.visitor.post(meetingPaths.seat(number), { step: 'arrive' })).status).toBe(403)
  })

  it('votes once per choice, changes it while the vote is open, and is told when it came too late', async () => {
    const number = await opened(12)
    await lead(number, 'vote-on-agenda')
    const vote = (await stateOf(number)).openVoteId!
    for (let times = 0; times < 3; times += 1)
      expect((await sit(number, seats[2]!, 'cast', { vote, choice: 'for' })).status).toBe(303)
    expect((await sit(number, seats[2]!, 'cast', { vote, choice: 'against' })).status).toBe(303)
    const ballots = (await stateOf(number)).votes.get(vote)!.ballots
    expect([ballots.size, ballots.get(seats[2]!.personId!)!.choice]).toEqual([1, 'against'])
    expect(text(await seats[2]!.get(meetingPaths.seat(number)))).toContain('Sinu hääl: vastu')
    await lead(number, 'close-vote')
    const late = await sit(number, seats[5]!, 'cast', { vote, choice: 'for' })
    expect([late.status, text(late)]).toEqual([422, expect.stringContaining('Häält ei loetud')])
  })

  it('acts at once with others: twelve votes in the same moment are twelve votes', async () => {
    const number = await opened(12)
    await lead(number, 'vote-on-agenda')
    const vote = (await stateOf(number)).openVoteId!
    const answers = await Promise.all(
      seats.slice(0, 12).map((member) => sit(number, member, 'cast', { vote, choice: 'for' })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 303))
    expect((await stateOf(number)).votes.get(vote)!.ballots.size).toBe(12)
  })
})

describe('what the screens cannot do by mistake', () => {
  const takeUp = async (number: number, at = 0) => {
    const items = [...(await stateOf(number)).items.keys()]
    expect((await lead(number, 'open-item', { item: items[at]! })).status).toBe(303)
    await lead(number, 'recusals-asked')
  }
  const vote = async (number: number, choices: readonly string[], more: Record<string, string> = {}) => {
    await lead(number, 'vote-on-item', { words: 'Kas võtta vastu?', rule: 'simple', ...more })
    const id = (await stateOf(number)).openVoteId!
    for (const [at, choice] of choices.entries()) await sit(number, seats[at]!, 'cast', { vote: id, choice })
    return id
  }

  it('act on another item or vote than the one they show', async () => {
    const number = await opened(12, [{}, { title: 'Teine' }])
    await adoptAgenda(number)
    await takeUp(number)
    const before = await seen(number)
    await vote(number, ['for'])
    const stale = await secretary.post(desk.events(number), { step: 'close-vote', ...before })
    expect([stale.status, text(stale)]).toEqual([422, expect.stringContaining('edasi läinud')])
    const bar = await sit(number, seats[4]!, 'bar', { onItem: crypto.randomUUID() })
    expect([bar.status, text(bar)]).toEqual([422, expect.stringContaining('edasi läinud')])
  })

  it('decide against the result, or without one', async () => {
    const number = await opened(12)
    await adoptAgenda(number)
    await takeUp(number)
    const without = await lead(number, 'conclude-item', { outcome: 'decided' })
    expect([without.status, text(without)]).toEqual([422, expect.stringContaining('ei ole hääletatud')])
    await vote(number, ['for', 'against', 'against'])
    await lead(number, 'close-vote')
    // A second vote waits until the first has its result.
    expect((await lead(number, 'vote-on-item', { words: 'Veel üks' })).status).toBe(422)
    expect((await lead(number, 'adjourn', { reason: 'Kiire' })).status).toBe(422)
    await lead(number, 'state-result')
    expect((await lead(number, 'conclude-item', { outcome: 'decided' })).status).toBe(422)
    expect((await lead(number, 'annul-vote', { reason: 'Üks hääl läks kaduma' })).status).toBe(303)
    await vote(number, ['for', 'for'])
    await lead(number, 'close-vote')
    await lead(number, 'state-result')
    expect((await lead(number, 'conclude-item', { outcome: 'decided' })).status).toBe(303)
  })

  it('take empty fields for counted hands, or hold an election in the open', async () => {
    const number = await opened(12, [{}, { title: 'Esimehe valimine', kind: 'election', draft: '' }])
    await adoptAgenda(number)
    await takeUp(number)
    await lead(number, 'vote-on-item', { words: 'Kas?', method: 'hands' })
    expect((await lead(number, 'count-hands', { for: '', against: '', abstained: '' })).status).toBe(422)
    expect((await lead(number, 'count-hands', { for: '7', against: '2', abstained: '0' })).status).toBe(303)
    expect((await lead(number, 'close-vote')).status).toBe(303)
    await lead(number, 'state-result')
    await lead(number, 'conclude-item', { outcome: 'decided' })
    await takeUp(number, 1)
    const open = await lead(number, 'vote-on-item', { words: 'Valida Mari' })
    expect([open.status, text(open)]).toEqual([422, expect.stringContaining('salajased')])
    for (const rule of ['__proto__', 'constructor', 'puudub'])
      expect((await lead(number, 'vote-on-agenda', { rule })).status).not.toBe(500)
  })

  it('change a meeting that is in session at the desk, or leave it open for ever', async () => {
    const number = await convened()
    for (const [path, form] of [
      [desk.invite(number), { lateBecause: 'Uuesti' }],
      [desk.cancel(number), { because: 'Ei tule' }],
      [desk.edit(number), { kind: 'ordinary', mode: 'room', place: 'Mujal', ...soon, because: 'Nii' }],
    ] as const)
      expect((await secretary.post(path, form)).status, path).toBe(422)
    expect((await lead(number, 'no-quorum')).status).toBe(303)
    expect(text(await secretary.get(desk.meeting(number)))).toContain('Peetud')
  })

  it('tell the public log more of a closed item than the page tells', async () => {
    const number = await opened(12, [{ title: 'Kinnine', visibility: 'closed', closedBasis: 'AvTS § 35' }])
    await adoptAgenda(number)
    await takeUp(number)
    await vote(number, [...Array.from({ length: 6 }, () => 'for'), ...Array.from({ length: 4 }, () => 'against')])
    await lead(number, 'close-vote')
    await lead(number, 'state-result')
    const log = text(await app.visitor.get('/logi'))
    expect(log).not.toContain('6 : 4')
    expect(await live(number)).not.toContain('6 poolt')
  })
})

describe('the log', () => {
  it('cannot be changed or shortened, not even by its owner', async () => {
    const number = await opened(10)
    expect((await stateOf(number)).lastEventId).toBeGreaterThan(10)
    await expect(app.db.updateTable('meetings_events').set({ at: new Date() }).execute()).rejects.toThrow(
      /never changed/,
    )
    await expect(app.db.deleteFrom('meetings_events').execute()).rejects.toThrow(/never changed/)
  })

  it('is begun once, after the call, with a chair from among the members', async () => {
    const number = await planAMeeting(app, secretary, 'vallavolikogu', soon)
    await secretary.post(desk.newItem(number), anItem())
    const chair = { chair: seats[0]!.personId! }
    expect(text(await secretary.post(desk.convene(number), chair))).toContain('Kutsed on saatmata')
    await secretary.post(desk.invite(number), { lateBecause: 'Proovi tarvis' })
    expect(text(await secretary.post(desk.convene(number), { chair: stranger.personId! }))).toContain('kogu liige')
    expect((await secretary.post(desk.convene(number), chair)).status).toBe(303)
    expect(text(await secretary.post(desk.convene(number), chair))).toContain('juba alanud')
    expect((await secretary.post(desk.newItem(number), anItem({ lateBecause: 'Unustasin' }))).status).toBe(422)
  })
})

describe('the minutes', () => {
  const minutes = (number: number) => app.visitor.get(meetingPaths.minutes(number))

  it('write themselves from the log, take the secretary’s words, and are published with every version', async () => {
    const number = await opened(12, [
      {},
      { title: 'Kinnistu', visibility: 'closed', closedBasis: 'AvTS § 35', draft: 'Salajane hind' },
    ])
    await adoptAgenda(number)
    const [open, closed] = [...(await stateOf(number)).items.keys()]
    for (const item of [open!, closed!]) {
      await lead(number, 'open-item', { item })
      await lead(number, 'recusals-asked')
      await lead(number, 'vote-on-item', {
        words: item === open ? 'Kas võtta vastu?' : 'Salajane küsimus',
        rule: 'simple',
      })
      const vote = (await stateOf(number)).openVoteId!
      for (const member of seats.slice(0, 12)) await sit(number, member, 'cast', { vote, choice: 'for' })
      await lead(number, 'close-vote')
      await lead(number, 'state-result')
      await lead(number, 'conclude-item', { outcome: 'decided' })
    }
    expect((await secretary.post(desk.publishMinutes(number), {})).status).toBe(422)
    await lead(number, 'end')
    expect((await minutes(number)).status).toBe(404)
    const written = { [`kokkuvote-${open!}`]: 'Räägiti eelarvest.', [`kokkuvote-${closed!}`]: 'Salajane jutt' }
    expect((await secretary.post(desk.minutes(number), written)).status).toBe(303)
    expect((await minutes(number)).status).toBe(404)
    for (const who of [stranger, seats[3]!]) expect((await who.post(desk.minutes(number), written)).status).toBe(403)
    expect(text(await secretary.post(desk.publishMinutes(number), {}))).toContain('kinnitab protokolli juhataja')
    const approved = { approveBecause: 'Proovi tarvis' }
    expect((await secretary.post(desk.approveMinutes(number), approved)).status).toBe(303)
    expect((await secretary.post(desk.publishMinutes(number), {})).status).toBe(303)
    const published = text(await minutes(number))
    for (const part of [
      'Osalesid (12)',
      'Räägiti eelarvest.',
      '12 poolt, 0 vastu',
      '§ 1. Kinnitada eelarve.',
      'AvTS § 35',
    ])
      expect(published).toContain(part)
    for (const secret of ['Salajane']) expect(published).not.toContain(secret)
    expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain('Protokoll')
    expect(text(await secretary.post(desk.publishMinutes(number), {}))).toContain('Kirjuta, mis on parandatud')
    const because = { because: 'Nimi oli valesti' }
    expect(text(await secretary.post(desk.publishMinutes(number), because))).toContain('ei ole midagi muutunud')
    await secretary.post(desk.minutes(number), { ...written, [`kokkuvote-${open!}`]: 'Räägiti eelarvest pikalt.' })
    expect((await secretary.post(desk.publishMinutes(number), because)).status).toBe(303)
    expect(text(await minutes(number))).toContain('Muutmise põhjus: Nimi oli valesti')
    const first = text(await app.visitor.get(`${meetingPaths.minutes(number)}?versioon=1`))
    expect(first).not.toContain('pikalt')
    const pdf = await app.visitor.get(meetingPaths.minutesPdf(number))
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })
})
