import { g, groupName, isElement, modulo, multiply, powersOf, q, type Power } from './group.ts'
import { base64Hash } from './hash.ts'
import { listOf, Malformed, numberOf, objectOf, parseJson, textOf, wholeOf, type Json } from './strict-json.ts'
import { bodyText } from './tar.ts'

export type Question = { question: string; answers: readonly string[]; blank: boolean; min: number; max: number }

/** The public facts of an election, and powers of its two bases from tables. */
export type Election = {
  uuid: string
  name: string
  questions: readonly Question[]
  publicKey: bigint
  /** Base64 hash of the raw bytes: what every ballot is bound to. */
  hash: string
  /** Weight by public credential, as decimal text. */
  credentials: ReadonlyMap<string, bigint>
  raise: Power
  fromG: (exponent: bigint) => bigint
  fromKey: (exponent: bigint) => bigint
}

const mostAnswers = 500

/** Reads election and list of credentials; each element is judged by the subgroup. Throws `Malformed`. */
export function readElection(election: Uint8Array, credentials: Uint8Array, raise: Power): Election {
  const where = 'election'
  const read = objectOf(
    parseJson(bodyText(election, where), where),
    where,
    ['version', 'description', 'name', 'group', 'public_key', 'questions', 'uuid'],
    ['administrator', 'credential_authority'],
  )
  if (read.version !== 1 || read.group !== groupName) throw new Malformed(where)
  const publicKey = numberOf(read.public_key, where)
  if (!isElement(publicKey, raise)) throw new Malformed('publicKey')
  const questions = listOf(read.questions, where).map(questionOf)
  if (questions.length === 0) throw new Malformed(where)
  return {
    uuid: textOf(read.uuid, where),
    name: textOf(read.name, where),
    questions,
    publicKey,
    hash: base64Hash(election),
    credentials: credentialsOf(parseJson(bodyText(credentials, 'credentials'), 'credentials'), raise),
    raise,
    fromG: powersOf(g),
    fromKey: powersOf(publicKey),
  }
}

function questionOf(value: Json): Question {
  const where = 'question'
  const { answers, min, max, question, blank } = objectOf(
    value,
    where,
    ['answers', 'min', 'max', 'question'],
    ['blank'],
  )
  if (blank !== undefined && typeof blank !== 'boolean') throw new Malformed(where)
  const read = listOf(answers, where).map((answer) => textOf(answer, where))
  const [least, most] = [wholeOf(min, where, mostAnswers), wholeOf(max, where, mostAnswers)]
  if (read.length === 0 || read.length > mostAnswers || least > most) throw new Malformed(where)
  return { question: textOf(question, where), answers: read, blank: blank === true, min: least, max: most }
}

function credentialsOf(value: Json, raise: Power): ReadonlyMap<string, bigint> {
  const where = 'credentials'
  const weights = new Map<string, bigint>()
  for (const line of listOf(value, where)) {
    const [credential = '', weight, more] = textOf(line, where).split(',')
    if (more !== undefined || weights.has(credential)) throw new Malformed(where)
    if (!isElement(numberOf(credential, where), raise)) throw new Malformed(where)
    weights.set(credential, weight === undefined ? 1n : numberOf(weight, where))
  }
  return weights
}

/** How many ciphertexts an answer to the question has: one for each choice, and one for the blank flag. */
export const cellsOf = ({ answers, blank }: Question): number => answers.length + (blank ? 1 : 0)

export type Ciphertext = { alpha: bigint; beta: bigint }
export type Proof = { challenge: bigint; response: bigint }

/** A challenge and a response, each less than the order of the group. */
export function proofOf(value: Json | undefined, where: string): Proof {
  const { challenge, response } = objectOf(value, where, ['challenge', 'response'])
  const proof = { challenge: numberOf(challenge, where), response: numberOf(response, where) }
  if (proof.challenge >= q || proof.response >= q) throw new Malformed(where)
  return proof
}

export function ciphertextOf(value: Json | undefined, where: string, raise: Power): Ciphertext {
  const { alpha, beta } = objectOf(value, where, ['alpha', 'beta'])
  const read = { alpha: numberOf(alpha, where), beta: numberOf(beta, where) }
  if (!isElement(read.alpha, raise) || !isElement(read.beta, raise)) throw new Malformed(where)
  return read
}

/** Product of ciphertexts: the sum of what they hold. */
export const sumOf = (all: readonly Ciphertext[]): Ciphertext => ({
  alpha: multiply(...all.map(({ alpha }) => alpha)),
  beta: multiply(...all.map(({ beta }) => beta)),
})

export const minus = (exponent: bigint): bigint => modulo(-exponent, q)
