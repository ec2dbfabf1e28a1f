import { beforeAll, describe, expect, it } from 'vitest'
import { adoptedText } from './log/adopted-text.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { openCouncil, textOf, type Council } from './sitting-testing.ts'

let council: Council
beforeAll(async () => {
  council = await openCouncil()
})
const draft = '§ 1. Maks on viis eurot.\n§ 2. Maksu tasub omanik.\n§ 3. Määrus jõustub kohe.'
const all = async (number: number) => [...(await council.stateOf(number)).amendments.values()]
const amend = (number: number, at: number, change: string, paragraph: string, text = '') =>
  council.sit(number, council.seats[at]!, 'amend', { change, paragraph, text })

describe('an amendment', () => {
  it('is moved on a member’s own screen, seen by everybody, and withdrawn by whoever moved it', async () => {
    const number = await council.atItem(12, [{ draft }])
    expect((await amend(number, 2, 'replace', '1', '§ 1. Maks on kolm eurot.')).status).toBe(303)
    // Sent twice, it is one.
    const double = await amend(number, 2, 'replace', '1', '§ 1. Maks on kolm eurot.')
    expect([double.status, textOf(double)]).toEqual([422, expect.stringContaining('juba nii')])
    const [one] = await all(number)
    expect(await council.live(number)).toContain('Muudatusettepanek 1: lõik 1 uues sõnastuses, esitas Liige C')
    expect(await council.cockpit(number)).toContain('Pane hääletusele muudatusettepanek 1')
    const foreign = await council.sit(number, council.seats[3]!, 'withdraw-amendment', { amendment: one!.id })
    expect(foreign.status).toBe(422)
    const own = await council.sit(number, council.seats[2]!, 'withdraw-amendment', { amendment: one!.id })
    expect(own.status).toBe(303)
    expect((await all(number))[0]!.state).toBe('withdrawn')
  })

  it('names a paragraph that is there and brings words, or is asked for them with nothing lost', async () => {
    const number = await council.atItem(12, [{ draft }])
    const nowhere = await amend(number, 2, 'replace', '9', '§ 9. Uus.')
    expect([nowhere.status, textOf(nowhere)]).toEqual([422, expect.stringContaining('Sellist lõiku')])
    expect(nowhere.page.querySelector('textarea')?.text).toBe('§ 9. Uus.')
    expect((await amend(number, 2, 'insert', '0', '')).status).toBe(422)
    expect((await amend(number, 2, 'insert', '0', '§ 0. Eesmärk.')).status).toBe(303)
    const barred = council.seats[4]!
    await council.sit(number, barred, 'bar')
    expect((await amend(number, 4, 'delete', '2')).status).toBe(422)
    expect((await council.app.visitor.post(meetingPaths.seat(number), { step: 'amend' })).status).toBe(403)
  })

  it('is voted on before the whole, the most far-reaching first, and what it displaces is void', async () => {
    const number = await council.atItem(12, [{ draft }])
    await amend(number, 2, 'replace', '1', '§ 1. Maks on kolm eurot.')
    await amend(number, 3, 'delete', '1')
    await council.does(number, 'move-amendment', {
      person: council.seats[5]!.personId!,
      change: 'insert',
      paragraph: '3',
      text: '§ 4. Määrus avaldatakse.',
    })
    const [changed, deleted, added] = await all(number)
    const screen = await council.cockpit(number)
    expect(screen.indexOf('Muudatusettepanek 2')).toBeLessThan(screen.indexOf('Muudatusettepanek 1'))
    expect(screen).toContain('Samas lõigus ka: 1')
    const early = await council.lead(number, 'vote-on-item', { words: 'Tervik' })
    expect([early.status, textOf(early)]).toEqual([422, expect.stringContaining('Enne tervikut')])
    await council.does(number, 'vote-on-amendment', { amendment: deleted!.id })
    await council.decide(number, ['for', 'for'])
    expect((await all(number)).map(({ state }) => state)).toEqual(['void', 'accepted', 'moved'])
    const gone = await council.lead(number, 'vote-on-amendment', { amendment: changed!.id })
    expect(gone.status).toBe(422)
    await council.does(number, 'vote-on-amendment', { amendment: added!.id })
    await council.decide(number, ['for'])
    // An adopted amendment is no decision on the item.
    expect((await council.lead(number, 'conclude-item', { outcome: 'decided' })).status).toBe(422)
    expect(await council.cockpit(number)).toContain('Eelnõu koos vastu võetud muudatustega')
    const state = await council.stateOf(number)
    const itemId = state.currentItemId!
    const text = '§ 2. Maksu tasub omanik.\n§ 3. Määrus jõustub kohe.\n§ 4. Määrus avaldatakse.'
    expect(adoptedText(state, draft, itemId).text).toBe(text)
    await council.does(number, 'vote-on-item', { words: 'Tervik' })
    await council.decide(number, ['for', 'for'])
    await council.does(number, 'conclude-item', { outcome: 'decided' })
    const live = await council.live(number)
    expect(live).toContain('langes ära')
    expect(live).toContain('Eelnõu koos vastu võetud muudatustega')
    expect(live).toContain('§ 4. Määrus avaldatakse.')
  })

  it('to a closed item stands nowhere in public', async () => {
    const closed = { draft: 'SALAJANE eelnõu', visibility: 'closed', closedBasis: 'AvTS § 35' }
    const number = await council.atItem(12, [closed])
    expect((await amend(number, 2, 'replace', '1', 'SALAJANE muudatus')).status).toBe(303)
    expect(await council.live(number)).not.toMatch(/SALAJANE|Muudatusettepanek/u)
    expect((await council.seats[5]!.get(desk.log(number))).status).toBe(403)
  })
})
