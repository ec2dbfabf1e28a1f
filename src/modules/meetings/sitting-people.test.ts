import { beforeAll, describe, expect, it } from 'vitest'
import { continueMeeting } from './continue-meeting.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { openCouncil, textOf, type Council } from './sitting-testing.ts'
import { anItem } from './testing.ts'

let council: Council
let outsider: string
beforeAll(async () => {
  council = await openCouncil()
  const official = await council.app.signIn({ name: 'Arne Ametnik', roles: ['meetingSecretary'] })
  outsider = official.personId!
  const { id: elsewhere } = await council.app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '<>', 'vallavolikogu')
    .limit(1)
    .executeTakeFirstOrThrow()
  const membership = { person_id: outsider, body_id: elsewhere, from_date: '2026-01-01' }
  await council.app.db
    .insertInto('people_memberships')
    .values({ ...membership, created_at: council.app.clock.now() })
    .execute()
})
const id = (at: number) => council.seats[at]!.personId!
const person = async (number: number, personId: string) => (await council.stateOf(number)).people.get(personId)

describe('people of a sitting', () => {
  it('a substitute takes a seat and votes from then on, a mandate ends, a guest speaks and has no vote', async () => {
    const number = await council.atItem(12)
    await council.does(number, 'entitle', { person: outsider, replaces: id(11) })
    expect(await person(number, outsider)).toMatchObject({ kind: 'member', seated: true, replaces: id(11) })
    expect(await person(number, id(11))).toMatchObject({ seated: false })
    await council.does(number, 'end-mandate', { person: id(10) })
    expect(await person(number, id(10))).toMatchObject({ seated: false })
    const stranger = await council.lead(number, 'entitle', { person: crypto.randomUUID() })
    expect(stranger.status).toBe(422)
    const other = await council.atItem(12)
    await council.does(other, 'admit-guest', { person: outsider })
    await council.does(other, 'arrive', { person: outsider, channel: 'room' })
    await council.does(other, 'ask-floor', { person: outsider, type: 'reply' })
    expect(await council.cockpit(other)).toContain('Arne Ametnik')
    await council.does(other, 'vote-on-item', { words: 'Kas?' })
    const state = await council.stateOf(other)
    expect(state.votes.get(state.openVoteId!)!.entitled.has(outsider)).toBe(false)
  })

  it('another presides over one item alone', async () => {
    const number = await council.atItem(12)
    await council.does(number, 'take-chair', { person: id(3), scope: 'item' })
    expect((await council.seats[3]!.get(desk.lead(number))).status).toBe(200)
    await council.does(number, 'conclude-item', { outcome: 'postponed' })
    expect((await council.stateOf(number)).chairPersonId).toBe(id(0))
    expect((await council.seats[3]!.get(desk.lead(number))).status).toBe(403)
  })

  it('a remote member’s line is lost and back without an absence', async () => {
    const number = await council.opened(12)
    await council.does(number, 'arrive', { person: id(12), channel: 'remote' })
    await council.does(number, 'disconnect', { person: id(12) })
    expect(await council.cockpit(number)).toContain('ühendus on kadunud')
    await council.does(number, 'reconnect', { person: id(12) })
    expect((await person(number, id(12)))!.stays).toHaveLength(1)
  })
})

describe('the agenda in the room', () => {
  it('is put in another order, renamed and merged, and everybody sees the numbers of now', async () => {
    const number = await council.opened(12, [{ title: 'Esimene' }, { title: 'Teine' }, { title: 'Kolmas' }])
    const [first, second, third] = [...(await council.stateOf(number)).items.keys()]
    await council.does(number, 'move-item', { item: third!, before: first! })
    expect((await council.stateOf(number)).order.get('')).toEqual([third, first, second])
    await council.does(number, 'rename-item', { item: second!, words: 'Teine, täpsemalt' })
    expect((await council.lead(number, 'merge-items', { item: '', items: second!, words: 'Koos' })).status).toBe(422)
    const itself = await council.lead(number, 'merge-items', { item: first!, items: first!, words: 'Koos' })
    expect(itself.status).toBe(422)
    await council.does(number, 'merge-items', { item: first!, items: second!, words: 'Esimene ja teine' })
    const live = await council.live(number)
    expect(live).toMatch(/1\. Kolmas.*2\. Esimene ja teine/u)
    await council.does(number, 'add-item', { words: 'Lisaküsimus', kind: 'information', reason: 'Kiire teade' })
    expect(await council.live(number)).toContain('Lisaküsimus')
  })
})

describe('the floor', () => {
  it('is asked for by kind, points of order come first, and the clock can be stopped', async () => {
    const number = await council.atItem(12)
    const ask = (at: number, more: Record<string, string>) => council.sit(number, council.seats[at]!, 'ask', more)
    expect((await ask(1, { type: 'for' })).status).toBe(303)
    expect((await ask(1, { type: 'for' })).status).toBe(303)
    expect((await ask(2, { type: 'reply' })).status).toBe(303)
    expect((await ask(3, { type: 'point-of-order' })).status).toBe(422)
    expect((await ask(3, { type: 'point-of-order', category: 'break' })).status).toBe(303)
    const state = await council.stateOf(number)
    expect(state.waiting.size).toBe(3)
    const screen = await council.cockpit(number)
    const places = ['protseduuriline märkus: vaheaja nõue', '(vastus', 'poolt Anna'].map((words) =>
      screen.indexOf(words),
    )
    expect(places[0]).toBeGreaterThan(0)
    const speech = [...state.speeches.values()].find(({ personId }) => personId === id(3))!.id
    await council.does(number, 'give-floor', { speech })
    await council.does(number, 'pause-speech', { speech })
    expect(await council.cockpit(number)).toContain('aeg on peatatud')
    await council.does(number, 'resume-speech', { speech })
    await council.does(number, 'end-speech')
    expect(await council.live(number)).toContain('Liige C (vastus)')
  })
})

describe('a wrong entry', () => {
  const correct = (number: number, more: Record<string, string>) =>
    council.secretary.post(desk.log(number), { step: 'correct-entry', ...more })
  const entryOf = async (number: number, personId: string) =>
    String((await council.stateOf(number)).log.find((e) => e.kind === 'arrived' && e.personId === personId)!.id)

  it('is put right by another one with a reason, and both can be read', async () => {
    const number = await council.opened(12)
    const entry = await entryOf(number, id(11))
    expect((await correct(number, { entry, how: 'void', reason: '' })).status).toBe(422)
    expect((await correct(number, { entry, how: 'person', person: id(13), reason: 'Vale nimi' })).status).toBe(303)
    expect((await person(number, id(11)))!.here).toBeNull()
    expect((await person(number, id(13)))!.here).not.toBeNull()
    const page = textOf(await council.secretary.get(desk.log(number)))
    expect(page).toContain('Parandus: Vale nimi')
    expect(page).toContain('parandatud kandega')
    const late = await correct(number, { entry, how: 'time', time: '2099-01-01T10:00', reason: 'Vale aeg' })
    expect([late.status, textOf(late)]).toEqual([422, expect.stringContaining('alles ees')])
  })

  it('is nothing that the meeting itself has done, and no member’s own ballot', async () => {
    const number = await council.opened(12)
    await council.does(number, 'vote-on-agenda')
    await council.decide(number, ['for'])
    const { log } = await council.stateOf(number)
    for (const kind of ['opened', 'vote-cast', 'result-stated', 'vote-closed']) {
      const entry = String(log.find((event) => event.kind === kind)!.id)
      expect((await correct(number, { entry, how: 'void', reason: 'Proovin' })).status, kind).toBe(422)
    }
    expect((await correct(number, { entry: '9999', how: 'void', reason: 'Proovin' })).status).toBe(422)
    for (const who of [council.seats[4]!, council.app.visitor])
      expect((await who.post(desk.log(number), { step: 'correct-entry', entry: '2', reason: 'Proovin' })).status).toBe(
        403,
      )
  })

  it('can be an entry that nobody made', async () => {
    const number = await council.opened(12)
    const at = (await council.stateOf(number)).log.at(-1)!.at
    const local = at.toLocaleString('sv', { timeZone: 'Europe/Tallinn' }).replace(' ', 'T').slice(0, 16)
    const inserted = { step: 'insert-entry', inserted: 'left', person: id(11), time: local, reason: 'Unustasin' }
    expect((await council.secretary.post(desk.log(number), inserted)).status).toBe(303)
    expect((await council.stateOf(number)).corrections).toHaveLength(1)
  })
})

describe('two who lead at once', () => {
  it('the second is told that the meeting went on, and keeps what was typed', async () => {
    const number = await council.atItem(12)
    const before = await council.seen(number)
    await council.does(number, 'vote-on-item', { words: 'Kas?' })
    const form = {
      step: 'annul-vote',
      form: 'annul-vote',
      ...before,
      'reason:annul-vote': 'Pikk põhjendus, mida keegi ei taha uuesti kirjutada',
    }
    const second = await council.secretary.post(desk.events(number), form)
    expect([second.status, textOf(second)]).toEqual([422, expect.stringContaining('vahepeal edasi läinud')])
    const note = { step: 'note', form: 'note', 'words:note': '' }
    const empty = await council.secretary.post(desk.events(number), note)
    expect(empty.status).toBe(422)
    const unknown = await council.secretary.post(desk.events(number), { step: 'constructor', ...before })
    expect(unknown.status).toBe(422)
  })
})

describe('a meeting that was broken off', () => {
  it('goes on in a draft with what is left, once, and both lead to each other', async () => {
    const number = await council.atItem(12, [
      {},
      { title: 'Teine', memo: 'Teise seletus', draft: 'Teise eelnõu' },
      { title: 'Kinnine', visibility: 'closed', closedBasis: 'AvTS § 35' },
    ])
    expect((await council.secretary.post(desk.continueMeeting(number), {})).status).toBe(422)
    await council.does(number, 'vote-on-item', { words: 'Kas?' })
    await council.decide(number, ['for'])
    await council.does(number, 'conclude-item', { outcome: 'decided' })
    await council.does(number, 'adjourn', { reason: 'Kell on palju' })
    expect(await council.cockpit(number)).toContain('Tee jätkuistung')
    expect((await council.seats[0]!.post(desk.continueMeeting(number), {})).status).toBe(403)
    const made = await council.secretary.post(desk.continueMeeting(number), {})
    expect(made.status).toBe(303)
    const next = Number(/\/(\d+)\/andmed$/u.exec(made.location!)![1])
    expect((await council.secretary.get(made.location!)).status).toBe(200)
    const page = textOf(await council.secretary.get(desk.meeting(next)))
    expect(page).toContain('Teine')
    expect(page).toContain('Kinnine')
    expect(page).not.toContain('Eelarve esimene lugemine')
    const rows = await council.app.db
      .selectFrom('meetings_items as i')
      .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
      .select(['i.title', 'i.memo', 'i.visibility', 'i.closed_basis', 'm.kind'])
      .where('m.number', '=', next)
      .orderBy('i.position')
      .execute()
    expect(rows).toMatchObject([
      { title: 'Teine', memo: 'Teise seletus', visibility: 'public', kind: 'continued' },
      { title: 'Kinnine', visibility: 'closed', closed_basis: 'AvTS § 35' },
    ])
    // A draft is nobody's but the secretaries'.
    expect(textOf(await council.app.visitor.get(meetingPaths.meeting(number)))).not.toContain('Jätkub')
    expect(page).toContain('Jätkab istungit')
    const again = await council.secretary.post(desk.continueMeeting(number), {})
    expect([again.status, textOf(again)]).toEqual([422, expect.stringContaining('juba tehtud')])
    const context = council.app.context()
    await expect(continueMeeting(context, number)).rejects.toThrow()
    await council.secretary.post(desk.newItem(next), anItem({ title: 'Uus' }))
    await council.secretary.post(desk.announce(next), {})
    expect(textOf(await council.app.visitor.get(meetingPaths.meeting(number)))).toContain('Jätkub')
    expect(textOf(await council.app.visitor.get(meetingPaths.meeting(next)))).toContain('Jätkab istungit')
  })

  it('goes on with the text as members have amended it, and leads back to where the annexes are', async () => {
    const number = await council.atItem(12, [{ title: 'Maks', draft: '§ 1. Maks on viis eurot.' }])
    const seat = council.seats[2]!
    await council.sit(number, seat, 'amend', { change: 'replace', paragraph: '1', text: '§ 1. Maks on kolm eurot.' })
    const [amendment] = [...(await council.stateOf(number)).amendments.values()]
    await council.does(number, 'vote-on-amendment', { amendment: amendment!.id })
    await council.decide(number, ['for', 'for'])
    await council.does(number, 'adjourn', { reason: 'Kell on palju' })
    const made = await council.secretary.post(desk.continueMeeting(number), {})
    const next = Number(/\/(\d+)\/andmed$/u.exec(made.location!)![1])
    const texts = await council.app.db
      .selectFrom('meetings_draft_versions as v')
      .innerJoin('meetings_items as i', 'i.id', 'v.item_id')
      .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
      .select(['i.id', 'v.words'])
      .where('m.number', '=', next)
      .orderBy('v.version')
      .execute()
    expect(texts.map(({ words }) => words)).toEqual(['§ 1. Maks on viis eurot.', '§ 1. Maks on kolm eurot.'])
    await council.secretary.post(desk.announce(next), {})
    const page = textOf(await council.app.visitor.get(meetingPaths.item(next, texts[0]!.id)))
    expect(page).toContain('Asja käik')
    expect(page).toContain('§ 1. Maks on kolm eurot.')
  })
})
