import { todayOf, type Context } from '#platform/context.ts'
import { inBatches, syntheticMark, type Random, type SyntheticLoad, type SyntheticSize } from '#platform/synthetic.ts'
import { factsOf } from '../log/events.ts'
import type { MeetingSetup } from '../log/state.ts'
import { findStatute } from '../queries/statutes.ts'
import { recordAnew } from '../record/keep-record.ts'
import type { StatuteRules } from '../rules/statute.ts'
import { listMembersOn } from '../tell-members.ts'
import { inventLog } from './invent-log.ts'
import {
  insertSyntheticDrafts,
  insertSyntheticEvents,
  insertSyntheticItems,
  insertSyntheticMeetings,
  listBodiesForLoad,
  type BodyForLoad,
} from './queries.ts'

const day = 86_400_000
const meetingsAYear = 24
const fewItems = 8
const manyItems = 20

const titles = [
  'Lisaeelarve',
  'Detailplaneeringu algatamine',
  'Maatüki võõrandamine',
  'Teeregistri muutmine',
  'Kooli arengukava',
  'Ülevaade täidetud otsustest',
  'Jäätmehoolduseeskiri',
  'Hajaasustuse programm',
]

/** Years of meetings of the council and its committees, with logs, records and drafts. */
export async function loadSyntheticMeetings(ctx: Context, size: SyntheticSize): Promise<SyntheticLoad> {
  return inventMeetings(ctx, size, meetingsAYear * size.years, fewItems)
}

type Sitting = BodyForLoad & { members: string[]; statute: StatuteRules }

/** As many meetings as are asked for, spread over the years before today. */
export async function inventMeetings(
  ctx: Context,
  { random, years }: Pick<SyntheticSize, 'random' | 'years'>,
  count: number,
  items = manyItems,
): Promise<SyntheticLoad> {
  const bodies: Sitting[] = []
  for (const body of await listBodiesForLoad(ctx.db)) {
    const members = (await listMembersOn(ctx, body.id, todayOf(ctx))).map(({ personId }) => personId)
    const statute = await findStatute(ctx.db, body, todayOf(ctx))
    if (statute !== undefined && members.length > 2) bodies.push({ ...body, members, statute })
  }
  if (bodies.length === 0) return { counts: {} }
  const counts = { meetings: 0, items: 0, events: 0 }
  for (let at = 0; at < count; at += 1) {
    const age = Math.ceil(((count - at) / count) * years * 365) * day
    const startsAt = new Date(Math.floor((ctx.now.getTime() - age) / day) * day + 13 * 3_600_000)
    // The council meets about every third time; its members sit in the committees too.
    const body = at % 3 === 0 ? bodies[0]! : random.pick(bodies)
    counts.events += await insertOne(ctx, body, startsAt, { random, items })
    counts.meetings += 1
    counts.items += items
  }
  return { counts }
}

type Invention = { random: Random; items: number }

async function insertOne(
  ctx: Context,
  body: Sitting,
  startsAt: Date,
  { random, items: length }: Invention,
): Promise<number> {
  const meeting = random.uuid()
  const items = Array.from({ length }, (_, at) => ({
    id: random.uuid(),
    meeting,
    position: at + 1,
    title: `${random.pick(titles)} ${syntheticMark.et}`,
    kind: at % 3 === 2 ? ('information' as const) : ('decision' as const),
    memo: 'Lühike seletus.',
    at: startsAt,
  }))
  const setup: MeetingSetup = {
    body: { kind: body.kind === 'council' ? 'council' : 'committee', seats: body.seats ?? body.members.length },
    plannedStart: startsAt,
    mode: 'hybrid',
    statute: body.statute,
    members: body.members.map((personId, place) => ({
      personId,
      sortKey: String(place).padStart(4, '0'),
      votingRight: true,
      from: null,
      until: null,
    })),
    guests: [],
    items: items.map(({ id, title, kind }) => ({ id, title, kind, visibility: 'public', parentId: null })),
    chairPersonId: body.members[0]!,
    secretaryPersonId: null,
  }
  const state = inventLog(setup, random)
  const ends = state.endedAt ?? state.log.at(-1)!.at
  const row = { id: meeting, body: body.id, place: 'Vallamaja saal', starts: startsAt, ends, setup }
  await insertSyntheticMeetings(ctx.db, JSON.stringify([row]))
  await insertSyntheticItems(ctx.db, JSON.stringify(items))
  const drafts = items
    .filter(({ kind }) => kind === 'decision')
    .map(({ id, title }) => ({
      item: id,
      words: `§ 1. ${title}.\n§ 2. Otsus jõustub teatavakstegemisest.`,
      at: startsAt,
    }))
  await insertSyntheticDrafts(ctx.db, JSON.stringify(drafts))
  const events = state.log.map((event) => ({
    meeting,
    seq: event.id,
    at: event.at,
    by: event.by,
    facts: factsOf(event),
  }))
  await inBatches(events, (rows) => insertSyntheticEvents(ctx.db, rows))
  await recordAnew(ctx.db, meeting, state)
  return events.length
}
