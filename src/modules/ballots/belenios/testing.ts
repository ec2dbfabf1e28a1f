import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { type Ciphertext, type Election } from './election.ts'
import { g, groupName, modulo, multiply, power, q } from './group.ts'
import { base64Hash, challengeOf, hexHash } from './hash.ts'
import { boundChallenge, secondProofsVersion } from './second-proofs.ts'
import type { Json } from './strict-json.ts'
import { headerOf, readTar } from './tar.ts'

/** An archive as somebody could write it anew, with every hash and the whole chain made to fit. */
export type Step =
  | { type: 'Setup'; election: string; trustees: string; credentials: string }
  | { type: 'Ballot'; ballot: string }
  | { type: 'EndBallots' }
  | { type: 'EncryptedTally'; tally: string; voters: Json; weight: Json }
  | { type: 'PartialDecryption'; owner: number; decryption: string }
  | { type: 'Result'; result: string }

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function stepsOf(archive: Uint8Array): { steps: Step[]; time: number } {
  const { entries, time } = readTar(archive)
  const bodies = new Map(entries.map(({ name, body }) => [name.slice(0, 64), decoder.decode(body)]))
  const body = (hash: unknown) => bodies.get(hash as string)!
  const steps = entries
    .filter(({ name }) => name.endsWith('.event.json'))
    .map(({ body: bytes }): Step => {
      const { type, payload } = JSON.parse(decoder.decode(bytes)) as { type: Step['type']; payload?: string }
      const told = payload === undefined ? '' : body(payload)
      const read = () => JSON.parse(told) as Record<string, Json>
      if (type === 'Setup') {
        const { election, trustees, credentials } = read()
        return { type, election: body(election), trustees: body(trustees), credentials: body(credentials) }
      }
      if (type === 'EncryptedTally') {
        const { encrypted_tally, num_tallied, total_weight } = read()
        return { type, tally: body(encrypted_tally), voters: num_tallied!, weight: total_weight! }
      }
      if (type === 'PartialDecryption')
        return { type, owner: read()['owner'] as number, decryption: body(read()['payload']) }
      if (type === 'Ballot') return { type, ballot: told }
      return type === 'Result' ? { type, result: told } : { type: 'EndBallots' }
    })
  return { steps, time }
}

function recordsOf(step: Step): string[] {
  if (step.type === 'Setup') {
    const { election, trustees, credentials } = step
    const [first, second, third] = [election, trustees, credentials].map(hexHash)
    const payload = JSON.stringify({ election: first, trustees: second, credentials: third })
    return [election, trustees, credentials, payload]
  }
  if (step.type === 'EncryptedTally') {
    const { tally, voters, weight } = step
    return [tally, JSON.stringify({ num_tallied: voters, total_weight: weight, encrypted_tally: hexHash(tally) })]
  }
  if (step.type === 'PartialDecryption')
    return [step.decryption, JSON.stringify({ owner: step.owner, payload: hexHash(step.decryption) })]
  if (step.type === 'Ballot') return [step.ballot]
  return step.type === 'Result' ? [step.result] : []
}

export function archiveOf(steps: readonly Step[], time: number): Uint8Array {
  const parts: Uint8Array[] = []
  const add = (name: string, body: string) => {
    const bytes = encoder.encode(body)
    parts.push(headerOf(name, bytes.length, time), bytes, new Uint8Array((512 - (bytes.length % 512)) % 512))
  }
  add('BELENIOS', `{"version":1,"timestamp":"${time}"}`)
  let parent: string | undefined
  for (const [height, step] of steps.entries()) {
    const records = recordsOf(step)
    for (const record of records) add(`${hexHash(record)}.data.json`, record)
    const last = records.at(-1)
    const payload = last === undefined ? undefined : hexHash(last)
    const event = JSON.stringify({ ...(parent === undefined ? {} : { parent }), height, type: step.type, payload })
    parent = hexHash(event)
    add(`${parent}.event.json`, event)
  }
  return Buffer.concat(parts)
}

export const anyExponent = (): bigint => BigInt(`0x${randomBytes(48).toString('hex')}`) % q
const toPower = (base: bigint, exponent: bigint): bigint => power(base, modulo(exponent, q))

/** Exponent of a voter's credential: the text as it was handed out, hyphens and all. */
export const secretOf = (credential: string, uuid: string): bigint =>
  BigInt(`0x${pbkdf2Sync(credential, uuid, 1000, 32, 'sha256').toString('hex')}`) % q

/** The proof that a ciphertext holds one of some values, by whoever knows its randomness. */
function proveOneOf({
  key,
  cell,
  r,
  value,
  values,
  context,
}: {
  key: bigint
  cell: Ciphertext
  r: bigint
  value: number
  values: readonly number[]
  context: string
}): { challenge: string; response: string }[] {
  const w = anyExponent()
  const made = values.map((one) => {
    if (one === value) return { challenge: 0n, response: 0n, a: toPower(g, w), b: toPower(key, w) }
    const [challenge, response] = [anyExponent(), anyExponent()]
    const held = multiply(cell.beta, toPower(g, -BigInt(one)))
    const a = multiply(toPower(g, response), toPower(cell.alpha, challenge))
    return { challenge, response, a, b: multiply(toPower(key, response), toPower(held, challenge)) }
  })
  const all = made.map(({ a, b }) => `${a},${b}`).join(',')
  const total = challengeOf(`prove|${context}|${cell.alpha},${cell.beta}|${all}`)
  const own = made[values.indexOf(value)]!
  own.challenge = modulo(total - made.reduce((sum, one) => sum + one.challenge, 0n), q)
  own.response = modulo(w - r * own.challenge, q)
  return made.map(({ challenge, response }) => ({ challenge: String(challenge), response: String(response) }))
}

/** A ballot of one question without a blank choice, with randomness of the voter's own choosing. */
export function ballotOf(
  { hash, uuid, publicKey, questions }: Pick<Election, 'hash' | 'uuid' | 'publicKey' | 'questions'>,
  credential: string,
  marks: readonly number[],
  randomness: readonly bigint[],
): string {
  const s = secretOf(credential, uuid)
  const own = `${hash}|${toPower(g, s)}`
  const cells = marks.map((mark, at) => ({
    alpha: toPower(g, randomness[at]!),
    beta: multiply(toPower(publicKey, randomness[at]!), toPower(g, BigInt(mark))),
  }))
  const { min, max } = questions[0]!
  const sum = { alpha: multiply(...cells.map((one) => one.alpha)), beta: multiply(...cells.map((one) => one.beta)) }
  const context = `${own}|${cells.map(({ alpha, beta }) => `${alpha},${beta}`).join(',')}`
  const prove = (cell: Ciphertext, r: bigint, value: number, values: number[], within: string) =>
    proveOneOf({ key: publicKey, cell, r, value, values, context: within })
  const answer = {
    choices: cells.map(({ alpha, beta }) => ({ alpha: String(alpha), beta: String(beta) })),
    individual_proofs: cells.map((cell, at) => prove(cell, randomness[at]!, marks[at]!, [0, 1], own)),
    overall_proof: prove(
      sum,
      randomness.reduce((all, one) => all + one, 0n),
      marks.reduce((all, one) => all + one, 0),
      Array.from({ length: max - min + 1 }, (_, at) => min + at),
      context,
    ),
  }
  const unsigned = { election_uuid: uuid, election_hash: hash, credential: String(toPower(g, s)), answers: [answer] }
  const signed = base64Hash(JSON.stringify(unsigned))
  const w = anyExponent()
  const challenge = challengeOf(`sig|${signed}|${toPower(g, w)}`)
  const proof = { challenge: String(challenge), response: String(modulo(w - s * challenge, q)) }
  return JSON.stringify({ ...unsigned, signature: { hash: signed, proof } })
}

/** A key with its proof, also one that no honest trustee would make. */
export function trusteeKey(secret: bigint): Json {
  const [key, w] = [toPower(g, secret), anyExponent()]
  const challenge = challengeOf(`pok|${groupName}|${key}|${toPower(g, w)}`)
  const pok = { challenge: String(challenge), response: String(modulo(w - secret * challenge, q)) }
  return { pok, public_key: String(key) }
}

/** What an honest trustee gives beside a decryption. */
export function secondProofsOf(
  { hash }: Pick<Election, 'hash'>,
  tallyEvent: string,
  cells: readonly (readonly Ciphertext[])[],
  trustees: readonly { owner: number; secret: bigint; factors: readonly (readonly bigint[])[] }[],
): string {
  const proofs = trustees.map(({ owner, secret, factors }) => ({
    owner,
    proofs: cells.map((row, question) =>
      row.map(({ alpha }, cell) => {
        const [w, key] = [anyExponent(), toPower(g, secret)]
        const bound = { owner, question, cell, key, alpha, factor: factors[question]![cell]! }
        const challenge = boundChallenge({ hash }, tallyEvent, bound, [toPower(g, w), toPower(alpha, w)])
        return { challenge: String(challenge), response: String(modulo(w - secret * challenge, q)) }
      }),
    ),
  }))
  return JSON.stringify({
    version: secondProofsVersion,
    election_hash: hash,
    tally_event: tallyEvent,
    trustees: proofs,
  })
}
