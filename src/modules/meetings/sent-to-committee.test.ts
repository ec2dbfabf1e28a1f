import { beforeAll, expect, it } from 'vitest'
import { meetingPaths } from './paths.ts'
import { openCouncil, textOf, type Council } from './sitting-testing.ts'

let council: Council
beforeAll(async () => {
  council = await openCouncil()
})

it('an item that is sent to a committee says to which, and goes to none that is no committee', async () => {
  const number = await council.atItem(12, [{ title: 'Jäätmekava', kind: 'information' }])
  const bodies = await council.app.db
    .selectFrom('people_bodies')
    .select(['id', 'slug', 'name', 'kind'])
    .where('slug', 'in', ['revisjonikomisjon', 'vallavalitsus', 'vallavolikogu'])
    .execute()
  const body = (slug: string) => bodies.find((one) => one.slug === slug)!
  const committee = body('revisjonikomisjon')
  expect(await council.cockpit(number)).toContain((committee.name as { et: string }).et)
  for (const to of ['', ':', `:${body('vallavalitsus').id}`, `:${body('vallavolikogu').id}`]) {
    const refused = await council.lead(number, 'conclude-item', { outcome: `sent-to-committee${to}` })
    expect(refused.status, to).toBe(422)
  }
  await council.does(number, 'conclude-item', { outcome: `sent-to-committee:${committee.id}` })
  expect(await council.live(number)).toContain((committee.name as { et: string }).et)
  await council.does(number, 'end')
  expect(textOf(await council.app.visitor.get(meetingPaths.live(number)))).toContain('saadetud komisjoni')
})
