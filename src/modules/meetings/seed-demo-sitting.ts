import { randomUUID } from 'node:crypto'
import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { registry } from '#modules/people/index.ts'
import { setupOf } from './convene-meeting.ts'
import { judgedOutcome } from './log/counting.ts'
import type { ActedBy, FactsOf, PlainFacts } from './log/events.ts'
import { emptyMeeting, step } from './log/fold.ts'
import { whyNot } from './log/may-happen.ts'
import { keepVersion } from './minutes/keep-version.ts'
import { changeDraft } from './minutes/queries.ts'
import { daysAfter } from './minutes/review/rules.ts'
import { insertEvent, keepSetup } from './queries/log.ts'
import { findMeeting, updateMeeting } from './queries/meetings.ts'
import { recordAnew } from './record/keep-record.ts'
import { findStatute } from './queries/statutes.ts'
import { listMembersOn } from './tell-members.ts'

/** How a demo sitting went: how many came, and what became of each item. */
export type DemoSitting = {
  present: number
  /** Whether its minutes are published, or still before the members. */
  minutes: 'published' | 'in-review'
  items: readonly { votes: readonly [yes: number, no: number, abstained: number] | null; summary: string }[]
}

const minute = 60_000

/** Plays a sitting through its own rules: what they do not allow, the demo cannot tell. */
export async function seedSitting(ctx: Context, meetingId: string, sitting: DemoSitting): Promise<void> {
  const meeting = (await findMeeting(ctx.db, { id: meetingId }))!
  const day = localDate(meeting.startsAt, timeZoneOf(ctx.db))
  const statute = await findStatute(ctx.db, meeting.body, day)
  const members = await listMembersOn(ctx, meeting.body.id, day)
  // A body without members has held nothing.
  if (members.length === 0) return
  const chairPost = (await registry.listPostsOf(ctx.db, meeting.body.id, day))[0]?.id
  const chair = members.find(({ postId }) => postId === chairPost) ?? members[0]
  if (statute === undefined || chair === undefined) throw new Error(`meeting ${meeting.number}: no rules or no members`)
  const here = [chair, ...members.filter((one) => one !== chair)].slice(0, sitting.present)
  let at = new Date(meeting.startsAt.getTime() - 10 * minute)
  const composition = { statute, members, chair: chair.personId, secretary: null, at }
  const setup = await setupOf(ctx, meeting, composition)
  await keepSetup(ctx.db, meetingId, setup)
  const bySecretary: ActedBy = { personId: null, as: 'secretary', onInstructionOfChair: true }
  let state = emptyMeeting(setup)
  const happen = async (facts: PlainFacts, minutes = 0) => {
    at = new Date(at.getTime() + minutes * minute + 1000)
    const event = { id: state.lastEventId + 1, at, by: bySecretary, ...facts }
    const refusal = whyNot(state, event)
    if (refusal !== null) throw new Error(`meeting ${meeting.number}: ${facts.kind}: ${refusal}`)
    await insertEvent(ctx.db, meetingId, event)
    state = step(state, event)
  }
  const vote = async (prepared: Omit<FactsOf<'vote-prepared'>, 'kind' | 'voteId'>, votes: readonly number[]) => {
    const voteId = randomUUID()
    await happen({ kind: 'vote-prepared', voteId, ...prepared }, 1)
    await happen({ kind: 'vote-opened', voteId, rollCallFrom: null })
    const choices = (['for', 'against', 'abstained'] as const).flatMap((choice, place) =>
      Array.from({ length: votes[place] ?? 0 }, () => choice),
    )
    for (const [place, choice] of choices.entries())
      await happen({ kind: 'vote-cast', voteId, personId: here[place]!.personId, choice, channel: 'clerk' })
    await happen({ kind: 'vote-closed', voteId }, 1)
    const outcome = judgedOutcome(state, state.votes.get(voteId)!) as FactsOf<'result-stated'>['outcome']
    await happen({ kind: 'result-stated', voteId, outcome })
    return { voteId, outcome }
  }
  await happen({ kind: 'convened' })
  for (const { personId } of here) await happen({ kind: 'arrived', personId, channel: 'room', source: 'clerk' })
  await happen({ kind: 'opened' }, 10)
  const agenda = {
    itemIds: [],
    question: 'Päevakorra kinnitamine',
    object: { kind: 'agenda' },
    method: 'named',
  } as const
  const adopted = await vote({ ...agenda, itemIds: [], rule: 'simple' }, [here.length])
  await happen({ kind: 'agenda-adopted', voteId: adopted.voteId })
  const summaries: Record<string, string> = {}
  for (const [place, { id, title }] of setup.items.entries()) {
    const { votes = null, summary = '' } = sitting.items[place] ?? {}
    await happen({ kind: 'item-opened', itemId: id }, 2)
    if (summary !== '') summaries[id] = summary
    let concluded: Pick<FactsOf<'item-concluded'>, 'outcome' | 'voteId'> = { outcome: 'taken-note-of', voteId: null }
    if (votes !== null) {
      await happen({ kind: 'debate-closed', itemId: id }, 20)
      const object = { kind: 'draft' } as const
      const done = await vote({ itemIds: [id], question: title, object, method: 'named', rule: 'simple' }, votes)
      concluded = { outcome: done.outcome === 'adopted' ? 'decided' : 'rejected', voteId: done.voteId }
    }
    await happen({ kind: 'item-concluded', itemId: id, committeeId: null, ...concluded }, 1)
  }
  await happen({ kind: 'ended' }, 1)
  await updateMeeting(ctx.db, meetingId, { state: 'held' }, ctx.now)
  await recordAnew(ctx.db, meetingId, state)
  const written = { summaries: JSON.stringify(summaries) }
  if (sitting.minutes === 'in-review') {
    const rules = statute.minutes
    const columns = { review_from: ctx.now, review_until: daysAfter(todayOf(ctx), rules.reviewDays, rules) }
    await changeDraft(ctx.db, meetingId, { ...written, ...columns }, { by: null, now: ctx.now })
    return
  }
  const publishedAt = new Date(at.getTime() + 3 * 1440 * minute)
  const approved = { approved_at: publishedAt, approved_by: chair.personId, approved_as: 'chair' }
  await changeDraft(ctx.db, meetingId, { ...written, ...approved }, { by: null, now: publishedAt })
  const published = { version: 1, summaries, because: '', publishedAt }
  await keepVersion(ctx.db, (await findMeeting(ctx.db, { id: meetingId }))!, published, null)
}
