import { proofOf, type Proof } from './election.ts'
import { groupName, inverse, isElement, modulo, multiply, q, type Power } from './group.ts'
import { challengeOf } from './hash.ts'
import { listOf, Malformed, numberOf, objectOf, parseJson, textOf, wholeOf, type Json } from './strict-json.ts'
import { bodyText } from './tar.ts'

/** Who decrypts: each alone, or any so many of some. Owners are numbered from 1 through all of them. */
export type Trustees = {
  items: readonly { kind: 'single' | 'threshold'; owners: readonly number[]; needed: number }[]
  keys: ReadonlyMap<number, bigint>
  publicKey: bigint
}

type Bases = { raise: Power; fromG: (exponent: bigint) => bigint }

/** Reads the trustees and checks every proof, signature and share of theirs. Throws `Malformed`. */
export function readTrustees(body: Uint8Array, bases: Bases): Trustees {
  const where = 'trustees'
  const keys = new Map<number, bigint>()
  const items: Trustees['items'][number][] = []
  let publicKey = 1n
  for (const item of listOf(parseJson(bodyText(body, where), where), where)) {
    const [kind, value] = listOf(item, where, 2)
    const members = kind === 'Single' ? singleOf(value, bases) : kind === 'Pedersen' ? pedersenOf(value, bases) : null
    if (members === null) throw new Malformed(where)
    const owners = members.keys.map((_, at) => keys.size + at + 1)
    members.keys.forEach((key, at) => keys.set(owners[at]!, key))
    items.push({ kind: members.needed === null ? 'single' : 'threshold', owners, needed: members.needed ?? 1 })
    publicKey = multiply(publicKey, members.subKey)
  }
  // A trustee whose key is 1, or another's, keeps no secret of its own.
  const all = [...keys.values()]
  if (all.length === 0 || all.includes(1n) || new Set(all).size < all.length) throw new Malformed('trusteeKeys')
  return { items, keys, publicKey }
}

type Members = { keys: bigint[]; subKey: bigint; needed: number | null }

function elementOf(value: Json | undefined, where: string, { raise }: Bases): bigint {
  const read = numberOf(value, where)
  if (!isElement(read, raise)) throw new Malformed(where)
  return read
}

/** A key with the proof that its secret is known: without it the last trustee could cancel all others. */
function keyOf(value: Json | undefined, bases: Bases): bigint {
  const where = 'trusteeKey'
  const { pok, public_key } = objectOf(value, where, ['pok', 'public_key'], ['name'])
  const key = elementOf(public_key, where, bases)
  const { challenge, response } = proofOf(pok, where)
  const commitment = multiply(bases.fromG(response), bases.raise(key, challenge))
  if (challengeOf(`pok|${groupName}|${key}|${commitment}`) !== challenge) throw new Malformed(where)
  return key
}

function singleOf(value: Json | undefined, bases: Bases): Members {
  const key = keyOf(value, bases)
  return { keys: [key], subKey: key, needed: null }
}

function signedOf(value: Json, where: string): { message: string; signature: Proof } {
  const { message, signature } = objectOf(value, where, ['message', 'signature'])
  return { message: textOf(message, where), signature: proofOf(signature, where) }
}

function isSignedBy(key: bigint, { message, signature }: { message: string; signature: Proof }, bases: Bases): boolean {
  const { challenge, response } = signature
  const commitment = multiply(bases.fromG(response), bases.raise(key, challenge))
  return challengeOf(`sigmsg|${message}|${commitment}`) === challenge
}

function pedersenOf(value: Json | undefined, bases: Bases): Members {
  const where = 'threshold'
  const read = objectOf(value, where, ['threshold', 'certs', 'coefexps', 'verification_keys'])
  const needed = wholeOf(read.threshold, where, 1000)
  const certificates = listOf(read.certs, where).map((one) => signedOf(one, where))
  const count = certificates.length
  if (needed < 1 || needed > count) throw new Malformed(where)
  const signing = certificates.map((certificate) => {
    const { verification, encryption } = objectOf(parseJson(certificate.message, where), where, [
      'verification',
      'encryption',
    ])
    const key = elementOf(verification, where, bases)
    elementOf(encryption, where, bases)
    if (!isSignedBy(key, certificate, bases)) throw new Malformed(where)
    return key
  })
  const coefficients = listOf(read.coefexps, where, count).map((one, at) => {
    const signed = signedOf(one, where)
    if (!isSignedBy(signing[at]!, signed, bases)) throw new Malformed(where)
    const { coefexps } = objectOf(parseJson(signed.message, where), where, ['coefexps'])
    return listOf(coefexps, where, needed).map((element) => elementOf(element, where, bases))
  })
  const keys = listOf(read.verification_keys, where, count).map((one) => keyOf(one, bases))
  for (const [at, key] of keys.entries()) {
    // The share of member j is the sum of all polynomials at j; here in the exponent.
    const expected = coefficients.flatMap((row) =>
      row.map((coefficient, k) => bases.raise(coefficient, modulo(BigInt(at + 1) ** BigInt(k), q))),
    )
    if (multiply(...expected) !== key) throw new Malformed(where)
  }
  return { keys, subKey: multiply(...coefficients.map(([first]) => first!)), needed }
}

/** What one of the chosen members' factors is raised to, so that together they are the item's. */
export function lagrange(member: number, chosen: readonly number[]): bigint {
  let result = 1n
  for (const other of chosen) {
    if (other === member) continue
    const ratio = BigInt(other) * inverse(BigInt(other - member), q)
    result = modulo(result * ratio, q)
  }
  return result
}
