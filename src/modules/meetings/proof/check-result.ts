import { judgeElection, type Election } from '../rules/election.ts'
import { judgeVote, type Membership, type VoteCounts } from '../rules/majority.ts'
import type { MajorityRule } from '../rules/statute.ts'
import { canonicalJson, type Json } from './canonical-json.ts'

export type BallotChoice = 'for' | 'against' | 'abstained' | 'didNotVote'

/** A stated result as everybody may take it away. */
export type Result = {
  kind: 'avavald-vote-result/1'
  meeting: { site: string; number: number; name: string; body: string; path: string; startsAt: string }
  items: readonly { number: string; title: string }[]
  vote: { id: string; question: string; method: string; openedAt: string; closedAt: string }
  /** Items whose materials are for internal use only now: their titles stand in the place of the question. */
  withheld?: readonly { item: string; basis: string; from: string; until: string }[]
  entitled: number
  /** Null for elections, which have a rule of their own. */
  rule: { rule: MajorityRule; membership: Membership; derivation: readonly string[] } | null
  election: { election: Election; names: Readonly<Record<string, string>>; derivation: readonly string[] } | null
  counts: VoteCounts
  /** Of open votes by name; null: secret, or hands counted without names. */
  ballots: readonly { person: string; name: string; choice: BallotChoice }[] | null
  /** Of secret votes: who counted, and how many ballots were given out. */
  paper: { counters: readonly string[]; handedOut: number } | null
  stated: { outcome: string; at: string }
  /** What has become of it since. */
  standing: { state: 'stated' | 'annulled' | 'repeated'; because: string | null }
  /** The public log up to this result: SHA-256 of its entries in canonical JSON. */
  log: { entries: number; hash: string }
}
export type SignedResult = { result: Result; signature: { algorithm: 'Ed25519'; key: string; value: string } }
export type PublicKey = { kid: string; kty: 'OKP'; crv: 'Ed25519'; x: string; use: 'sig' }

/** Null: nothing to check, or the browser cannot. */
export type Checked = { signature: boolean | null; counts: boolean | null; outcome: boolean | null }

/** Says of a result whether it is signed by one of the keys, and whether its numbers follow from what it tells. */
export async function checkResult({ result, signature }: SignedResult, keys: readonly PublicKey[]): Promise<Checked> {
  return {
    signature: await isSigned(result, signature, keys),
    counts: countsHold(result),
    outcome: outcomeHolds(result),
  }
}

async function isSigned(
  result: Result,
  { key, value }: SignedResult['signature'],
  keys: readonly PublicKey[],
): Promise<boolean | null> {
  const found = keys.find(({ kid }) => kid === key)
  if (found === undefined) return false
  const { kty, crv, x } = found
  let imported: CryptoKey
  try {
    imported = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify'])
  } catch {
    return null
  }
  const bytes = new TextEncoder().encode(canonicalJson(result as unknown as Json))
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, bytesOf(value), bytes)
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (sign) => sign.codePointAt(0)!)
}

/** Whether the ballots by name add up to the counts, and the counts to those who had a seat. */
function countsHold({ ballots, counts }: Result): boolean | null {
  if (ballots === null) return null
  const once = new Set(ballots.map(({ person }) => person)).size === ballots.length
  const choices = ['for', 'against', 'abstained', 'didNotVote'] as const
  return once && choices.every((name) => ballots.filter(({ choice }) => choice === name).length === counts[name])
}

function outcomeHolds({ rule, election, counts, stated }: Result): boolean | null {
  if (election !== null) return judgeElection(election.election).outcome === stated.outcome
  return rule === null ? null : judgeVote(rule.rule, counts, rule.membership).outcome === stated.outcome
}
