import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDemo, overflow, type Demo } from './chromium.ts'

let demo: Demo
let gazetteer: Server
const inLoo = { ipikkaadress: 'Saha tee 2, Loo alevik', viitepunkt_b: '59.4355', viitepunkt_l: '24.9512' }
beforeAll(async () => {
  gazetteer = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ addresses: [inLoo] }))
  })
  await new Promise<void>((done) => gazetteer.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(gazetteer.address() as AddressInfo).port}`
  demo = await openDemo({ ADDRESS_SEARCH_URL: `http://${host}/inaadress/gazetteer`, PARTNER_HOSTS: host })
})
afterAll(() => new Promise((done) => gazetteer.close(done)))

it('own words lead to the subject, and an address to its place', { timeout: 60_000 }, async () => {
  const me = await demo.visit({ viewport: { width: 390, height: 844 } })
  const { page } = me
  await page.goto('/teated/uus')
  await page.getByLabel('Otsi oma sõnadega').fill('lambid pimedas')
  await page.getByText(/^Sobivaid teemasid: \d/).waitFor()
  await me.check('the form with subjects that fit')
  await page.getByRole('button', { name: 'Tänavavalgusti ei põle' }).click()
  expect(await page.getByLabel('Teema', { exact: true }).inputValue()).toBe('tanavavalgustus')
  await page.getByText('Valitud teema: Tänavavalgusti ei põle').waitFor()

  await page.getByLabel('Koht sõnadega').fill('Saha tee 2')
  await page.getByRole('button', { name: 'Otsi see aadress kaardilt' }).click()
  await page.getByRole('button', { name: 'Saha tee 2, Loo alevik' }).waitFor()
  await me.check('the form with addresses that fit')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Saha tee 2, Loo alevik' }).click()
  await expect.poll(() => page.locator('[name=point]').inputValue()).toBe('59.43550, 24.95120')
  await expect.poll(() => page.locator('[name=placedBy]').inputValue()).toBe('address')
  expect(await page.locator('[name=settlement] option:checked').innerText()).toBe('Loo alevik')
  expect(me.complaints).toEqual([])
  await me.close()
})

it('a sentence proposes a subject while none is chosen', { timeout: 60_000 }, async () => {
  const me = await demo.visit()
  const { page } = me
  await page.goto('/teated/uus')
  await page.getByLabel('Kirjelda mõne lausega').fill('Suur auk on teel')
  await page.getByRole('button', { name: 'Auk või kahjustus teel' }).click()
  expect(await page.getByLabel('Teema', { exact: true }).inputValue()).toBe('tee-auk')
  await me.close()
})
