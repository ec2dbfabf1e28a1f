import type { Client, TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk } from './paths.ts'

/** A meeting as a secretary would plan it; whatever is named replaces the usual. */
export function aMeeting(given: Partial<Record<string, string>> = {}): Record<string, string> {
  return {
    idempotencyKey: crypto.randomUUID(),
    kind: 'ordinary',
    sessionNo: '',
    mode: 'room',
    place: 'Vallamaja saal',
    startsAt: '2026-12-03T15:00',
    endsAt: '2026-12-03T18:00',
    ...given,
  } as Record<string, string>
}

/** An item as a secretary would put it on the agenda. */
export function anItem(given: Partial<Record<string, string>> = {}): Record<string, string> {
  return {
    idempotencyKey: crypto.randomUUID(),
    title: 'Eelarve esimene lugemine',
    kind: 'regulation',
    visibility: 'public',
    closedBasis: '',
    rapporteur: 'Finantsjuht',
    plannedMinutes: '30',
    memo: 'Seletus.',
    draft: '§ 1. Kinnitada eelarve.',
    ...given,
  } as Record<string, string>
}

/** Plans a meeting of the body with this slug and answers its number. */
export async function planAMeeting(
  app: TestApp,
  secretary: Client,
  slug: string,
  given: Partial<Record<string, string>> = {},
): Promise<number> {
  const { id } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const answer = await secretary.post(desk.plan, aMeeting({ body: id, ...given }))
  if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.page.querySelector('main')?.text}`)
  return Number(answer.location!.split('/').at(-1))
}
