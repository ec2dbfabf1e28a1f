import type { Client, TestApp } from '#test/app.ts'
import type { PlainFacts } from '../log/events.ts'
import { writeEvents, writeSitting } from '../testing.ts'

export type HeldSitting = Awaited<ReturnType<typeof holdSitting>>

/** A sitting with a signed-in chair and member in it, an open item that was decided by name, and what `more` adds. */
export async function holdSitting(
  app: TestApp,
  { chair, member }: { chair: Client; member: Client },
  more: (known: { persons: string[]; itemIds: string[] }) => readonly PlainFacts[] = () => [],
) {
  const ctx = app.context()
  const { id, number, persons, itemId } = await writeSitting(ctx, 7)
  const { setup } = await app.db
    .selectFrom('meetings_meetings')
    .select('setup')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const itemIds = (setup as unknown as { items: { id: string }[] }).items.map((item) => item.id)
  const voteId = crypto.randomUUID()
  const [chairId, memberId] = [chair.personId!, member.personId!]
  const entitled = (personId: string): PlainFacts[] => [
    { kind: 'member-entitled', personId, sortKey: 'z', votingRight: true, replaces: persons[6]! },
    { kind: 'arrived', personId, channel: 'room', source: 'clerk' },
  ]
  const choices = ['for', 'for', 'for', 'against', 'abstained'] as const
  const question = { question: 'Kas võtta vastu?', object: { kind: 'draft' }, method: 'named', rule: 'simple' } as const
  await writeEvents(ctx, id, [
    { kind: 'left', personId: persons[6]!, source: 'clerk' },
    { kind: 'mandate-ended', personId: persons[6]! },
    { ...entitled(memberId)[0]! },
    { ...entitled(memberId)[1]! },
    { kind: 'member-entitled', personId: chairId, sortKey: 'y', votingRight: true, replaces: null },
    { kind: 'arrived', personId: chairId, channel: 'room', source: 'clerk' },
    { kind: 'chair-taken', personId: chairId, itemId: null },
    { kind: 'recusals-asked', itemId },
    { kind: 'vote-prepared', voteId, itemIds: [itemId], ...question },
    { kind: 'vote-opened', voteId, rollCallFrom: null },
    ...choices.map(
      (choice, at) => ({ kind: 'vote-cast', voteId, personId: persons[at]!, choice, channel: 'self' }) as const,
    ),
    { kind: 'vote-closed', voteId },
    { kind: 'result-stated', voteId, outcome: 'adopted' },
    { kind: 'item-concluded', itemId, outcome: 'decided', voteId, committeeId: null },
    ...more({ persons, itemIds }),
    { kind: 'ended' },
  ])
  await app.db.updateTable('meetings_meetings').set({ state: 'held' }).where('id', '=', id).execute()
  return { id, number, persons, itemIds, itemId, voteId }
}
