import { readArchive, type Archive } from './archive.ts'
import { checkBallot, type Ballot, type BallotFault } from './ballot.ts'
import { readElection, type Election, type Question } from './election.ts'
import { g, power, powersOf, type Power } from './group.ts'
import { base64Hash, hexHash } from './hash.ts'
import { checkSecondProofs } from './second-proofs.ts'
import { Malformed } from './strict-json.ts'
import { combine, isPublished, readDecryption, readResult, tallyOf } from './tally.ts'
import { readTrustees } from './trustees.ts'

/** Parts of an archive, in the order in which they are judged. */
export const parts = [
  'chain',
  'election',
  'trustees',
  'ballots',
  'tally',
  'decryption',
  'result',
  'secondProofs',
] as const
export type Part = (typeof parts)[number]
/** `missing`: not there yet, so nothing is proved by it; of the second proofs, not given at all. */
export type PartVerdict = 'holds' | 'fails' | 'missing' | 'notReached'

export type Verdict = {
  parts: Readonly<Record<Part, PartVerdict>>
  /** Everything is there and holds. */
  isWhole: boolean
  /** Why a part fails: a code, and for ballots which ones, by their place from 1. */
  fault: { part: Part; code: string; ballots: readonly { at: number; fault: BallotFault | 'repeated' }[] } | null
  election: { name: string; uuid: string; questions: readonly Question[] } | null
  /** What a voter and a newspaper compare with what they have: setup, last event, trackers. */
  setupHash: string | null
  head: string | null
  voters: number
  ballots: number
  result: readonly (readonly bigint[])[] | null
  /** Every ballot in the box by what its voter keeps of it; only the last of each credential counts. */
  trackers: readonly { tracker: string; counts: boolean }[]
}

export type Progress = { done: number; of: number }
type Given = { archive: Uint8Array; secondProofs: string | null }

/**
 * Judges an election archive from its bytes alone, more strictly than the tool that made the format: every record, the
 * order of events, every ballot and proof, the tally, every decryption, the counts, and the second proofs. Gives the
 * progress after each ballot, and the verdict at the end.
 */
export function* checkArchive({ archive, secondProofs }: Given, raise: Power = power): Generator<Progress, Verdict> {
  const verdict: Mutable<Verdict> & { parts: Record<Part, PartVerdict> } = {
    parts: Object.fromEntries(parts.map((part) => [part, 'notReached'])) as Record<Part, PartVerdict>,
    isWhole: false,
    fault: null,
    election: null,
    setupHash: null,
    head: null,
    voters: 0,
    ballots: 0,
    result: null,
    trackers: [],
  }
  /** What the part gives, or null when it fails; nothing after it is judged then. */
  const judge = <T>(which: Part, work: () => T): T | null => {
    try {
      const given = work()
      verdict.parts[which] = 'holds'
      return given
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      verdict.parts[which] = 'fails'
      verdict.fault = { part: which, code: error.where, ballots: [] }
      return null
    }
  }
  const read = judge('chain', () => readArchive(archive))
  if (read === null) return verdict
  verdict.setupHash = read.setupHash
  verdict.head = read.head
  verdict.ballots = read.ballots.length
  const election = judge('election', () => readElection(read.election, read.credentials, raise))
  if (election === null) return verdict
  const { name, uuid, questions } = election
  verdict.election = { name, uuid, questions }
  const trustees = judge('trustees', () => {
    const found = readTrustees(read.trustees, { raise, fromG: powersOf(g) })
    if (found.publicKey !== election.publicKey) throw new Malformed('publicKey')
    return found
  })
  if (trustees === null) return verdict
  const ballots = yield* checkBallots(election, read, verdict)
  if (ballots === null) return verdict
  verdict.trackers = trackersOf(read.ballots, ballots)
  const tally = tallyOf(election, ballots)
  verdict.voters = tally.voters
  const { tally: published, result } = read
  if (published === null) return missingFrom(verdict, 'tally')
  const isTally = judge('tally', () => {
    if (!isPublished(tally, published)) throw new Malformed('otherTally')
    return true
  })
  if (isTally === null) return verdict
  if (read.partials.length === 0) return missingFrom(verdict, 'decryption')
  const decrypted = judge('decryption', () => {
    const owners = read.partials.map(({ owner }) => owner)
    if (new Set(owners).size < owners.length) throw new Malformed('ownerTwice')
    const decryptions = read.partials.map((partial) => readDecryption(election, trustees, tally, partial))
    return { decryptions, factors: result === null ? null : combine(election, trustees, tally, decryptions) }
  })
  if (decrypted === null) return verdict
  if (result === null || decrypted.factors === null) return missingFrom(verdict, 'result')
  const { decryptions, factors } = decrypted
  verdict.result = judge('result', () => readResult(election, tally, factors, result))
  if (verdict.result === null) return verdict
  if (secondProofs === null) return missingFrom(verdict, 'secondProofs')
  const given = { tally, event: published.event, decryptions }
  const isBound = judge('secondProofs', () => {
    checkSecondProofs(election, trustees, given, secondProofs)
    return true
  })
  verdict.isWhole = isBound === true
  return verdict
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function missingFrom(verdict: Mutable<Verdict> & { parts: Record<Part, PartVerdict> }, from: Part): Verdict {
  for (const part of parts.slice(parts.indexOf(from))) verdict.parts[part] = 'missing'
  return verdict
}

function trackersOf(texts: readonly string[], ballots: readonly Ballot[]): Verdict['trackers'] {
  const last = new Map(ballots.map(({ credential }, at) => [credential, at]))
  return texts.map((text, at) => ({ tracker: base64Hash(text), counts: last.get(ballots[at]!.credential) === at }))
}

const mostFaults = 20

function* checkBallots(
  election: Election,
  { ballots }: Archive,
  verdict: Mutable<Verdict> & { parts: Record<Part, PartVerdict> },
): Generator<Progress, Ballot[] | null> {
  const checked: Ballot[] = []
  const faults: { at: number; fault: BallotFault | 'repeated' }[] = []
  const seen = new Set<string>()
  for (const [at, text] of ballots.entries()) {
    const hash = hexHash(text)
    const found = checkBallot(election, text)
    if (!found.ok) faults.push({ at: at + 1, fault: found.fault })
    // A copy of an older ballot would undo the voter's newer one.
    else if (seen.has(hash)) faults.push({ at: at + 1, fault: 'repeated' })
    else checked.push(found.ballot)
    seen.add(hash)
    yield { done: at + 1, of: ballots.length }
  }
  verdict.parts.ballots = faults.length === 0 ? 'holds' : 'fails'
  if (faults.length === 0) return checked
  verdict.fault = { part: 'ballots', code: 'ballots', ballots: faults.slice(0, mostFaults) }
  return null
}
