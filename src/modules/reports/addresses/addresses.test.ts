import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSettlements } from '#modules/places/index.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import { findAddresses } from './find-addresses.ts'

let app: TestApp
let gazetteer: Server
let host: string
let answer: { status: number; body: string; path?: string }
beforeAll(async () => {
  app = await openTestApp()
  gazetteer = createServer((request, response) => {
    answer.path = request.url ?? ''
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((done) => gazetteer.listen(0, '127.0.0.1', done))
  host = `127.0.0.1:${(gazetteer.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => gazetteer.close(done)))

const look = async (typed: string, known = [host]) =>
  findAddresses(typed, await listSettlements(app.db), { gazetteer: `http://${host}/inaadress/gazetteer`, known })
const inLoo = { ipikkaadress: 'Saha tee 2, Loo alevik', viitepunkt_b: '59.4355', viitepunkt_l: '24.9512' }

describe('an address', () => {
  it('is found in the municipality, and what lies elsewhere is left out', async () => {
    const elsewhere = { ipikkaadress: 'Raekoja plats 1, Tartu linn', viitepunkt_b: '58.3801', viitepunkt_l: '26.7225' }
    const broken = { ipikkaadress: 'Punktita' }
    answer = { status: 200, body: JSON.stringify({ addresses: [elsewhere, broken, inLoo] }) }
    expect(await look('Saha tee 2 & results=99')).toEqual([
      { text: 'Saha tee 2, Loo alevik', latitude: 59.4355, longitude: 24.9512 },
    ])
    expect(answer.path).toBe('/inaadress/gazetteer?address=Saha+tee+2+%26+results%3D99&results=20')
  })

  it.each([
    [500, '{}'],
    [200, 'katki'],
    [200, '{"addresses": 7}'],
  ])('is not guessed from the answer %i %s', async (status, body) => {
    answer = { status, body }
    expect(await look('Saha tee')).toBeNull()
  })

  it('is an empty list where there is none', async () => {
    answer = { status: 200, body: '{}' }
    expect(await look('Olematu tee')).toEqual([])
  })

  it('is never asked inside the house, unless the operator named the host', async () => {
    answer = { status: 200, body: JSON.stringify({ addresses: [inLoo] }) }
    expect(await look('Saha tee', [])).toBeNull()
    expect(answer.path).toBeUndefined()
  })

  it('is not looked up where nothing is set up, and the form says nothing of it', async () => {
    expect((await app.visitor.get('/teated/aadressid.json?q=Saha')).status).toBe(404)
    expect((await app.visitor.get('/teated/uus')).text).not.toContain('address-search')
  })
})
