import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeNativePower } from '../native-power.ts'
import { checkArchive, type Part, type Verdict } from './check-archive.ts'
import { g, p, power, q } from './group.ts'
import { forge } from './forging.ts'
import { archiveOf, ballotOf, secondProofsOf, stepsOf, trusteeKey, anyExponent, type Step } from './testing.ts'
import { readElection } from './election.ts'
import { tallyOf } from './tally.ts'
import { checkBallot } from './ballot.ts'
import { hexHash } from './hash.ts'

const raise = makeNativePower()
const folder = join(import.meta.dirname, 'examples')
const example = (name: string) => new Uint8Array(readFileSync(join(folder, `${name}.bel`)))
const secrets = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as {
  trustees: string[]
  unusedCredential: string
}
const [oneOfThree, threshold] = [example('one-of-three'), example('up-to-three-of-eight')]

function judge(archive: Uint8Array, secondProofs: string | null = null): Verdict {
  const run = checkArchive({ archive, secondProofs }, raise)
  let step = run.next()
  while (!step.done) step = run.next()
  return step.value
}
const { steps, time } = stepsOf(oneOfThree)
/** The archive written anew after a change, with every hash made to fit. */
const changed = (change: (steps: Step[]) => Step[]) => judge(archiveOf(change(steps.map((one) => ({ ...one }))), time))
const edit = <T extends Step['type']>(type: T, how: (step: Extract<Step, { type: T }>) => void) =>
  changed((all) => {
    how(all.findLast((one) => one.type === type) as Extract<Step, { type: T }>)
    return all
  })
const failsAt = ({ parts, isWhole, fault }: Verdict) => [fault?.part, parts[fault?.part ?? 'chain'], isWhole]
const setup = steps[0] as Extract<Step, { type: 'Setup' }>
const bytes = (text: string) => new TextEncoder().encode(text)
const election = readElection(bytes(setup.election), bytes(setup.credentials), raise)

describe('the group', () => {
  it('is the one of the specification', () => {
    const hash = (value: bigint) => createHash('sha256').update(String(value)).digest('hex')
    expect(hash(p)).toBe('ef7979cebad81edd3a952d8005c6a18a57600586e6fe6086947b4988475d007f')
    expect(hash(g)).toBe('96649bff87fad6b5f819ba03df4f32759730a48fd8795c98d2d70bb84151f3ec')
    expect(hash(q)).toBe('77b9ebaada44d865ccf49c738654cebca8949b36b73514f53c0b48b0211653bb')
    expect([power(g, q), (p - 1n) % q]).toEqual([1n, 0n])
  })

  it('has the same powers by the machine’s arithmetic, also those that are 1', () => {
    for (let at = 0; at < 5; at += 1) {
      const [base, exponent] = [power(g, anyExponent()), anyExponent()]
      expect(raise(base, exponent)).toBe(power(base, exponent))
    }
    expect([raise(g, q), raise(g, 0n), raise(1n, 5n), raise(p - 1n, 2n)]).toEqual([1n, 1n, 1n, 1n])
  })
})

describe('an archive made by the tool of the format', () => {
  it('holds, with the counts of the plain votes', () => {
    const verdict = judge(oneOfThree)
    expect(verdict.fault).toBeNull()
    expect([verdict.ballots, verdict.voters, verdict.result]).toEqual([11, 10, [[4n, 5n, 1n]]])
    expect(verdict.trackers.filter(({ counts }) => counts)).toHaveLength(10)
    // The format's own proofs do not bind a decryption to its ciphertext: alone they prove too little.
    expect([verdict.parts.result, verdict.parts.secondProofs, verdict.isWhole]).toEqual(['holds', 'missing', false])
  })

  it('holds with a threshold of trustees, blank ballots and revotes', () => {
    const verdict = judge(threshold)
    expect(verdict.fault).toBeNull()
    expect(verdict.result).toEqual([[3n, 3n, 8n, 6n, 10n, 7n, 5n, 6n, 6n]])
    expect([verdict.ballots, verdict.voters]).toEqual([31, 28])
  })

  it('is written anew byte by byte', () => {
    for (const one of [oneOfThree, threshold]) {
      const read = stepsOf(one)
      expect(Buffer.from(archiveOf(read.steps, read.time)).equals(Buffer.from(one))).toBe(true)
    }
  })

  it('does not hold with one bit flipped, wherever it is', () => {
    for (let at = 0; at < 60; at += 1) {
      const flipped = Uint8Array.from(oneOfThree)
      const place = Math.floor((flipped.length * (at + 0.5)) / 60)
      flipped[place]! ^= 1 << (at % 8)
      const verdict = judge(flipped)
      expect([place, verdict.fault === null, verdict.isWhole]).toEqual([place, false, false])
    }
  })

  it('that is cut is not at its end, and says so', () => {
    const verdict = changed((all) => all.slice(0, -1))
    expect([verdict.fault, verdict.parts.result, verdict.isWhole]).toEqual([null, 'missing', false])
    expect(verdict.head).not.toBe(judge(oneOfThree).head)
    expect(changed((all) => all.slice(0, 5)).parts.tally).toBe('missing')
  })
})

describe('what the tool of the format accepts', () => {
  const endAt = steps.findIndex(({ type }) => type === 'EndBallots')
  const ballot = steps[1]!
  const attacks: [string, () => Verdict, Part][] = [
    ['another tally', () => edit('EncryptedTally', (one) => (one.tally = '[]')), 'tally'],
    ['a wrong number of voters', () => edit('EncryptedTally', (one) => (one.voters = 11)), 'tally'],
    ['a wrong weight', () => edit('EncryptedTally', (one) => (one.weight = 9)), 'tally'],
    ['no end of voting', () => changed((all) => all.filter(({ type }) => type !== 'EndBallots')), 'chain'],
    ['a ballot after the end', () => changed((all) => all.toSpliced(endAt + 1, 0, ballot)), 'chain'],
    ['another event between ballots', () => changed((all) => all.toSpliced(3, 0, { type: 'EndBallots' })), 'chain'],
    ['a copy of an older ballot', () => changed((all) => all.toSpliced(endAt, 0, ballot)), 'ballots'],
    ['two results', () => changed((all) => [...all, all.at(-1)!]), 'chain'],
    [
      'a count beyond the order of the group',
      () => edit('Result', (one) => (one.result = `{"result":[["${4n + q}",5,1]]}`)),
      'result',
    ],
    ['counts as text', () => edit('Result', (one) => (one.result = '{"result":[["4","5","1"]]}')), 'result'],
    [
      'a result with more in it',
      () => edit('Result', (one) => (one.result = '{"result":[[4,5,1]],"more":1}')),
      'result',
    ],
    [
      'two decryptions of one trustee',
      () =>
        changed((all) =>
          all.toSpliced(
            -1,
            0,
            all.find(({ type }) => type === 'PartialDecryption')!,
          ),
        ),
      'decryption',
    ],
    [
      'a trustee whose key is 1',
      () => edit('Setup', (one) => (one.trustees = JSON.stringify([...trustees(one), ['Single', trusteeKey(0n)]]))),
      'trustees',
    ],
    [
      'a trustee twice',
      () => edit('Setup', (one) => (one.trustees = JSON.stringify([...trustees(one), trustees(one)[0]]))),
      'trustees',
    ],
    ['numbers with a leading zero', () => inBallot((text) => text.replace('"alpha":"', '"alpha":"0')), 'ballots'],
    [
      'unknown keys inside an answer',
      () => inBallot((text) => text.replace('"choices":', '"x":1,"choices":')),
      'ballots',
    ],
    [
      'another order of keys inside an answer',
      () => inBallot((text) => text.replace(/"alpha":("\d+"),"beta":("\d+")/, '"beta":$2,"alpha":$1')),
      'ballots',
    ],
  ]
  const trustees = (one: { trustees: string }) => JSON.parse(one.trustees) as unknown[]
  const inBallot = (how: (text: string) => string) => edit('Ballot', (one) => (one.ballot = how(one.ballot)))

  it.each(attacks)('is caught here: %s', (_, attack, part) => {
    expect(failsAt(attack())).toEqual([part, 'fails', false])
  })
})

describe('second proofs of decryption', () => {
  const cells = tallyOf(
    election,
    steps.flatMap((one) => {
      const found = one.type === 'Ballot' ? checkBallot(election, one.ballot) : null
      return found?.ok === true ? [found.ballot] : []
    }),
  ).cells
  const honest = secrets.trustees.map((secret, at) => ({
    owner: at + 1,
    secret: BigInt(secret),
    factors: cells.map((row) => row.map(({ alpha }) => raise(alpha, BigInt(secret)))),
  }))
  const event = () => {
    const upTo = steps.slice(0, steps.findIndex(({ type }) => type === 'EncryptedTally') + 1)
    return judge(archiveOf(upTo, time)).head!
  }

  it('make the proof of an archive whole, and hold for no other', () => {
    const proofs = secondProofsOf(election, event(), cells, honest)
    const verdict = judge(oneOfThree, proofs)
    expect([verdict.parts.secondProofs, verdict.isWhole]).toEqual(['holds', true])
    const other = secondProofsOf(election, hexHash('another event'), cells, honest)
    expect(failsAt(judge(oneOfThree, other))).toEqual(['secondProofs', 'fails', false])
    expect(failsAt(judge(oneOfThree, proofs.replace('"owner":1', '"owner":2')))).toEqual([
      'secondProofs',
      'fails',
      false,
    ])
    expect(failsAt(judge(oneOfThree, '{'))).toEqual(['secondProofs', 'fails', false])
  })

  it('are what a corrupt trustee and the last voter cannot make of a result that they shifted', () => {
    const forged = forge({
      steps,
      election,
      trustees: secrets.trustees.map(BigInt),
      credential: secrets.unusedCredential,
    })
    const archive = archiveOf(forged.steps, time)
    const verdict = judge(archive)
    // Truly 4, 5, 1 and one more for the second; by the format's own proofs the archive holds.
    expect([verdict.fault, verdict.parts.result, verdict.result]).toEqual([null, 'holds', [[3n, 6n, 2n]]])
    expect(verdict.isWhole).toBe(false)
    const shown = secondProofsOf(election, forged.tallyEvent, forged.cells, forged.decryptions)
    expect(failsAt(judge(archive, shown))).toEqual(['secondProofs', 'fails', false])
  })

  it('a ballot made here is a ballot of the format', () => {
    const made = ballotOf(election, secrets.unusedCredential, [0, 1, 0], [1, 2, 3].map(anyExponent))
    expect(checkBallot(election, made)).toMatchObject({ ok: true })
    for (const marks of [
      [1, 1, 0],
      [0, 0, 0],
    ])
      expect(() => ballotOf(election, secrets.unusedCredential, marks, [1, 2, 3].map(anyExponent))).toThrow()
  })
})
