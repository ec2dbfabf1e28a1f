import type { Client, TestApp } from '#test/app.ts'
import { actDeskPaths } from './paths.ts'

/** An act as a registrar would enter it; whatever is named replaces the usual. */
export async function enterAnAct(
  app: TestApp,
  keeper: Client,
  given: Partial<Record<string, string>> = {},
): Promise<string> {
  const { id } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', given.bodySlug ?? 'vallavolikogu')
    .executeTakeFirstOrThrow()
  const answer = await keeper.post(actDeskPaths.enter, {
    idempotencyKey: crypto.randomUUID(),
    body: id,
    kind: 'decision',
    number: '1',
    adoptedOn: '2026-11-20',
    title: 'Spordihoone ehitamine',
    text: '1. Ehitada spordihoone.\n\n2. Otsus jõustub teatavakstegemisest.',
    statedOn: '',
    gazetteOn: '',
    gazetteReference: '',
    mayLeaveHole: 'on',
    ...given,
  } as Record<string, string>)
  if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.page.querySelector('main')?.text}`)
  return answer.location!.split('/').at(-1)!
}
