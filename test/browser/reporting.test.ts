import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo } from './chromium.ts'

let demo: Demo
let photo: { name: string; mimeType: string; buffer: Buffer }
beforeAll(async () => {
  demo = await openDemo()
  const buffer = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#676' } })
    .jpeg()
    .toBuffer()
  photo = { name: 'auk.jpg', mimeType: 'image/jpeg', buffer }
})
const narrow = { width: 390, height: 844 }

describe.each(scriptModes)('a problem, reported %s', (_, script) => {
  it('from a phone with an address, is confirmed, answered, opened again, and answered for good', async () => {
    const me = await demo.visit({ script, viewport: narrow })
    const { page } = me
    await page.goto('/')
    await page.getByRole('link', { name: 'Teata probleemist' }).last().click()
    await page.waitForURL('**/teated/uus')
    await me.check('send form')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Saada teade' }).click()
    await page.getByText('Vali teema.').first().waitFor()
    await me.check('send form with faults')
    const address = `mart-${script ? 'a' : 'b'}@naidis.example`
    const words = `Auk kooli ees ${script ? 'ekraaniga' : 'ilma skriptita'}`
    await page.getByLabel('Teema').selectOption({ label: 'Auk või kahjustus teel' })
    await page.getByLabel('Kirjelda mõne lausega').fill(words)
    await page.getByLabel('Küla või alevik').selectOption({ label: 'Loo alevik' })
    await page.getByLabel('Koht sõnadega').fill('kooli ees')
    await page.getByLabel(script ? 'Lisa pilte' : 'Pilt 1').setInputFiles(photo)
    await page.getByLabel('E-posti aadress').fill(address)
    await page.getByRole('button', { name: 'Saada teade' }).click()
    await page.waitForURL('**/teated/oma/**')
    await me.check('own report, unconfirmed')
    const own = page.url()

    await page.goto(await demo.letterLink(address, '/teated/kinnitus/'))
    await me.check('confirm a report')
    await page.getByRole('button', { name: 'Kinnita teade' }).click()
    await page.getByText('Aitäh! Teade on vallas.').waitFor()
    await me.check('own report')
    const number = Number(/(\d+)/.exec(await page.locator('h1').innerText())![1])

    const official = await demo.visit({ script })
    await official.signIn(demo.personWith('Teedespetsialist'), '/too/teated')
    await official.check('inbox')
    await official.page
      .getByRole('link', { name: String(number) })
      .first()
      .click()
    await official.check('a report on the desk')
    await official.page.getByLabel('Vastus saatjale').fill('Täitsime augu.')
    await official.page.getByLabel('Uus seis').selectOption({ label: 'Korras' })
    await official.page.getByRole('button', { name: 'Saada vastus' }).click()
    await official.page.locator('main').getByText('Vald tegi selle korda').waitFor()

    await page.goto(await demo.letterLink(address, '/teated/oma/'))
    expect(page.url().split('?')[0]).toBe(own.split('?')[0])
    await page.getByText('Täitsime augu.').waitFor()
    await page.getByLabel('Mida sa lisaksid?').fill('Auk on tagasi.')
    await page.getByLabel('Viga on alles: avage teade uuesti').check()
    await page.getByRole('button', { name: 'Saada', exact: true }).click()
    await page.locator('main').getByText('Teade on vallas ja sellele on vastatud').waitFor()
    await page.goto(`/teated/${number}`)
    await me.check('a report in public')
    expect(await page.locator('main').innerText()).toContain('Auk on tagasi.')
    expect(await page.content()).not.toContain(address)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    for (const one of [me, official]) {
      expect(one.complaints.filter((line) => !line.includes('422'))).toEqual([])
      await one.close()
    }
  })
})
