import { beforeAll, expect, it } from 'vitest'
import { system } from '#platform/context.ts'
import { meetingDeskPaths, meetingPaths } from '../meetings/paths.ts'
import { openCouncil, textOf, type Council } from '../meetings/sitting-testing.ts'
import { followMeetings } from './follow-meetings.ts'

let council: Council
beforeAll(async () => {
  council = await openCouncil()
})

const actsOn = (item: string) =>
  council.app.db
    .selectFrom('acts_acts')
    .select(['slug', 'number', 'title', 'annulled_on', 'annulled_because'])
    .where('item_id', '=', item)
    .orderBy('adopted_at')
    .execute()
const follow = () => followMeetings(council.app.context(system))

it('a result that proves wrong is annulled though its item is concluded; the act says so at once and the next vote makes another', async () => {
  const { app, secretary } = council
  const number = await council.atItem(12, [{ kind: 'decision', title: 'Maa võõrandamine' }, { title: 'Muu' }])
  const item = (await council.stateOf(number)).currentItemId!
  await council.does(number, 'vote-on-item', { words: 'Kas võõrandada?' })
  const vote = await council.decide(number, ['for', 'for', 'against'])
  await council.does(number, 'conclude-item', { outcome: 'decided' })
  await follow()
  expect(await actsOn(item)).toMatchObject([{ annulled_on: null }])
  const lead = await secretary.get(meetingDeskPaths.lead(number))
  expect(textOf(lead)).toContain('Tühista otsuse tulemus ja ava punkt uuesti')
  const nameless = await council.lead(number, 'annul-result', { vote })
  expect([nameless.status, textOf(nameless)]).toEqual([422, expect.stringContaining('Kirjuta põhjus')])
  await council.does(number, 'annul-result', { vote, reason: 'Hääled loeti valesti' })
  const twice = await council.lead(number, 'annul-result', { vote, reason: 'Hääled loeti valesti' })
  expect(twice.status).toBe(422)
  await follow()
  const [undone] = await actsOn(item)
  expect(undone).toMatchObject({ annulled_on: '2026-11-23', annulled_because: 'Hääled loeti valesti' })
  const page = textOf(await app.visitor.get(`/otsused/${undone!.slug}`))
  expect(page).toContain('Põhjus: Hääled loeti valesti')
  expect(await council.live(number)).toContain('Hääled loeti valesti')
  await council.does(number, 'open-item', { item })
  await council.does(number, 'vote-on-item', { words: 'Kas võõrandada?' })
  const second = await council.decide(number, ['for', 'for', 'for'])
  await council.does(number, 'conclude-item', { outcome: 'decided' })
  await follow()
  const [, again] = await actsOn(item)
  expect(again).toMatchObject({ number: undone!.number + 1, annulled_on: null })
  // Both stand on the pages of the meeting and of the item, in the order of the votes.
  for (const path of [meetingPaths.meeting(number), meetingPaths.item(number, item), meetingPaths.live(number)]) {
    const { text } = await app.visitor.get(path)
    expect(text.indexOf(`/otsused/${undone!.slug}"`), path).toBeGreaterThan(-1)
    expect(text.indexOf(`/otsused/${again!.slug}"`), path).toBeGreaterThan(text.indexOf(`/otsused/${undone!.slug}"`))
    const headings = { '': 'otsustati|Vastuvõetud', '/en': 'decided|adopted', '/ru': 'решили|Принятые' }
    for (const [language, heading] of Object.entries(headings))
      expect(textOf(await app.visitor.get(`${language}${path}`))).toMatch(new RegExp(heading, 'u'))
  }
  const other = [...(await council.stateOf(number)).items.keys()][1]!
  expect(textOf(await app.visitor.get(meetingPaths.item(number, other)))).not.toContain('Mida selles küsimuses')
  await council.does(number, 'end')
  const late = await council.lead(number, 'annul-result', { vote: second, reason: 'Hilja' })
  expect(late.status).toBe(422)
  expect((await actsOn(item)).map(({ annulled_on: on }) => on)).toEqual(['2026-11-23', null])
})

it('votes on several persons under one item are acts of their own, each with what was voted; one is undone alone', async () => {
  const { app } = council
  const number = await council.atItem(12, [{ kind: 'decision', title: 'Valitsuse liikmete kinnitamine' }])
  const item = (await council.stateOf(number)).currentItemId!
  const votes: string[] = []
  for (const words of ['Kas kinnitada Jaan Jalakas?', 'Kas kinnitada Mari Männik?', 'Kas kinnitada Mari Männik?']) {
    await council.does(number, 'vote-on-item', { words, object: 'confirmation' })
    votes.push(await council.decide(number, ['for', 'for', 'for', 'against']))
    await follow()
  }
  await council.does(number, 'conclude-item', { outcome: 'decided' })
  await Promise.all([follow(), follow()])
  const titles = async () => (await actsOn(item)).map(({ title, annulled_on: on }) => [title, on !== null])
  expect(await titles()).toEqual([
    ['Valitsuse liikmete kinnitamine: Kas kinnitada Jaan Jalakas', false],
    ['Valitsuse liikmete kinnitamine: Kas kinnitada Mari Männik', false],
    ['Valitsuse liikmete kinnitamine: Kas kinnitada Mari Männik (2)', false],
  ])
  const page = textOf(await app.visitor.get(meetingPaths.item(number, item)))
  expect(page.indexOf('Jaan Jalakas')).toBeLessThan(page.indexOf('Mari Männik'))
  // The first is undone, the others stand, and what was undone can be voted again.
  await council.does(number, 'annul-result', { vote: votes[0]!, reason: 'Vale sedel' })
  await follow()
  expect((await titles()).map(([, isAnnulled]) => isAnnulled)).toEqual([true, false, false])
  await council.does(number, 'open-item', { item })
  await council.does(number, 'vote-on-item', { words: 'Kas kinnitada Jaan Jalakas?', object: 'confirmation' })
  await council.decide(number, ['for', 'for'])
  await follow()
  expect((await titles()).at(-1)).toEqual(['Valitsuse liikmete kinnitamine: Kas kinnitada Jaan Jalakas', false])
})
