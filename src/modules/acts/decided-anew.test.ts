import { expect, it } from 'vitest'
import { system } from '#platform/context.ts'
import { meetingPaths } from '../meetings/paths.ts'
import { openCouncil } from '../meetings/sitting-testing.ts'
import { actDeskPaths as desk, actPaths } from './paths.ts'
import { takeDecisions } from './take-decisions.ts'

const secret = 'KANAARILIND'

it('what is decided anew on materials that are withheld is withheld from its first moment, for the same days', async () => {
  const council = await openCouncil()
  const { app, secretary } = council
  const number = await council.atItem(12, [{ kind: 'decision', title: 'Maa müük', draft: `1. Müüa ${secret}.` }])
  const item = (await council.stateOf(number)).currentItemId!
  const row = app.db.selectFrom('meetings_meetings').select('id').where('number', '=', number)
  const { id: meetingId } = await row.executeTakeFirstOrThrow()
  const decideIt = async () => {
    await council.does(number, 'vote-on-item', { words: `Kas müüa ${secret}?` })
    const vote = await council.decide(number, ['for', 'for', 'for'])
    await takeDecisions(app.context(system), meetingId)
    return vote
  }
  const vote = await decideIt()
  await council.does(number, 'conclude-item', { outcome: 'decided' })
  const acts = () =>
    app.db.selectFrom('acts_acts').select(['id', 'slug']).where('item_id', '=', item).orderBy('adopted_at').execute()
  const [first] = await acts()
  const ground = { covers: 'text', ground: 'AvTS § 35 lg 1 p 17', until: '2027-11-25' }
  expect((await secretary.post(desk.restrict(first!.slug), ground)).status).toBe(303)
  await council.does(number, 'annul-result', { vote, reason: `${secret} hind oli vale` })
  await council.does(number, 'open-item', { item })
  await decideIt()
  const [, second] = await acts()
  for (const { slug } of [first!, second!]) {
    const { text } = await app.visitor.get(actPaths.act(slug))
    expect(text).not.toContain(secret)
    expect(text).toContain('AvTS § 35 lg 1 p 17')
  }
  const told = await app.db.selectFrom('platform_events').select('facts').where('type', '=', 'acts.published').execute()
  expect(JSON.stringify(told.at(-1))).toContain('"hash":""')
  const lifting = { liftBecause: 'Põhjus on kadunud' }
  expect((await secretary.post(desk.lift(first!.slug), lifting)).status).toBe(303)
  expect((await app.visitor.get(actPaths.act(first!.slug))).text).toContain(`${secret} hind oli vale`)
  expect((await app.visitor.get(meetingPaths.item(number, item))).text).not.toContain(secret)
  expect((await secretary.post(desk.lift(second!.slug), lifting)).status).toBe(303)
  expect((await app.visitor.get(meetingPaths.item(number, item))).text).toContain(secret)
})
