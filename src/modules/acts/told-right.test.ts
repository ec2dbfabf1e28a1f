import { beforeAll, describe, expect, it } from 'vitest'
import { system } from '#platform/context.ts'
import { newestVote } from '../meetings/lead/votes.ts'
import { meetingDeskPaths, meetingPaths } from '../meetings/paths.ts'
import { openCouncil, textOf, type Council } from '../meetings/sitting-testing.ts'
import { followMeetings } from './follow-meetings.ts'
import { takeDecisions } from './take-decisions.ts'

let council: Council
beforeAll(async () => {
  council = await openCouncil()
})

const person = (at: number) => council.seats[at]!.personId!
const get = async (path: string) => textOf(await council.app.visitor.get(path))

async function actsOf(number: number) {
  const { id } = await council.app.db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await takeDecisions(council.app.context(system), id)
  return council.app.db
    .selectFrom('acts_acts')
    .select(['id', 'slug', 'title', 'number'])
    .where('meeting_id', '=', id)
    .orderBy('sequence')
    .execute()
}

describe('an election', () => {
  /** Ten for the one and two for the other, on paper. */
  const elected = async () => {
    const number = await council.atItem(12, [{ title: 'Esindaja valimine', kind: 'election', draft: '' }])
    const persons = [person(1), person(2)]
    await council.does(number, 'prepare-election', { words: 'Valla esindaja', rule: 'other-person', persons })
    const { id: vote } = newestVote(await council.stateOf(number))!
    await council.does(number, 'open-prepared', { vote })
    await council.does(number, 'hand-out', { scope: 'meeting' })
    await council.does(number, 'close-vote')
    const got = { [`got-${person(1)}`]: '10', [`got-${person(2)}`]: '2', spoiled: '0' }
    await council.does(number, 'count-paper', { counter: '1', person: person(10), ...got })
    await council.does(number, 'count-paper', { counter: '2', person: person(11), ...got })
    await council.does(number, 'state-result')
    return number
  }

  it('is told as an election: no act, feed, log or open data has votes for and against', async () => {
    const number = await elected()
    const [act] = await actsOf(number)
    const page = await get(`/otsused/${act!.slug}`)
    expect(page).toContain('Isikuvalimised')
    expect(page).toContain('Kes valiti ja mitme häälega')
    expect(page).not.toMatch(/poolt|12 : 0|Vastu võetud \d/u)
    const log = await get('/logi')
    expect(log).toContain(': valitud')
    expect(log).not.toContain('12 : 0')
    for (const data of ['/andmed/acts.json', '/andmed/haaletused.json']) {
      const { text } = await council.app.visitor.get(data)
      const rows = (JSON.parse(text) as { rows: Record<string, unknown>[] }).rows.filter((row) =>
        JSON.stringify(row).includes('Esindaja valimine'),
      )
      expect(rows, data).toMatchObject([{ poolt: null, vastu: null, erapooletuid: null }])
    }
    expect((await council.app.visitor.get(`/otsused/feed.atom`)).text).not.toMatch(/12 : 0|12 poolt/u)
    expect(await get('/istungid/haaletused')).toContain('Valitud')
    expect(await get('/istungid/haaletused')).not.toContain('kinnine arutelu')
    expect(await get(meetingPaths.live(number))).toContain('10 häält')
  })
})

describe('an act', () => {
  it('is not called unanimous where somebody was here and did not vote', async () => {
    const number = await council.atItem(12, [{ kind: 'decision', title: 'Vaikijad' }])
    await council.does(number, 'vote-on-item', { words: 'Kas?' })
    await council.decide(
      number,
      Array.from({ length: 10 }, () => 'for'),
    )
    const [act] = await actsOf(number)
    const page = await get(`/otsused/${act!.slug}`)
    expect(page).toContain('Vastu võetud 10 : 0')
    expect(page).not.toContain('ühehäälselt')
  })

  it('has the counts of the corrected log, as the meeting’s page has them', async () => {
    const number = await council.atItem(12, [{ kind: 'decision', title: 'Valesti kuuldud' }])
    await council.does(number, 'vote-on-item', { words: 'Kas?' })
    await council.vote(number, ['for', 'for', 'for'])
    await council.does(number, 'cast', { person: person(5), choice: 'against' })
    await council.does(number, 'close-vote')
    await council.does(number, 'state-result')
    const [act] = await actsOf(number)
    expect(await get(`/otsused/${act!.slug}`)).toContain('Vastu võetud 3 : 1')
    const { log } = await council.stateOf(number)
    const misheard = log.find((event) => event.kind === 'vote-cast' && event.channel === 'clerk')!
    const right = { step: 'correct-entry', entry: String(misheard.id), how: 'void', reason: 'Kuulsin valesti' }
    expect((await council.secretary.post(meetingDeskPaths.log(number), right)).status).toBe(303)
    await followMeetings(council.app.context(system))
    expect(await council.live(number)).toContain('3 poolt, 0 vastu')
    expect(await get(`/otsused/${act!.slug}`)).toContain('Vastu võetud 3 : 0')
  })

  it('takes no text that was written after its vote', async () => {
    const number = await council.atItem(12, [{ kind: 'decision', title: 'Hiline tekst' }])
    await council.does(number, 'vote-on-item', { words: 'Kas?' })
    await council.decide(number, ['for', 'for'])
    const [itemId] = (await council.stateOf(number)).items.keys()
    const later = new Date(council.app.clock.now().getTime() + 60_000)
    await council.app.db
      .updateTable('meetings_draft_versions')
      .set({ words: 'TAGANTJÄRELE', at: later })
      .where('item_id', '=', itemId!)
      .execute()
    const [act] = await actsOf(number)
    expect(await get(`/otsused/${act!.slug}`)).not.toContain('TAGANTJÄRELE')
  })
})
