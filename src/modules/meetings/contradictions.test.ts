import { beforeAll, describe, expect, it } from 'vitest'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { openCouncil, textOf, type Council } from './sitting-testing.ts'

let council: Council
beforeAll(async () => {
  council = await openCouncil()
})

describe('an item that was adopted', () => {
  const adopted = async () => {
    const number = await council.atItem(12)
    await council.does(number, 'vote-on-item', { words: 'Kas võtta vastu?' })
    await council.decide(number, ['for', 'for', 'against'])
    return number
  }

  it('is concluded as decided and as nothing else: its act is out', async () => {
    const number = await adopted()
    for (const outcome of ['rejected', 'postponed', 'withdrawn', 'sent-to-committee', 'taken-note-of'])
      expect((await council.lead(number, 'conclude-item', { outcome })).status, outcome).toBe(422)
    await council.does(number, 'conclude-item', { outcome: 'decided' })
  })

  it('is not voted on a second time by mistake', async () => {
    const number = await adopted()
    const again = await council.lead(number, 'vote-on-item', { words: 'Kas võtta vastu?' })
    expect([again.status, textOf(again)]).toEqual([422, expect.stringContaining('Otsus on juba vastu võetud')])
    await council.does(number, 'vote-on-item', { words: 'Kas teha vaheaeg?', object: 'procedure' })
  })

  it('is not taken into the meeting that continues one whose quorum went before it was concluded', async () => {
    const number = await council.atItem(12, [{ title: 'Vastu võetud asi' }, { title: 'Jäi arutamata' }])
    await council.does(number, 'vote-on-item', { words: 'Kas võtta vastu?' })
    await council.decide(number, ['for', 'for'])
    await council.does(number, 'adjourn', { reason: 'Kvoorum kadus' })
    const made = await council.secretary.post(desk.continueMeeting(number), {})
    const next = Number(/\/(\d+)\/andmed$/u.exec(made.location!)![1])
    const page = textOf(await council.secretary.get(desk.meeting(next)))
    expect(page).toContain('Jäi arutamata')
    expect(page).not.toContain('Vastu võetud asi')
  })
})

describe('undoing a result', () => {
  it('is about the vote of the open item that the screen names, never about another that is newer', async () => {
    const number = await council.opened(12, [{ title: 'Esimene' }, { title: 'Teine' }, { title: 'Kolmas' }])
    await council.does(number, 'vote-on-agenda')
    await council.decide(number, ['for'])
    const items = [...(await council.stateOf(number)).items.keys()]
    await council.does(number, 'prepare-block', { words: 'Kaks koos', items: items.slice(0, 2) })
    const block = [...(await council.stateOf(number)).votes.keys()].at(-1)!
    await council.does(number, 'ask-block', { vote: block })
    await council.does(number, 'open-prepared', { vote: block })
    await council.decide(number, ['for', 'for'])
    await council.does(number, 'open-item', { item: items[2]! })
    await council.does(number, 'recusals-asked')
    await council.does(number, 'vote-on-item', { words: 'Kolmas?' })
    const third = await council.decide(number, ['for', 'for'])
    await council.does(number, 'conclude-item', { outcome: 'decided' })
    // Concluded, its result stands.
    const late = await council.lead(number, 'annul-vote', { reason: 'Eksitus' })
    expect([late.status, textOf(late)]).toEqual([422, expect.stringContaining('Punkt on juba lõpetatud')])
    await council.does(number, 'open-item', { item: items[0]! })
    const page = (await council.secretary.get(desk.lead(number))).page
    const named = page.querySelectorAll('form:has(input[value="annul-vote"]) input[name="vote"]')
    expect(named.map((field) => field.getAttribute('value'))).toEqual([block])
    const wrong = await council.lead(number, 'annul-vote', { vote: third, reason: 'Eksitus' })
    expect(wrong.status).toBe(422)
    await council.does(number, 'annul-vote', { vote: block, reason: 'Valed punktid koos' })
    const { votes } = await council.stateOf(number)
    expect([votes.get(block)!.state, votes.get(third)!.state]).toEqual(['annulled', 'stated'])
  })
})

describe('a title given in the sitting', () => {
  it('is no longer than one given at the desk, for the act bears it too', async () => {
    const number = await council.atItem(12)
    const [item] = (await council.stateOf(number)).items.keys()
    const long = await council.lead(number, 'rename-item', {
      form: 'rename-item',
      item: item!,
      'words:rename-item': 'a'.repeat(501),
    })
    expect([long.status, textOf(long)]).toEqual([422, expect.stringContaining('Liiga pikk')])
    await council.does(number, 'rename-item', { item: item!, words: 'a'.repeat(500) })
  })
})

describe('a vote on several items', () => {
  it('holds no closed item: it would hide the results of the open ones', async () => {
    const closed = { title: 'Kinnine', visibility: 'closed', closedBasis: 'AvTS § 35' }
    const number = await council.opened(12, [{ title: 'Esimene' }, { title: 'Teine' }, closed])
    await council.does(number, 'vote-on-agenda')
    await council.decide(number, ['for'])
    const items = [...(await council.stateOf(number)).items.keys()]
    expect((await council.lead(number, 'prepare-block', { words: 'Koos', items })).status).toBe(422)
    await council.does(number, 'prepare-block', { words: 'Koos', items: items.slice(0, 2) })
  })
})

describe('a form that is sent twice', () => {
  it('adds one item, asks for the floor once and notes once', async () => {
    const number = await council.atItem(12)
    const twice = async (step: string, more: Record<string, string>) => {
      await council.does(number, step, more)
      expect((await council.lead(number, step, more)).status, step).toBe(422)
    }
    await twice('add-item', { words: 'Lisandunud punkt', reason: 'Kiire asi' })
    await twice('ask-floor', { person: council.seats[4]!.personId!, type: 'question' })
    await council.does(number, 'ask-floor', { person: council.seats[4]!.personId!, type: 'for' })
    await twice('note', { words: 'Saalis oli tehniline rike.' })
    const state = await council.stateOf(number)
    expect([state.items.size, state.waiting.size, state.notes.length]).toEqual([2, 2, 1])
  })
})

describe('the stream', () => {
  it('knows its three screens and takes any other word for the first', async () => {
    const number = await council.atItem(12)
    const parts = [
      ['saal', 'hall'],
      ['riba', 'overlay'],
      ['constructor', 'now'],
      ['__proto__', 'now'],
      ['toString', 'now'],
    ] as const
    for (const [vaade, part] of parts) {
      const answer = await council.app.request(`${meetingPaths.stream(number)}?vaade=${vaade}&alates=0`, {})
      expect(answer.status, vaade).toBe(200)
      const reader = answer.body!.getReader()
      let first = ''
      while (!first.includes('data:')) first += new TextDecoder().decode((await reader.read()).value)
      await reader.cancel()
      expect(first, vaade).toContain(`"${part}"`)
    }
  })
})
