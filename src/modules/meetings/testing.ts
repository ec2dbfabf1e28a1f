import type { Client, TestApp } from '#test/app.ts'
import type { Context } from '#platform/context.ts'
import type { PlainFacts } from './log/events.ts'
import type { MeetingSetup } from './log/state.ts'
import { meetingDeskPaths as desk } from './paths.ts'
import { insertEvents, keepSetup, lastSeqOf } from './queries/log.ts'
import { findStatute } from './queries/statutes.ts'

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

/** Seats somebody in the body with this slug, from the beginning of the year on. */
export async function seatIn(app: TestApp, { personId }: Client, slug: string): Promise<void> {
  const { id } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  await app.db
    .insertInto('people_memberships')
    .values({ person_id: personId!, body_id: id, from_date: '2026-01-01', created_at: app.clock.now() })
    .execute()
}

/** A council of so many, all of them here, with an item of its agenda open: written, not played. */
export async function writeSitting(
  ctx: Context,
  members: number,
): Promise<{ id: string; number: number; persons: string[]; itemId: string }> {
  const body = await ctx.db
    .updateTable('people_bodies')
    .set({ seats: members })
    .where('slug', '=', 'vallavolikogu')
    .returning(['id', 'slug', 'kind'])
    .executeTakeFirstOrThrow()
  const persons: string[] = []
  for (let at = 0; at < members; at += 1) {
    const { id } = await ctx.db
      .insertInto('people_persons')
      .values({ given_name: 'Liige', family_name: `Number ${at}`, created_at: ctx.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    persons.push(id)
  }
  const { id, number } = await ctx.db
    .insertInto('meetings_meetings')
    .values({
      body_id: body.id,
      kind: 'ordinary',
      mode: 'room',
      starts_at: ctx.now,
      state: 'in-session',
      state_since: ctx.now,
      announced_at: ctx.now,
      invited_at: ctx.now,
      setup: '{}',
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  const items: MeetingSetup['items'] = Array.from({ length: 20 }, (_, at) => ({
    id: crypto.randomUUID(),
    title: `Päevakorrapunkt number ${at + 1}`,
    parentId: null,
    kind: 'decision',
    visibility: 'public',
  }))
  await keepSetup(ctx.db, id, {
    body: { kind: 'council', seats: members },
    plannedStart: ctx.now,
    mode: 'room',
    statute: (await findStatute(ctx.db, body, '2026-12-01'))!,
    members: persons.map((personId, at) => ({
      personId,
      sortKey: String(at).padStart(4, '0'),
      votingRight: true,
      from: null,
      until: null,
    })),
    guests: [],
    items,
    chairPersonId: persons[0]!,
    secretaryPersonId: null,
  })
  const itemId = items[0]!.id
  const facts: PlainFacts[] = [
    { kind: 'convened' },
    ...persons.map((personId) => ({ kind: 'arrived', personId, channel: 'room', source: 'clerk' }) as const),
    { kind: 'opened' },
    { kind: 'agenda-adopted', voteId: null },
    { kind: 'item-opened', itemId },
  ]
  await writeEvents(ctx, id, facts)
  return { id, number, persons, itemId }
}

/** Appended to the log as they are, by a secretary. */
export async function writeEvents(ctx: Context, meetingId: string, facts: readonly PlainFacts[]): Promise<number> {
  const from = await lastSeqOf(ctx.db, meetingId)
  const by = { personId: null, as: 'secretary' } as const
  const events = facts.map((fact, at) => ({ id: from + at + 1, at: ctx.now, by, ...fact }))
  await insertEvents(ctx.db, meetingId, events)
  return from + facts.length
}

/** A named vote on the item, open. */
export async function writeOpenVote(ctx: Context, meetingId: string, itemId: string): Promise<string> {
  const voteId = crypto.randomUUID()
  const question = { question: 'Kas võtta vastu?', object: { kind: 'draft' }, method: 'named', rule: 'simple' } as const
  await writeEvents(ctx, meetingId, [
    { kind: 'vote-prepared', voteId, itemIds: [itemId], ...question },
    { kind: 'vote-opened', voteId, rollCallFrom: null },
  ])
  return voteId
}
