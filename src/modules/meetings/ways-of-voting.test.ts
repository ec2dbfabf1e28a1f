import { beforeAll, describe, expect, it } from 'vitest'
import { electionNow } from './lead/elections.ts'
import { preparedVotes } from './lead/votes.ts'
import { nextInRollCall } from './log/roll-call.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { openCouncil, textOf, type Council } from './sitting-testing.ts'

let council: Council
beforeAll(async () => {
  council = await openCouncil()
})
const id = (at: number) => council.seats[at]!.personId!
const newest = async (number: number) => [...(await council.stateOf(number)).votes.values()].at(-1)!
const count = (counter: '1' | '2', person: string, numbers: Record<string, string>) => ({
  counter,
  person,
  spoiled: '0',
  ...numbers,
})

describe('a secret vote on paper', () => {
  const onPaper = async () => {
    const number = await council.atItem(12)
    await council.does(number, 'vote-on-item', { words: 'Kas võtta vastu?', method: 'secret' })
    return number
  }

  it('is handed out, closed, counted by two apart from each other, and stated without a name', async () => {
    const number = await onPaper()
    await council.does(number, 'hand-out', { scope: 'item', persons: [id(4), id(2)] })
    expect((await newest(number)).handedOut.size).toBe(2)
    await council.does(number, 'hand-out', { scope: 'meeting' })
    const vote = await newest(number)
    expect(vote.handedOut.size).toBe(12)
    // Nobody votes on a device.
    const refused = await council.sit(number, council.seats[3]!, 'cast', { vote: vote.id, choice: 'for' })
    expect([refused.status, textOf(refused)]).toEqual([422, expect.stringContaining('Salajast häält')])
    expect(textOf(await council.seats[3]!.get(meetingPaths.seat(number)))).toContain('Oled sedeli saanud')
    await council.does(number, 'close-vote')
    await council.does(number, 'count-paper', count('1', id(0), { for: '8', against: '3', abstained: '1' }))
    // The numbers of the first stand on no screen before the second's are in.
    const between = await council.cockpit(number)
    expect(between).toContain('Liige A Liige A: arvud on kirjas'.slice(8))
    expect(between).not.toMatch(/8 poolt|value="8"/u)
    const same = await council.lead(
      number,
      'count-paper',
      count('2', id(0), { for: '8', against: '3', abstained: '1' }),
    )
    expect([same.status, textOf(same)]).toEqual([422, expect.stringContaining('Teine lugeja peab olema teine')])
    await council.does(number, 'count-paper', count('2', id(1), { for: '8', against: '3', abstained: '1' }))
    await council.does(number, 'state-result')
    const live = await council.live(number)
    expect(live).toContain('8 poolt, 3 vastu')
    expect(live).not.toContain('Kes kuidas hääletas')
    expect((await newest(number)).stated?.outcome).toBe('adopted')
  })

  it('takes back a ballot that was handed to the wrong person, and gives it to another', async () => {
    const number = await onPaper()
    await council.does(number, 'hand-out', { scope: 'item', persons: [id(4), id(2)] })
    const entry = (await council.stateOf(number)).log.findLast(({ kind }) => kind === 'ballot-handed-out')!.id
    await council.does(number, 'correct-entry', {
      entry: String(entry),
      how: 'person',
      person: id(6),
      reason: 'Vale nimi',
    })
    expect([...(await newest(number)).handedOut].toSorted()).toEqual([id(2), id(6)].toSorted())
    await council.does(number, 'correct-entry', { entry: String(entry), how: 'void', reason: 'Ei saanudki' })
    expect((await newest(number)).handedOut.size).toBe(1)
  })

  it('is counted anew from the beginning when the two do not agree', async () => {
    const number = await onPaper()
    await council.does(number, 'hand-out', { scope: 'meeting' })
    await council.does(number, 'close-vote')
    const [form, key] = ['count-1-0', ':count-1-0']
    const missing = await council.lead(number, 'count-paper', {
      form,
      counter: '1',
      [`person${key}`]: id(0),
      [`for${key}`]: '8',
      [`against${key}`]: '',
      [`abstained${key}`]: '1',
      [`spoiled${key}`]: '0',
    })
    expect([missing.status, textOf(missing)]).toEqual([422, expect.stringContaining('Kirjuta häälte arv')])
    expect(missing.page.querySelector(`input[name="for${key}"]`)?.getAttribute('value')).toBe('8')
    expect(missing.page.querySelector(`input[name="against${key}"]`)?.getAttribute('aria-invalid')).toBe('true')
    await council.does(number, 'count-paper', count('1', id(0), { for: '8', against: '3', abstained: '1' }))
    await council.does(number, 'count-paper', count('2', id(1), { for: '7', against: '4', abstained: '1' }))
    expect((await newest(number)).paper).toMatchObject({ first: null, second: null, agreed: false, disagreements: 1 })
    expect(await council.cockpit(number)).toContain('Arvud ei klappinud')
    expect((await council.lead(number, 'state-result')).status).toBe(422)
    const tooMany = await council.lead(
      number,
      'count-paper',
      count('1', id(0), { for: '13', against: '0', abstained: '0' }),
    )
    expect(tooMany.status).toBe(422)
  })

  it('leaves no row, no event and no line that says who voted what or in which order', async () => {
    const number = await onPaper()
    await council.does(number, 'hand-out', { scope: 'item', persons: [id(7), id(3), id(5)] })
    await council.does(number, 'hand-out', { scope: 'meeting' })
    await council.does(number, 'close-vote')
    await council.does(number, 'count-paper', count('1', id(0), { for: '11', against: '1', abstained: '0' }))
    await council.does(number, 'count-paper', count('2', id(1), { for: '11', against: '1', abstained: '0' }))
    await council.does(number, 'state-result')
    const { log } = await council.stateOf(number)
    const vote = await newest(number)
    const about = log.filter((event) => 'voteId' in event && event.voteId === vote.id)
    expect(about.filter(({ kind }) => kind === 'vote-cast' || kind === 'vote-changed')).toEqual([])
    const handed = about.filter((event) => event.kind === 'ballot-handed-out')
    // By name, not by hand: whoever was ticked first stands where the names put them.
    expect(handed.slice(0, 3).map(({ personId }) => personId)).toEqual([id(3), id(5), id(7)])
    expect(JSON.stringify(handed)).not.toMatch(/choice|"for"|against/u)
    const page = textOf(await council.secretary.get(desk.log(number)))
    expect(page).toContain('Sedel anti välja')
    expect(page).not.toMatch(/\b11\b.*poolt/u)
    const rows = await council.app.db
      .selectFrom('platform_events')
      .select('facts')
      .where('type', 'like', 'meetings.%')
      .execute()
    expect(JSON.stringify(rows)).not.toContain(id(3))
  })
})

describe('an election of a person', () => {
  const chosen = { title: 'Esimehe valimine', kind: 'election', draft: '' }
  const elect = async (rule: string, candidates: number[]) => {
    const number = await council.atItem(12, [chosen])
    await council.does(number, 'prepare-election', { words: 'Volikogu esimees', rule, persons: candidates.map(id) })
    return number
  }
  const round = async (number: number, votes: Record<number, string>) => {
    await council.does(number, 'open-prepared', { vote: (await newest(number)).id })
    await council.does(number, 'hand-out', { scope: 'meeting' })
    await council.does(number, 'close-vote')
    const got = Object.fromEntries(Object.entries(votes).map(([at, value]) => [`got-${id(Number(at))}`, value]))
    await council.does(number, 'count-paper', count('1', id(10), got))
    await council.does(number, 'count-paper', count('2', id(11), got))
  }
  const now = async (number: number) => {
    const state = await council.stateOf(number)
    return electionNow(state, state.currentItemId!)!
  }

  it('goes into a second round between the two best, and whoever has the majority of the seats is elected', async () => {
    const number = await elect('chair-of-council', [1, 2, 3])
    await round(number, { 1: '5', 2: '4', 3: '3' })
    await council.does(number, 'state-result')
    expect((await now(number)).next).toBe('next-round')
    expect(await council.cockpit(number)).toContain('Teise vooru lähevad')
    await council.does(number, 'next-round')
    expect((await newest(number)).object).toMatchObject({ candidateIds: [id(1), id(2)] })
    await round(number, { 1: '10', 2: '2' })
    await council.does(number, 'state-result')
    await council.does(number, 'conclude-item', { outcome: 'decided' })
    const live = await council.live(number)
    expect(live).toContain('Valitud')
    expect(live).toContain('valituks osutumiseks on vaja vähemalt 10 häält')
  })

  it('is prepared anew without whoever withdraws, and a withdrawn name takes no votes', async () => {
    const number = await elect('other-person', [1, 2, 3])
    await council.does(number, 'withdraw-candidate', { person: id(3) })
    const vote = await newest(number)
    expect(vote.object).toMatchObject({ candidateIds: [id(1), id(2)] })
    expect(preparedVotes(await council.stateOf(number))).toHaveLength(1)
  })

  it('is decided by a lot where the rule says so, in the order in which it was drawn', async () => {
    const number = await elect('committee-chair-and-deputy', [1, 2])
    await round(number, { 1: '6', 2: '6' })
    await council.does(number, 'state-result')
    await council.does(number, 'next-round')
    await round(number, { 1: '6', 2: '6' })
    expect((await now(number)).next).toBe('draw-lot')
    expect((await council.lead(number, 'state-result')).status).toBe(422)
    const double = await council.lead(number, 'draw-lot', { 'drawn-1': id(2), 'drawn-2': id(2) })
    expect(double.status).toBe(422)
    await council.does(number, 'draw-lot', { 'drawn-2': id(1), 'drawn-1': id(2) })
    await council.does(number, 'state-result')
    expect((await now(number)).result).toMatchObject({
      outcome: 'elected',
      elected: [
        { candidateId: id(2), office: 'chair' },
        { candidateId: id(1), office: 'deputy' },
      ],
    })
    expect(await council.live(number)).toContain('Liisk tõmmati')
  })

  it('takes no unknown candidate, no unknown rule and no open vote', async () => {
    const number = await council.atItem(12, [chosen])
    const base = { words: 'Keegi', rule: 'mayor', persons: id(1) }
    expect((await council.lead(number, 'prepare-election', { ...base, persons: crypto.randomUUID() })).status).toBe(422)
    expect((await council.lead(number, 'prepare-election', { ...base, rule: 'constructor' })).status).toBe(422)
    expect((await council.lead(number, 'prepare-election', { ...base, persons: '' })).status).toBe(422)
    expect((await council.lead(number, 'vote-on-item', { words: 'Valida Mari' })).status).toBe(422)
  })
})

describe('every screen', () => {
  it('reads in all languages, whatever the meeting has come to', async () => {
    const number = await council.atItem(12)
    const read = async () => {
      for (const prefix of ['', '/en', '/ru'])
        for (const [who, path] of [
          [council.secretary, desk.lead(number)],
          [council.secretary, desk.log(number)],
          [council.seats[2]!, meetingPaths.seat(number)],
          [council.app.visitor, meetingPaths.live(number)],
        ] as const) {
          const answer = await who.get(`${prefix}${path}`)
          expect(answer.status, `${prefix}${path}`).toBe(200)
          expect(textOf(answer), `${prefix}${path}`).not.toMatch(/undefined|NaN|\[object|=>/u)
          const ids = answer.page.querySelectorAll('main [id]').map(({ id: own }) => own)
          expect(
            new Set(ids).size,
            `${prefix}${path}: ${ids.filter((own, at) => ids.indexOf(own) !== at).join()}`,
          ).toBe(ids.length)
        }
    }
    await council.sit(number, council.seats[2]!, 'amend', { change: 'delete', paragraph: '1' })
    await council.sit(number, council.seats[3]!, 'ask', { type: 'point-of-order', category: 'break' })
    await read()
    await council.does(number, 'vote-on-amendment', {
      amendment: [...(await council.stateOf(number)).amendments.keys()][0]!,
      method: 'roll-call',
    })
    await read()
    await council.does(number, 'close-vote')
    await council.does(number, 'state-result')
    await council.does(number, 'vote-on-item', { words: 'Kas?', method: 'secret' })
    await read()
    await council.does(number, 'hand-out', { scope: 'meeting' })
    await council.does(number, 'close-vote')
    await read()
    await council.does(number, 'annul-vote', { reason: 'Sedelid läksid segi' })
    await council.does(number, 'adjourn', { reason: 'Kell on palju' })
    await read()
  })
})

describe('a roll call', () => {
  it('reads one name after the other from a drawn start, and the skipped once more at the end', async () => {
    const number = await council.atItem(10)
    await council.does(number, 'vote-on-item', { words: 'Kas võtta vastu?', method: 'roll-call' })
    const next = async () => nextInRollCall(await council.stateOf(number), await newest(number))
    const skipped = (await next())!
    await council.does(number, 'skip-name', { person: skipped })
    expect(await next()).not.toBe(skipped)
    const waiting = council.seats.find(({ personId }) => personId === skipped)!
    expect(textOf(await waiting.get(meetingPaths.seat(number)))).toContain('ükshaaval')
    for (let said = 0; said < 9; said += 1)
      await council.does(number, 'cast', { person: (await next())!, choice: 'for' })
    expect(await next()).toBe(skipped)
    expect(textOf(await waiting.get(meetingPaths.seat(number)))).toContain('Sind kutsutakse')
    await council.does(number, 'cast', { person: skipped, choice: 'against' })
    expect(await next()).toBeNull()
    await council.does(number, 'close-vote')
    await council.does(number, 'state-result')
    expect((await newest(number)).counts).toMatchObject({ for: 9, against: 1, didNotVote: 0 })
  })
})

describe('a vote on several items', () => {
  it('loses the item that a member takes out, and decides the others together', async () => {
    const number = await council.opened(12, [{}, { title: 'Teine' }, { title: 'Kolmas' }])
    await council.does(number, 'vote-on-agenda')
    await council.decide(number, ['for'])
    const items = [...(await council.stateOf(number)).items.keys()]
    expect((await council.lead(number, 'prepare-block', { words: 'Koos', items: items[0]! })).status).toBe(422)
    await council.does(number, 'prepare-block', { words: 'Kõik kolm koos', items })
    const vote = (await newest(number)).id
    const seat = textOf(await council.seats[5]!.get(meetingPaths.seat(number)))
    expect(seat).toContain('Kõik kolm koos')
    expect((await council.sit(number, council.seats[5]!, 'take-out', { vote, item: items[2]! })).status).toBe(303)
    // Bars must have been asked for each of them.
    const early = await council.lead(number, 'open-prepared', { vote })
    expect([early.status, textOf(early)]).toEqual([422, expect.stringContaining('Taandamisi ei ole veel küsitud')])
    await council.does(number, 'override', { check: 'recusals', reason: 'Küsiti kõigi kohta korraga' })
    const still = await council.lead(number, 'open-prepared', { vote })
    expect(still.status).toBe(422)
    await council.does(number, 'ask-block', { vote })
    await council.does(number, 'open-prepared', { vote })
    await council.decide(number, ['for', 'for', 'against'])
    await council.does(number, 'conclude-block')
    const state = await council.stateOf(number)
    expect(items.map((item) => state.items.get(item)!.state)).toEqual(['decided', 'decided', 'on-the-agenda'])
    expect((await council.sit(number, council.seats[5]!, 'take-out', { vote, item: items[0]! })).status).toBe(422)
  })
})
