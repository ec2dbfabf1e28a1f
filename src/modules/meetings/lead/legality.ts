import type { legalityChecks } from '../log/meeting-facts.ts'
import type { MeetingState, VoteState } from '../log/state.ts'
import { needsDraft } from '../rules.ts'
import type { MajorityRule } from '../rules/statute.ts'
import type { LeadGround } from './ground.ts'

/** What is about to be voted on. */
export type VoteToCome = { object: VoteState['object']['kind']; itemIds: readonly string[]; rule: string }

/** What a check found, in numbers, for a page to put into words. */
export type LegalityFinding =
  | { found: 'quorum'; present: number; needed: number; holds: boolean }
  | { found: 'notice'; days: number; needed: number; holds: boolean }
  | { found: 'notice-late'; days: number; needed: number; because: string }
  | { found: 'notice-not-needed' }
  | { found: 'annexes'; missing: number }
  | { found: 'recusals'; isAsked: boolean; barred: number }
  | { found: 'agenda'; isAdopted: boolean }
  | { found: 'majority'; rule: MajorityRule; needed: number | null; lowered: number }
  | { found: 'election'; needed: number | null }
  | { found: 'majority-unfit' }

export type LegalityCheck = {
  check: (typeof legalityChecks)[number]
  ok: boolean
  /** Set aside with a reason; the minutes tell of it. */
  isOverridden: boolean
  /** False where no reason helps: a vote without quorum has no result. */
  mayOverride: boolean
  finding: LegalityFinding
  /** Where it stands in law or statute; null: nothing that somebody has compared with the statute itself. */
  basis: string | null
}

export type LegalityRefusal =
  | 'noQuorum'
  | 'noticeShort'
  | 'annexMissing'
  | 'recusalsNotAsked'
  | 'agendaNotAdopted'
  | 'unknownRule'

const verified = (rule: { basis: string; unverified?: true }): string | null =>
  rule.unverified === true ? null : rule.basis

/** Everything that must hold before a vote is opened: each check with whether it holds, why, and where that stands. */
export function legalityOf(state: MeetingState, ground: LeadGround, vote: VoteToCome): LegalityCheck[] {
  const checks = [quorumCheck(state), noticeCheck(state, ground)]
  const isOnMatter = vote.object !== 'agenda' && vote.object !== 'procedure'
  if (isOnMatter) {
    if (vote.object !== 'election' && vote.object !== 'confirmation')
      checks.push(annexCheck(state, ground, vote), recusalCheck(state, vote))
    checks.push(agendaCheck(state))
  }
  return [...checks, majorityCheck(state, vote)].map((check) => withOverride(state, vote, check))
}

/** The first check that stands in the way; null: the vote may be opened. */
export function whyIllegal(checks: readonly LegalityCheck[]): LegalityRefusal | null {
  const failing = checks.find(({ ok, isOverridden }) => !ok && !isOverridden)
  return failing === undefined ? null : refusals[failing.check]
}

const refusals: Record<LegalityCheck['check'], LegalityRefusal> = {
  quorum: 'noQuorum',
  notice: 'noticeShort',
  annexes: 'annexMissing',
  recusals: 'recusalsNotAsked',
  agenda: 'agendaNotAdopted',
  majority: 'unknownRule',
  result: 'unknownRule',
}

type Plain = Omit<LegalityCheck, 'isOverridden'>

/** A reason counts for the item it was given for; the notice and the agenda are of the whole meeting. */
function withOverride(state: MeetingState, { itemIds }: VoteToCome, check: Plain): LegalityCheck {
  const ofMeeting = check.check === 'notice' || check.check === 'agenda'
  const isOverridden =
    check.mayOverride &&
    state.overrides.some(
      (one) => one.check === check.check && (ofMeeting || itemIds.every((itemId) => itemId === one.itemId)),
    )
  return { ...check, isOverridden }
}

function quorumCheck({ quorum, setup }: MeetingState): Plain {
  const { present, needed, met } = quorum
  return {
    check: 'quorum',
    ok: met,
    mayOverride: false,
    finding: { found: 'quorum', present, needed, holds: met },
    basis: verified(setup.statute.quorum),
  }
}

function noticeCheck({ setup }: MeetingState, { notice }: LeadGround): Plain {
  const needed = setup.statute.invitation.daysBefore
  const days = notice.days ?? 0
  const inTime = days >= needed
  const isLate = !inTime && notice.lateBecause !== ''
  const finding: LegalityFinding = notice.isFirst
    ? { found: 'notice-not-needed' }
    : isLate
      ? { found: 'notice-late', days, needed, because: notice.lateBecause }
      : { found: 'notice', days, needed, holds: inTime }
  const ok = notice.isFirst || inTime || isLate
  return { check: 'notice', ok, mayOverride: true, finding, basis: verified(setup.statute.invitation) }
}

function annexCheck(state: MeetingState, { drafts }: LeadGround, { itemIds }: VoteToCome): Plain {
  const missing = itemIds.filter((itemId) => {
    const item = state.items.get(itemId)
    return item !== undefined && needsDraft(item.kind) && !drafts.has(itemId)
  }).length
  const finding: LegalityFinding = { found: 'annexes', missing }
  return { check: 'annexes', ok: missing === 0, mayOverride: true, finding, basis: 'KOKS § 43 lg 3' }
}

function recusalCheck(state: MeetingState, { itemIds }: VoteToCome): Plain {
  const items = itemIds.map((itemId) => state.items.get(itemId)).filter((item) => item !== undefined)
  const isAsked = items.every(({ recusalsAskedAt }) => recusalsAskedAt !== null)
  const barred = new Set(
    items.flatMap(({ recusals }) => recusals.filter(({ until }) => until === null).map(({ personId }) => personId)),
  ).size
  const finding: LegalityFinding = { found: 'recusals', isAsked, barred }
  return { check: 'recusals', ok: isAsked, mayOverride: true, finding, basis: 'KOKS § 17 lg 6' }
}

function agendaCheck({ agendaAdopted, setup }: MeetingState): Plain {
  const isAdopted = agendaAdopted !== null || setup.statute.agendaMajority === null
  return { check: 'agenda', ok: isAdopted, mayOverride: true, finding: { found: 'agenda', isAdopted }, basis: null }
}

function majorityCheck(state: MeetingState, vote: VoteToCome): Plain {
  const plain = { check: 'majority', mayOverride: false } as const
  const { seats } = state.setup.body
  const { majorities, elections } = state.setup.statute
  if (vote.object === 'election') {
    const rule = Object.hasOwn(elections, vote.rule) ? elections[vote.rule] : undefined
    if (rule === undefined) return { ...plain, ok: false, finding: { found: 'majority-unfit' }, basis: null }
    const needed = rule.kind === 'one-person' && rule.majority === 'membership' ? Math.floor(seats / 2) + 1 : null
    return { ...plain, ok: true, finding: { found: 'election', needed }, basis: verified(rule) }
  }
  const rule = Object.hasOwn(majorities, vote.rule) ? majorities[vote.rule] : undefined
  // KOKS § 45(5): a motion of no confidence passes by the majority of the membership.
  const isOfNoConfidence = vote.itemIds.some((itemId) => state.items.get(itemId)?.kind === 'no-confidence')
  const isUnfit =
    isOfNoConfidence && vote.object !== 'procedure' && vote.object !== 'amendment' && rule?.kind !== 'membership'
  if (rule === undefined || isUnfit)
    return {
      ...plain,
      ok: false,
      finding: { found: 'majority-unfit' },
      basis: rule === undefined ? null : 'KOKS § 45 lg 5',
    }
  const lowered = vote.object === 'confirmation' ? 0 : barredMembers(state, vote)
  const needed = neededOf(rule, seats, lowered)
  const isLowered = needed !== null && needed !== neededOf(rule, seats, 0)
  const finding: LegalityFinding = { found: 'majority', rule, needed, lowered: isLowered ? lowered : 0 }
  return { ...plain, ok: true, finding, basis: verified(rule) }
}

/** Votes for that are needed whatever the others say; null where that depends on the votes against. */
function neededOf(rule: MajorityRule, seats: number, barred: number): number | null {
  if (rule.kind === 'more-for-than-against' || rule.kind === 'times-against') return null
  const full =
    rule.kind === 'membership'
      ? Math.floor(seats / 2) + 1
      : Math.ceil((seats * rule.share.numerator) / rule.share.denominator)
  return rule.barredLower ? Math.max(full - barred, 1) : full
}

function barredMembers(state: MeetingState, { itemIds }: VoteToCome): number {
  const recusals = itemIds.flatMap((itemId) => state.items.get(itemId)?.recusals ?? [])
  const barred = recusals.filter(({ personId, until }) => until === null && state.people.get(personId)?.seated === true)
  return new Set(barred.map(({ personId }) => personId)).size
}
