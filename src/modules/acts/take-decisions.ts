import { isDeepStrictEqual } from 'node:util'
import { inTransaction, timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { listDecisions, type Decision } from '#modules/meetings/index.ts'
import { recordAct } from './events.ts'
import { hashWords } from './hash-words.ts'
import { matchReaders } from './match-readers.ts'
import { findAct, listActsOfMeeting, type DecidedAct, type Origin } from './queries/acts.ts'
import { insertAct, keepLastNumber, lockSeries, matchRelations, updateAct } from './queries/change-acts.ts'
import { insertRestriction } from './queries/restrictions.ts'
import { findRules } from './queries/rules.ts'
import { insertVersion } from './queries/versions.ts'
import { restrictMaterials } from './restrict-materials.ts'
import { inForceOn, kindsOf, longestUntil, periodOf, slugOf } from './rules.ts'

/**
 * What a meeting has decided becomes acts, each with the next number of its series; what has been undone there is
 * annulled here, and what turned out to be closed is closed. Safe to repeat, and for several at once.
 */
export async function takeDecisions(context: Context, meetingId: string): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const decisions = await listDecisions(ctx.db, meetingId, todayOf(ctx))
    if (decisions.length === 0) return
    const known = new Map((await listActsOfMeeting(ctx.db, meetingId)).map((act) => [keyOf(act), act]))
    for (const decision of decisions) {
      const act = known.get(keyOf(decision))
      if (act !== undefined) await follow(ctx, act, decision, titleAmong(without(known, act), decision))
      else if (decision.undone === null) await takeDecision(ctx, decision, { publishedAt: ctx.now, isTold: true })
    }
  })
}

const originOf = ({ meeting, hasPage, vote }: Decision): Origin => ({
  meeting: meeting.number,
  name: meeting.name,
  hasPage,
  vote,
})
const without = (known: ReadonlyMap<string, DecidedAct>, { id }: DecidedAct): DecidedAct[] =>
  [...known.values()].filter((act) => act.id !== id)
const keyOf = ({ voteId, itemId }: { voteId: string; itemId: string }): string => `${voteId} ${itemId}`

type Withheld = NonNullable<Decision['withheld']>

const longestTitle = 500

/** Two acts of one item that stand beside each other never bear the same title. */
function titleAmong(known: readonly DecidedAct[], { itemId, title }: Decision): string {
  // A log from elsewhere may have a longer one: the act is not kept back for that.
  const whole = title.slice(0, longestTitle)
  const beside = known.filter((act) => act.itemId === itemId && act.annulledOn === null)
  const isTaken = (words: string) => beside.some((act) => act.title === words)
  let place = 1
  const placed = () => (place === 1 ? whole : `${whole.slice(0, longestTitle - 6)} (${place})`)
  while (isTaken(placed())) place += 1
  return placed()
}

/** One decision becomes an act, unless it has become one meanwhile or its body adopts no acts. */
export async function takeDecision(
  ctx: Context,
  decision: Decision,
  { publishedAt, isTold }: { publishedAt: Date; isTold: boolean },
): Promise<string | null> {
  const { meeting, heldOn, itemId, voteId, statedAt, words, closedBasis } = decision
  const [regulation, single] = kindsOf(meeting.body.kind)
  const kind = decision.isRegulation ? regulation : single
  if (kind === undefined) return null
  const rules = await findRules(ctx.db, heldOn)
  const series = { bodyId: meeting.body.id, kind, period: periodOf(heldOn, rules) }
  const number = (await lockSeries(ctx.db, series)) + 1
  // Whoever took it meanwhile held the series' lock: what they did is seen now.
  const known = await listActsOfMeeting(ctx.db, meeting.id)
  if (known.some((act) => keyOf(act) === keyOf(decision))) return null
  await keepLastNumber(ctx.db, series, number)
  const notifiedOn = localDate(publishedAt, timeZoneOf(ctx.db))
  const id = await insertAct(ctx.db, {
    ...series,
    slug: slugOf({ body: meeting.body.slug, number, ...series }),
    number,
    title: titleAmong(known, decision),
    adoptedOn: heldOn,
    publishedAt,
    decided: {
      at: statedAt,
      meetingId: meeting.id,
      itemId,
      voteId,
      origin: originOf(decision),
      closedBasis: closedBasis === '' ? 'KOKS § 44 lg 4' : (closedBasis ?? ''),
    },
    statedOn: null,
    gazetteOn: null,
    gazetteReference: '',
    inForceOn: inForceOn({ kind, notifiedOn, gazetteOn: null, statedOn: null }, rules),
  })
  const hash = hashWords(words)
  if (words !== '') {
    const version = { version: 1, kind: 'adopted', words, hash, because: '', basis: '', at: statedAt } as const
    await insertVersion(ctx.db, id, { ...version, byPerson: null })
  }
  if (decision.withheld !== null) await withhold(ctx, { ...decision, id, withheld: decision.withheld })
  if (isTold) {
    const seconds = Math.max(0, Math.round((publishedAt.getTime() - statedAt.getTime()) / 1000))
    await recordAct(ctx, 'acts.published', (await findAct(ctx.db, { id }))!, {
      seconds,
      // A short text could be guessed from its hash: of a closed one the log has none.
      hash: words === '' || closedBasis !== null || decision.withheld !== null ? '' : hash,
    })
  }
  return id
}

/** What was decided on materials that are withheld says what they say: it is withheld for the same days. */
async function withhold(
  ctx: Context,
  { id, meeting, itemId, withheld }: Pick<Decision, 'meeting' | 'itemId'> & { id: string; withheld: Withheld },
): Promise<void> {
  const { basis, from, until } = withheld
  const isPersonal = until > longestUntil(from, false)
  const restriction = { covers: 'text', basis, isPersonal, from, until, setAt: ctx.now, byPerson: null } as const
  const { id: source } = await insertRestriction(ctx.db, id, restriction)
  await restrictMaterials(ctx, { meeting: meeting.number, itemId }, { source, basis, from, until })
}

/** What the log of the meeting says later of a decision that is an act already. */
async function follow(ctx: Context, known: DecidedAct, decision: Decision, title: string): Promise<void> {
  const { undone, closedBasis } = decision
  if (undone !== null && known.annulledOn === null) {
    const on = localDate(ctx.now, timeZoneOf(ctx.db))
    const annulled = { on, how: 'vote', because: undone.because, isBehindDoors: undone.isBehindDoors } as const
    await updateAct(ctx.db, known.id, { annulled }, ctx.now)
    await matchRelations(ctx.db, { actId: known.id }, ctx.now)
    await recordAct(ctx, 'acts.annulled', (await findAct(ctx.db, { id: known.id }))!, { how: 'vote' })
  }
  // A correction of the log changes the counts on the meeting's page, and so on the act's.
  const isAsItWas = undone === null && closedBasis === null && known.closedBasis === ''
  if (isAsItWas && !isDeepStrictEqual(known.origin.vote, decision.vote))
    await updateAct(ctx.db, known.id, { origin: originOf(decision) }, ctx.now)
  if (closedBasis !== null && known.closedBasis === '') {
    const basis = closedBasis === '' ? 'KOKS § 44 lg 4' : closedBasis
    // The question of a vote that was open until now may stand in the title.
    await updateAct(ctx.db, known.id, { closedBasis: basis, origin: originOf(decision), title }, ctx.now)
    await matchReaders(ctx, known.id)
    const act = (await findAct(ctx.db, { id: known.id }))!
    await recordAct(ctx, 'acts.text-changed', act, { version: 0, what: 'closed', hash: '' })
  }
}
