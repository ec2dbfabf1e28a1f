import { proofOf, type Election } from './election.ts'
import { challengeOf } from './hash.ts'
import { listOf, Malformed, objectOf, parseJson, wholeOf } from './strict-json.ts'
import { commitmentsOf, type Decryption, type Tally } from './tally.ts'
import type { Trustees } from './trustees.ts'

export const secondProofsVersion = 'avavald-decryption-proofs-1'

export type Bound = { owner: number; question: number; cell: number; key: bigint; alpha: bigint; factor: bigint }

/**
 * The challenge of a proof of decryption that binds the ciphertext and the factor too, which the one of the archive's
 * format does not (D. Bernhard, O. Pereira, B. Warinschi, 2012): without it one trustee and the last voter can shift a
 * result.
 */
export function boundChallenge(
  election: Pick<Election, 'hash'>,
  tallyEvent: string,
  { owner, question, cell, key, alpha, factor }: Bound,
  [a, b]: readonly [bigint, bigint],
): bigint {
  const place = `${owner}|${key}|${question},${cell}`
  return challengeOf(`${secondProofsVersion}|${election.hash}|${tallyEvent}|${place}|${alpha},${factor}|${a},${b}`)
}

/** Checks the file of second proofs: one for each factor of each trustee who decrypted. Throws `Malformed`. */
export function checkSecondProofs(
  election: Election,
  { keys }: Trustees,
  { tally, event, decryptions }: { tally: Tally; event: string; decryptions: readonly Decryption[] },
  text: string,
): void {
  const where = 'secondProofs'
  const read = objectOf(parseJson(text, where), where, ['version', 'election_hash', 'tally_event', 'trustees'])
  const isOfThis =
    read.version === secondProofsVersion && read.election_hash === election.hash && read.tally_event === event
  const all = listOf(read.trustees, where, decryptions.length)
  if (!isOfThis) throw new Malformed(where)
  for (const [at, { owner, factors }] of decryptions.entries()) {
    const given = objectOf(all[at], where, ['owner', 'proofs'])
    if (wholeOf(given.owner, where) !== owner) throw new Malformed(where)
    const rows = listOf(given.proofs, where, tally.cells.length)
    for (const [question, row] of tally.cells.entries()) {
      const proofs = listOf(rows[question], where, row.length)
      for (const [cell, { alpha }] of row.entries()) {
        const bound = { owner, question, cell, key: keys.get(owner)!, alpha, factor: factors[question]![cell]! }
        const proof = proofOf(proofs[cell], where)
        const made = boundChallenge(election, event, bound, commitmentsOf(election, bound, proof))
        if (made !== proof.challenge) throw new Malformed(where)
      }
    }
  }
}
