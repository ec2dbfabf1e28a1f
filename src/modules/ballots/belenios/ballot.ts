import {
  cellsOf,
  ciphertextOf,
  minus,
  proofOf,
  sumOf,
  type Ciphertext,
  type Election,
  type Proof,
  type Question,
} from './election.ts'
import { modulo, multiply, q } from './group.ts'
import { base64Hash, challengeOf } from './hash.ts'
import { listOf, Malformed, numberOf, objectOf, parseJson, textOf, type Json } from './strict-json.ts'

type Answer = {
  choices: Ciphertext[]
  individual: readonly (readonly Proof[])[]
  overall: readonly Proof[]
  blank: readonly Proof[] | null
}
export type Ballot = { credential: string; answers: readonly Answer[] }

/** What is wrong with a ballot: a code, and which question it was. */
export type BallotFault =
  | 'ballotForm'
  | 'otherElection'
  | 'unlisted'
  | 'signature'
  | 'individualProof'
  | 'overallProof'
  | 'blankProof'
export type CheckedBallot = { ok: true; ballot: Ballot } | { ok: false; fault: BallotFault }

/** Judges one ballot as it stands in the archive: its writing, its election and credential, its signature, every proof. */
export function checkBallot(election: Election, text: string): CheckedBallot {
  try {
    const fault = faultOf(election, text)
    return typeof fault === 'string' ? { ok: false, fault } : { ok: true, ballot: fault }
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, fault: 'ballotForm' }
    throw error
  }
}

function faultOf(election: Election, text: string): BallotFault | Ballot {
  const where = 'ballot'
  const keys = ['election_uuid', 'election_hash', 'credential', 'answers', 'signature'] as const
  const read = objectOf(parseJson(text, where), where, keys)
  const raw = listOf(read.answers, where, election.questions.length)
  const answers = raw.map((answer, at) => answerOf(answer, election.questions[at]!, election))
  const signature = objectOf(read.signature, where, ['hash', 'proof'])
  const proof = proofOf(signature.proof, where)
  const credential = textOf(read.credential, where)
  const unsigned = {
    election_uuid: textOf(read.election_uuid, where),
    election_hash: textOf(read.election_hash, where),
    credential,
    answers: answers.map(writtenAnswer),
  }
  const hash = base64Hash(JSON.stringify(unsigned))
  // One writing of a ballot is right: its hash is what the voter keeps.
  if (
    JSON.stringify({ ...unsigned, signature: { hash: textOf(signature.hash, where), proof: written(proof) } }) !== text
  )
    return 'ballotForm'
  if (unsigned.election_uuid !== election.uuid || unsigned.election_hash !== election.hash) return 'otherElection'
  if (!election.credentials.has(credential)) return 'unlisted'
  const commitment = multiply(
    election.fromG(proof.response),
    election.raise(numberOf(credential, where), proof.challenge),
  )
  if (signature.hash !== hash || challengeOf(`sig|${hash}|${commitment}`) !== proof.challenge) return 'signature'
  const own = `${election.hash}|${credential}`
  for (const [at, answer] of answers.entries()) {
    const fault = answerFault(election, election.questions[at]!, answer, own)
    if (fault !== null) return fault
  }
  return { credential, answers }
}

function answerOf(value: Json, question: Question, { raise }: Election): Answer {
  const where = 'answer'
  const keys = ['choices', 'individual_proofs', 'overall_proof'] as const
  // With a blank choice its proof must be there, without one it must not.
  const read = question.blank ? objectOf(value, where, [...keys, 'blank_proof']) : objectOf(value, where, keys)
  const cells = cellsOf(question)
  const proofs = (list: Json | undefined, length: number) =>
    listOf(list, where, length).map((one) => proofOf(one, where))
  return {
    choices: listOf(read.choices, where, cells).map((choice) => ciphertextOf(choice, where, raise)),
    individual: listOf(read.individual_proofs, where, cells).map((pair) => proofs(pair, 2)),
    overall: proofs(read.overall_proof, question.max - question.min + (question.blank ? 2 : 1)),
    blank: 'blank_proof' in read ? proofs(read.blank_proof as Json, 2) : null,
  }
}

const written = ({ challenge, response }: Proof) => ({ challenge: String(challenge), response: String(response) })

function writtenAnswer({ choices, individual, overall, blank }: Answer) {
  return {
    choices: choices.map(({ alpha, beta }) => ({ alpha: String(alpha), beta: String(beta) })),
    individual_proofs: individual.map((pair) => pair.map(written)),
    overall_proof: overall.map(written),
    ...(blank === null ? {} : { blank_proof: blank.map(written) }),
  }
}

const total = (proofs: readonly Proof[]): bigint =>
  modulo(
    proofs.reduce((sum, { challenge }) => sum + challenge, 0n),
    q,
  )

/** What the prover committed to, for the claim that the ciphertext holds `value`: `A,B`. */
function commitments(election: Election, { alpha, beta }: Ciphertext, value: number, { challenge, response }: Proof) {
  const { fromG, fromKey, raise } = election
  const a = multiply(fromG(response), raise(alpha, challenge))
  // (beta / g^value)^challenge, by the table of g.
  const b = multiply(fromKey(response), raise(beta, challenge), fromG(minus(BigInt(value) * challenge)))
  return `${a},${b}`
}

const pairOf = ({ alpha, beta }: Ciphertext): string => `${alpha},${beta}`

/** Whether the ciphertext holds one of the values from `least` on, one for each proof. */
function holdsOneOf(election: Election, cell: Ciphertext, proofs: readonly Proof[], least: number, context: string) {
  const all = proofs.map((proof, at) => commitments(election, cell, least + at, proof)).join(',')
  return challengeOf(`prove|${context}|${pairOf(cell)}|${all}`) === total(proofs)
}

function answerFault(election: Election, question: Question, answer: Answer, own: string): BallotFault | null {
  const { choices, individual, overall, blank } = answer
  if (!choices.every((choice, at) => holdsOneOf(election, choice, individual[at]!, 0, own))) return 'individualProof'
  const context = `${own}|${choices.map(pairOf).join(',')}`
  if (blank === null)
    return holdsOneOf(election, sumOf(choices), overall, question.min, context) ? null : 'overallProof'
  const [flag, ...rest] = choices
  const sum = sumOf(rest)
  const blanks = [commitments(election, flag!, 0, blank[0]!), commitments(election, sum, 0, blank[1]!)].join(',')
  if (challengeOf(`bproof0|${context}|${blanks}`) !== total(blank)) return 'blankProof'
  const counts = overall.map((proof, at) =>
    at === 0 ? commitments(election, flag!, 1, proof) : commitments(election, sum, question.min + at - 1, proof),
  )
  return challengeOf(`bproof1|${context}|${counts.join(',')}`) === total(overall) ? null : 'overallProof'
}
