import { createHash, createPublicKey, verify } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { meetingPaths as paths } from '../paths.ts'
import { holdSitting, type HeldSitting } from '../minutes/testing.ts'
import { writeEvents } from '../testing.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import { checkResult, type PublicKey, type SignedResult } from './check-result.ts'
import { nodeProgram } from './messages.ts'
import { keysPath } from './paths.ts'

let app: TestApp
let chair: Client
let member: Client
let held: HeldSitting
const secretVote = crypto.randomUUID()
const closedVote = crypto.randomUUID()
beforeAll(async () => {
  app = await openTestApp()
  chair = await app.signIn({ name: 'Esi Mees' })
  member = await app.signIn({ name: 'Lii Kene' })
  const tally = { kind: 'choices', for: 3, against: 3, abstained: 0, spoiled: 0 } as const
  const vote = { question: 'Kas jah?', object: { kind: 'procedure' }, rule: 'simple' } as const
  held = await holdSitting(app, { chair, member }, ({ persons, itemIds }) => [
    { kind: 'vote-prepared', voteId: secretVote, itemIds: [], method: 'secret', ...vote },
    { kind: 'vote-opened', voteId: secretVote, rollCallFrom: null },
    ...persons.slice(0, 6).map((personId) => ({ kind: 'ballot-handed-out', voteId: secretVote, personId }) as const),
    { kind: 'vote-closed', voteId: secretVote },
    { kind: 'paper-counted', voteId: secretVote, counter: 1, counterPersonId: persons[2]!, tally },
    { kind: 'paper-counted', voteId: secretVote, counter: 2, counterPersonId: persons[3]!, tally },
    { kind: 'paper-agreed', voteId: secretVote },
    { kind: 'result-stated', voteId: secretVote, outcome: 'not-adopted' },
    { kind: 'item-opened', itemId: itemIds[2]! },
    { kind: 'item-closed-to-public', itemId: itemIds[2]!, basis: 'AvTS § 35' },
    { kind: 'vote-prepared', voteId: closedVote, itemIds: [itemIds[2]!], method: 'named', ...vote },
    { kind: 'vote-opened', voteId: closedVote, rollCallFrom: null },
    { kind: 'vote-cast', voteId: closedVote, personId: persons[0]!, choice: 'for', channel: 'self' },
    { kind: 'vote-closed', voteId: closedVote },
    { kind: 'result-stated', voteId: closedVote, outcome: 'adopted' },
    { kind: 'item-concluded', itemId: itemIds[2]!, outcome: 'decided', voteId: closedVote, committeeId: null },
  ])
})

const file = async (voteId: string) => {
  const answer = await app.visitor.get(paths.resultFile(held.number, voteId))
  expect(answer.status).toBe(200)
  return JSON.parse(answer.text) as SignedResult
}
const keys = async () => (JSON.parse((await app.visitor.get(keysPath)).text) as { keys: PublicKey[] }).keys

describe('a signed result', () => {
  it('holds everything that is needed to work it out again, and its signature is the site’s', async () => {
    const signed = await file(held.voteId)
    expect(signed.result.counts).toMatchObject({ for: 3, against: 1, abstained: 1 })
    expect(signed.result.ballots).toHaveLength(8)
    expect(await checkResult(signed, await keys())).toEqual({ signature: true, counts: true, outcome: true })
    // The same, by OpenSSL and not by Web Crypto.
    const key = createPublicKey({ key: (await keys())[0] as unknown as JsonWebKey, format: 'jwk' })
    const bytes = Buffer.from(canonicalJson(signed.result as unknown as Json))
    expect(verify(null, bytes, key, Buffer.from(signed.signature.value, 'base64url'))).toBe(true)
    expect(await file(held.voteId)).toEqual(signed)
  })

  it('is refused when one ballot, one number, the outcome or the key is another', async () => {
    const [signed, known] = [await file(held.voteId), await keys()]
    const turned = signed.result.ballots!.map((one, at) => (at === 0 ? { ...one, choice: 'against' as const } : one))
    const ballot = { ...signed, result: { ...signed.result, ballots: turned } }
    expect(await checkResult(ballot, known)).toEqual({ signature: false, counts: false, outcome: true })
    const outcome = {
      ...signed,
      result: { ...signed.result, stated: { ...signed.result.stated, outcome: 'not-adopted' } },
    }
    expect(await checkResult(outcome, known)).toEqual({ signature: false, counts: true, outcome: false })
    const twice = { ...signed, result: { ...signed.result, ballots: [...turned.slice(1), turned[1]!] } }
    expect((await checkResult(twice, known)).counts).toBe(false)
    expect((await checkResult(signed, [])).signature).toBe(false)
  })

  it('names the public log up to it, which everybody can hash', async () => {
    const { result } = await file(held.voteId)
    const log = await app.visitor.get(paths.resultLog(held.number, held.voteId))
    expect(createHash('sha256').update(log.text).digest('hex')).toBe(result.log.hash)
    const entries = JSON.parse(log.text) as { kind: string }[]
    expect([entries.length, entries.at(-1)!.kind]).toEqual([result.log.entries, 'result-stated'])
    expect(entries.some(({ kind }) => kind === 'vote-cast')).toBe(false)
  })

  it('of a secret vote tells the counters and the numbers, and no name beside a choice', async () => {
    const signed = await file(secretVote)
    expect(signed.result.ballots).toBeNull()
    expect(signed.result.paper).toEqual({ counters: ['Liige Number 2', 'Liige Number 3'], handedOut: 6 })
    expect(await checkResult(signed, await keys())).toEqual({ signature: true, counts: null, outcome: true })
    const log = await app.visitor.get(paths.resultLog(held.number, secretVote))
    for (const words of ['ballot-handed-out', 'paper-counted']) expect(log.text).not.toContain(words)
  })

  it('is nowhere for what was closed to the public', async () => {
    for (const path of [paths.result, paths.resultFile, paths.resultLog])
      expect((await app.visitor.get(path(held.number, closedVote))).status).toBe(404)
    const log = await app.visitor.get(paths.resultLog(held.number, secretVote))
    expect(log.text).not.toContain(closedVote)
  })

  it('can be checked by hand with the program that the page shows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'avavald-proof-'))
    const signed = await app.visitor.get(paths.resultFile(held.number, held.voteId))
    writeFileSync(join(folder, 'tulemus.json'), signed.text)
    writeFileSync(join(folder, 'avavald-keys.json'), (await app.visitor.get(keysPath)).text)
    writeFileSync(join(folder, 'kontroll.mjs'), nodeProgram)
    const run = () => spawnSync(process.execPath, ['kontroll.mjs'], { cwd: folder, encoding: 'utf8' }).stdout.trim()
    expect(run()).toBe('true')
    writeFileSync(join(folder, 'tulemus.json'), signed.text.replace('"choice":"for"', '"choice":"against"'))
    expect(run()).toBe('false')
  })

  it('has a page that works without script, and says when it no longer holds', async () => {
    const page = await app.visitor.get(paths.result(held.number, held.voteId))
    expect(page.status).toBe(200)
    for (const words of ['Kontrolli tulemust', '3 poolt, 1 vastu', 'Kuidas käsitsi kontrollida', 'Skriptita kontrolli'])
      expect(page.text).toContain(words)
    expect((await app.visitor.get(paths.live(held.number))).text).toContain(paths.result(held.number, held.voteId))
    const because = { kind: 'vote-annulled', voteId: held.voteId, reason: 'Viga lugemisel' } as const
    await writeEvents(app.context(), held.id, [because])
    const { result } = await file(held.voteId)
    if (result.standing.state === 'stated') return
    expect(result.standing).toEqual({ state: 'annulled', because: 'Viga lugemisel' })
    expect((await app.visitor.get(`${paths.result(held.number, held.voteId)}?u`)).text).toContain('hiljem tühistatud')
  })
})
