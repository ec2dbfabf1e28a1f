import { checkBallot } from './ballot.ts'
import type { Ciphertext, Election } from './election.ts'
import { g, inverse, modulo, multiply, power, q } from './group.ts'
import { challengeOf } from './hash.ts'
import { tallyOf } from './tally.ts'
import { anyExponent, archiveOf, ballotOf, type Step } from './testing.ts'
import { checkArchive } from './check-archive.ts'

const toPower = (base: bigint, exponent: bigint): bigint => power(base, modulo(exponent, q))

/** By how much each count is shifted. */
const shift = [-1n, 0n, 1n]

/**
 * The attack on the format's proofs of decryption (their challenge binds neither ciphertext nor factor): the second
 * trustee makes the proofs first, and the last voter, who works with them, fits the randomness of the ballot to them.
 */
export function forge(given: {
  steps: readonly Step[]
  election: Election
  trustees: readonly bigint[]
  credential: string
}): {
  steps: Step[]
  cells: readonly (readonly Ciphertext[])[]
  tallyEvent: string
  decryptions: { owner: number; secret: bigint; factors: bigint[][] }[]
} {
  const { steps, election, trustees, credential } = given
  const [honest, corrupt] = [trustees[0]!, trustees[1]!]
  const before = steps.filter(({ type }) => type === 'Setup' || type === 'Ballot')
  const ballots = before.flatMap((one) => {
    const found = one.type === 'Ballot' ? checkBallot(election, one.ballot) : null
    return found?.ok === true ? [found.ballot] : []
  })
  const key = toPower(g, corrupt)
  const plans = tallyOf(election, ballots).cells[0]!.map(({ alpha }, at) => {
    const [w, b] = [anyExponent(), anyExponent()]
    // The proof is made before the ciphertext is.
    const [first, second] = [toPower(g, w), multiply(toPower(alpha, w), toPower(g, b))]
    const challenge = challengeOf(`decrypt|${election.hash}|${key}|${first},${second}`)
    const r = modulo((b - -shift[at]! * challenge) * inverse(w, q), q)
    return { challenge, response: modulo(w - corrupt * challenge, q), r }
  })
  const marks = [0, 1, 0]
  const ballot = ballotOf(
    election,
    credential,
    marks,
    plans.map(({ r }) => r),
  )
  const last = checkBallot(election, ballot)
  if (!last.ok) throw new Error(last.fault)
  const tally = tallyOf(election, [...ballots, last.ballot])
  const cells = tally.cells
  const factors = [
    cells.map((row) => row.map(({ alpha }) => toPower(alpha, honest))),
    cells.map((row) => row.map(({ alpha }, at) => multiply(toPower(alpha, corrupt), toPower(g, -shift[at]!)))),
  ]
  const proofs = [
    cells.map((row) =>
      row.map(({ alpha }) => {
        const w = anyExponent()
        const challenge = challengeOf(
          `decrypt|${election.hash}|${toPower(g, honest)}|${toPower(g, w)},${toPower(alpha, w)}`,
        )
        return { challenge, response: modulo(w - honest * challenge, q) }
      }),
    ),
    [plans],
  ]
  const decryptions = factors.map((own, at): Step => ({
    type: 'PartialDecryption',
    owner: at + 1,
    decryption: JSON.stringify({
      decryption_factors: own.map((row) => row.map(String)),
      decryption_proofs: proofs[at]!.map((row) =>
        row.map(({ challenge, response }) => ({ challenge: String(challenge), response: String(response) })),
      ),
    }),
  }))
  const told = JSON.stringify(
    cells.map((row) => row.map(({ alpha, beta }) => ({ alpha: String(alpha), beta: String(beta) }))),
  )
  const all: Step[] = [
    ...before,
    { type: 'Ballot', ballot },
    { type: 'EndBallots' },
    { type: 'EncryptedTally', tally: told, voters: tally.voters, weight: Number(tally.weight) },
  ]
  const run = checkArchive({ archive: archiveOf(all, 0), secondProofs: null })
  let step = run.next()
  while (!step.done) step = run.next()
  return {
    steps: [...all, ...decryptions, { type: 'Result', result: '{"result":[[3,6,2]]}' }],
    cells,
    tallyEvent: step.value.head!,
    decryptions: factors.map((own, at) => ({ owner: at + 1, secret: trustees[at]!, factors: own })),
  }
}
