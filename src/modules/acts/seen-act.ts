import { anonymous, type Actor } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import { inAllLanguages, type Language, type LocalText } from '#platform/language.ts'
import { nameMessages } from './messages/names.ts'
import type { Act, Origin } from './queries/acts.ts'
import type { Version } from './queries/versions.ts'
import { readsAll, restrictionOn, stateOn, type ActState, type Annulment, type Restriction } from './rules.ts'

/**
 * An act as one reader may see it. Pages, feeds, search and open data are made of this alone: what is not in it can
 * reach none of them.
 */
export type SeenAct = Pick<
  Act,
  | 'id'
  | 'slug'
  | 'body'
  | 'kind'
  | 'number'
  | 'adoptedOn'
  | 'adoptedAt'
  | 'publishedAt'
  | 'inForceOn'
  | 'statedOn'
  | 'gazetteOn'
  | 'gazetteReference'
  | 'signedAt'
  | 'amendedOn'
  | 'repealedOn'
  | 'annulledOn'
  | 'changedAt'
> & {
  /** Null where the whole act is restricted. */
  title: string | null
  state: ActState
  annulled: { how: Annulment; because: string } | null
  origin: Origin | null
  /** Where its item and its draft stand; null where they are not for this reader. */
  itemId: string | null
  /** Why the text is not for everybody; also told to those who may read it all the same. */
  closed: Closed | null
  mayReadText: boolean
  readsFull: boolean
}
export type Closed =
  | { why: 'item'; basis: string }
  | { why: 'text' | 'whole'; basis: string; from: LocalDate; until: LocalDate }

export function seenAct(act: Act, actor: Actor, today: LocalDate): SeenAct {
  const restriction = restrictionOn(act.restrictions, today)
  const readsFull = readsAll(actor, { bodyId: act.body.id })
  const closed = closedBy(act, restriction)
  const seesTitle = readsFull || closed?.why !== 'whole'
  const seesReason = readsFull || (!act.annulledBehindDoors && restriction === null)
  const { id, slug, body, kind, number, adoptedOn, adoptedAt, publishedAt, inForceOn, statedOn } = act
  const { gazetteOn, gazetteReference, signedAt, amendedOn, repealedOn, annulledOn, annulledHow, changedAt } = act
  return {
    id,
    slug,
    body,
    kind,
    number,
    adoptedOn,
    adoptedAt,
    publishedAt,
    inForceOn,
    statedOn,
    gazetteOn,
    gazetteReference,
    signedAt,
    amendedOn,
    repealedOn,
    annulledOn,
    changedAt,
    title: seesTitle ? act.title : null,
    state: stateOn(act, today),
    annulled: annulledHow === null ? null : { how: annulledHow, because: seesReason ? act.annulledBecause : '' },
    origin: act.origin === null || seesTitle ? act.origin : { ...act.origin, vote: null },
    itemId: seesTitle && act.origin?.hasPage === true ? act.itemId : null,
    closed,
    mayReadText: readsFull || closed === null,
    readsFull,
  }
}

/** As everybody sees it: for feeds, search and open data. */
export const publicAct = (act: Act, today: LocalDate): SeenAct => seenAct(act, anonymous, today)

function closedBy(
  { closedBasis, openedAt }: Pick<Act, 'closedBasis' | 'openedAt'>,
  restriction: Restriction | null,
): Closed | null {
  if (restriction !== null) {
    const { covers, basis, from, until } = restriction
    return { why: covers, basis, from, until }
  }
  return closedBasis !== '' && openedAt === null ? { why: 'item', basis: closedBasis } : null
}

/** The texts that a reader may see, the newest first: of a public version on, everybody sees those alone. */
export function seenVersions(
  versions: readonly Version[],
  { mayReadText, readsFull }: Pick<SeenAct, 'mayReadText' | 'readsFull'>,
): Version[] {
  if (!mayReadText) return []
  const open = versions.filter(({ kind }) => kind === 'public')
  return readsFull || open.length === 0 ? [...versions] : open
}

/** The newest text with everything in it. */
export const fullVersion = (versions: readonly Version[]): Version | undefined =>
  versions.find(({ kind }) => kind !== 'public')

/** „Vallavolikogu otsus nr 41” */
export function nameOfAct(act: Pick<SeenAct, 'body' | 'kind' | 'number'>, language: Language): string {
  const { body, kind, number } = act
  return nameMessages[language].act(body.name[language] ?? body.name.et, kind, number)
}

/** The name with what it is about, where that may be known. */
export function titleOfAct(act: Pick<SeenAct, 'body' | 'kind' | 'number' | 'title'>): LocalText {
  const say = (language: Language) =>
    act.title === null ? nameOfAct(act, language) : `${nameOfAct(act, language)}: ${act.title}`
  return inAllLanguages(say)
}
