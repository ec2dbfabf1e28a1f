import type { Ballot } from './ballot.ts'
import { cellsOf, proofOf, sumOf, type Ciphertext, type Election, type Proof } from './election.ts'
import { inverse, isElement, multiply, p } from './group.ts'
import { challengeOf } from './hash.ts'
import { countOf, listOf, Malformed, numberOf, objectOf, parseJson, wholeOf, type Json } from './strict-json.ts'
import { lagrange, type Trustees } from './trustees.ts'

export type Tally = { cells: readonly (readonly Ciphertext[])[]; voters: number; weight: bigint }

/** The last ballot of each credential counts; ciphertexts are multiplied, which adds what they hold. */
export function tallyOf(election: Election, ballots: readonly Ballot[]): Tally {
  const counted = [...new Map(ballots.map((ballot) => [ballot.credential, ballot])).values()]
  const weights = counted.map(({ credential }) => election.credentials.get(credential)!)
  const weighted = ({ alpha, beta }: Ciphertext, weight: bigint): Ciphertext =>
    weight === 1n ? { alpha, beta } : { alpha: election.raise(alpha, weight), beta: election.raise(beta, weight) }
  const cells = election.questions.map((question, at) =>
    Array.from({ length: cellsOf(question) }, (_, cell) =>
      sumOf(counted.map(({ answers }, voter) => weighted(answers[at]!.choices[cell]!, weights[voter]!))),
    ),
  )
  return { cells, voters: counted.length, weight: weights.reduce((sum, weight) => sum + weight, 0n) }
}

/** Whether what was published as the tally is, byte for byte, the one of the ballots. */
export function isPublished(
  { cells, voters, weight }: Tally,
  { text, payload }: { text: string; payload: Json },
): boolean {
  const written = cells.map((row) => row.map(({ alpha, beta }) => ({ alpha: String(alpha), beta: String(beta) })))
  if (JSON.stringify(written) !== text) return false
  const { num_tallied, total_weight } = objectOf(payload, 'tally', ['num_tallied', 'total_weight', 'encrypted_tally'])
  return wholeOf(num_tallied, 'tally') === voters && countOf(total_weight, 'tally') === weight
}

export type Decryption = { owner: number; factors: readonly (readonly bigint[])[] }

/** A trustee's factors, with the proof of each that its own key made them. Throws `Malformed`. */
export function readDecryption(
  election: Election,
  { keys }: Trustees,
  { cells }: Tally,
  { owner, text }: { owner: number; text: string },
): Decryption {
  const where = 'decryption'
  const key = keys.get(owner)
  if (key === undefined) throw new Malformed(where)
  const read = objectOf(parseJson(text, where), where, ['decryption_factors', 'decryption_proofs'])
  const factors = listOf(read.decryption_factors, where, cells.length).map((row, at) =>
    listOf(row, where, cells[at]!.length).map((factor) => elementOf(factor, election)),
  )
  const proofs = listOf(read.decryption_proofs, where, cells.length).map((row, at) =>
    listOf(row, where, cells[at]!.length).map((proof) => proofOf(proof, where)),
  )
  for (const [at, row] of cells.entries())
    for (const [cell, { alpha }] of row.entries()) {
      const proof = proofs[at]![cell]!
      const [a, b] = commitmentsOf(election, { key, alpha, factor: factors[at]![cell]! }, proof)
      if (challengeOf(`decrypt|${election.hash}|${key}|${a},${b}`) !== proof.challenge) throw new Malformed(where)
    }
  return { owner, factors }
}

function elementOf(value: Json, { raise }: Election): bigint {
  const factor = numberOf(value, 'decryption')
  if (!isElement(factor, raise)) throw new Malformed('decryption')
  return factor
}

/** What a trustee committed to, who claims that the factor is alpha raised to the secret of the key. */
export function commitmentsOf(
  { fromG, raise }: Election,
  { key, alpha, factor }: { key: bigint; alpha: bigint; factor: bigint },
  { challenge, response }: Proof,
): readonly [bigint, bigint] {
  return [multiply(fromG(response), raise(key, challenge)), multiply(raise(alpha, response), raise(factor, challenge))]
}

/** All choices of `size` of them. */
function* choicesOf(all: readonly number[], size: number): Generator<number[]> {
  if (size === 0) yield []
  for (const [at, one] of all.entries())
    for (const rest of choicesOf(all.slice(at + 1), size - 1)) if (size > 0) yield [one, ...rest]
}

const mostChoices = 100

/**
 * The factors together, by cell. Where more members delivered than are needed, every choice of them must come to the
 * same: one who lies is seen. Throws `Malformed` where too few delivered, or choices differ.
 */
export function combine(
  election: Election,
  { items }: Trustees,
  { cells }: Tally,
  all: readonly Decryption[],
): bigint[][] {
  const byOwner = new Map(all.map((one) => [one.owner, one.factors]))
  return cells.map((row, at) =>
    row.map((_, cell) => {
      const factorOf = (owner: number) => byOwner.get(owner)![at]![cell]!
      return multiply(
        ...items.map(({ kind, owners, needed }) => {
          const delivered = owners.filter((owner) => byOwner.has(owner))
          if (delivered.length < needed) throw new Malformed('tooFewShares')
          if (kind === 'single') return factorOf(owners[0]!)
          const member = (owner: number) => owners.indexOf(owner) + 1
          const results = new Set<bigint>()
          let tried = 0
          for (const chosen of choicesOf(delivered, needed)) {
            const members = chosen.map(member)
            const powers = chosen.map((owner) => election.raise(factorOf(owner), lagrange(member(owner), members)))
            results.add(multiply(...powers))
            if ((tried += 1) === mostChoices) break
          }
          if (results.size > 1) throw new Malformed('sharesDiffer')
          return [...results][0]!
        }),
      )
    }),
  )
}

/** Counts by question and choice, each proved by its cell; and within what the rules of the question allow. */
export function readResult(
  election: Election,
  { cells, weight }: Tally,
  factors: bigint[][],
  text: string,
): bigint[][] {
  const where = 'result'
  const { result } = objectOf(parseJson(text, where), where, ['result'])
  const counts = listOf(result, where, cells.length).map((row, at) =>
    listOf(row, where, cells[at]!.length).map((count) => countOf(count, where)),
  )
  for (const [at, row] of cells.entries())
    for (const [cell, { beta }] of row.entries()) {
      const count = counts[at]![cell]!
      const held = multiply(beta, inverse(factors[at]![cell]!, p))
      if (count > weight || election.fromG(count) !== held) throw new Malformed(where)
    }
  for (const [at, { blank, min, max }] of election.questions.entries()) {
    const [blanks, marks] = blank ? [counts[at]![0]!, counts[at]!.slice(1)] : [0n, counts[at]!]
    const sum = marks.reduce((all, count) => all + count, 0n)
    const marked = weight - blanks
    if (sum < BigInt(min) * marked || sum > BigInt(max) * marked) throw new Malformed(where)
  }
  return counts
}
