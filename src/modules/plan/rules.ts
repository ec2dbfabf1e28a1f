import { hasRole, type Actor } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'

declare module '#platform/context.ts' {
  interface Roles {
    /** Edits the plan, leads its discussion and its yearly review. */
    planCoordinator: true
    /** Enters the government's decision to adopt a version. */
    planAdopter: true
  }
}

export const versionStates = ['draft', 'discussion', 'adopted', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]

export type Version = {
  state: VersionState
  discussionFrom: LocalDate | null
  discussionUntil: LocalDate | null
  inForceFrom: LocalDate | null
}

const nextStates: Record<VersionState, readonly VersionState[]> = {
  draft: ['discussion', 'adopted', 'withdrawn'],
  discussion: ['draft', 'adopted', 'withdrawn'],
  adopted: [],
  withdrawn: ['draft'],
}

export function canBecome(version: Pick<Version, 'state'>, next: VersionState): boolean {
  return nextStates[version.state].includes(next)
}

/** The posts and bodies that a version names as responsible for a commitment. */
export type Ownership = { postIds: readonly string[]; bodyIds: readonly string[] }

export function coordinates(actor: Actor): boolean {
  return hasRole(actor, 'planCoordinator')
}

export function canAdopt(actor: Actor): boolean {
  return hasRole(actor, 'planAdopter')
}

/** An owner holds one of the responsible posts, or is an official of a responsible body. */
export function owns(actor: Actor, owners: Ownership): boolean {
  if (owners.postIds.some((id) => actor.postIds.includes(id))) return true
  return hasRole(actor, 'official') && owners.bodyIds.some((id) => actor.bodyIds.includes(id))
}

/** Only who holds a post can answer for a commitment. */
export function mayAnswerFor(actor: Actor): boolean {
  return actor.postIds.length > 0
}

export function canUpdate(actor: Actor, owners: Ownership): boolean {
  return coordinates(actor) || owns(actor, owners)
}

/** Four eyes: any official but the one who vouches may confirm or decline. */
export function canDecideOn(actor: Actor, evidence: { vouchedBy: string }): boolean {
  return hasRole(actor, 'official') && actor.personId !== null && actor.personId !== evidence.vouchedBy
}

/**
 * What must not be confirmed yet, or at all: nobody can have looked at a file that is still being checked, and a
 * refused file proves nothing. Where a link is given too, the link may.
 */
export function whyNotConfirmable(
  evidence: { url: string | null },
  files: readonly { state: 'received' | 'checked' | 'refused' }[],
): 'proofBeingChecked' | 'proofRefused' | null {
  if (files.some(({ state }) => state === 'received')) return 'proofBeingChecked'
  const isAllRefused = files.length > 0 && files.every(({ state }) => state === 'refused')
  return isAllRefused && evidence.url === null ? 'proofRefused' : null
}

/** Drafts are work in progress; everything that was put before the public stays readable. */
export function canRead(actor: Actor, version: Pick<Version, 'state'>): boolean {
  return version.state === 'discussion' || version.state === 'adopted' || seesDrafts(actor)
}

/** Was before the public and is not now: visitors are told so, and are not shown what is being changed. */
export function wasDiscussed(version: Pick<Version, 'discussionFrom'>, today: LocalDate): boolean {
  return version.discussionFrom !== null && version.discussionFrom <= today
}

export function seesDrafts(actor: Actor): boolean {
  return hasRole(actor, 'official') || coordinates(actor) || canAdopt(actor)
}

export function canAsk(actor: Actor): boolean {
  return actor.kind === 'person'
}

/** The last day of a discussion belongs to it, until midnight. */
export function isOpenForComments(version: Version, today: LocalDate): boolean {
  const { state, discussionFrom: from, discussionUntil: until } = version
  return state === 'discussion' && from !== null && until !== null && from <= today && today <= until
}

/** KOKS § 37² gives development plans two weeks; the same courtesy is due to this plan. A setting of the use case. */
export const shortestDiscussionDays = 14

/** What a reader sees of who asked: an organisation, the asker's own wish to be named, or just "a resident". */
export function shownAs(asked: { personName: string; organisation: string | null; named: boolean }): string {
  if (asked.organisation !== null) return asked.organisation
  return asked.named ? asked.personName : ''
}
