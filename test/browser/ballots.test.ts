import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, type Demo, type Visit } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

const file = join(import.meta.dirname, '../../src/modules/ballots/belenios/examples/one-of-three.bel')
const archive = (bytes = readFileSync(file)) => ({
  name: 'haaletus.bel',
  mimeType: 'application/octet-stream',
  buffer: bytes,
})
const tracker = 'x'.repeat(43)

async function look(visit: Visit, name: string): Promise<void> {
  for (const width of [1280, 390]) {
    await visit.page.setViewportSize({ width, height: 900 })
    expect(await overflow(visit.page), `${name} at ${width}`).toBeLessThanOrEqual(0)
    if (process.env.SHOTS !== undefined)
      await visit.page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await visit.check(name)
}

describe('the archive of a secret vote', () => {
  it('is judged in the visitor’s own browser, also without a network', async () => {
    const visit = await demo.visit({ script: true })
    const { page } = visit
    await page.goto('/haaletused/kontroll')
    await look(visit, 'ballots check')
    await page.getByLabel('Arhiiv (.bel)').setInputFiles(archive())
    await page.getByLabel('Minu sedeli kood').fill(tracker)
    await page.getByRole('button', { name: 'Kontrolli', exact: true }).click()
    await page.getByText('Vigu ei leitud, kuid kõik ei ole veel tõestatud.').waitFor({ timeout: 60_000 })
    await page.getByText('Sedeleid kastis 11, arvesse läks 10.').waitFor()
    await page.getByText('Sellise koodiga sedelit kastis ei ole.').waitFor()
    expect(await page.getByRole('cell').allInnerTexts()).toEqual(['4', '5', '1'])
    await look(visit, 'ballots checked')
    await page.context().setOffline(true)
    const broken = readFileSync(file)
    broken[60_000]! ^= 1
    await page.getByLabel('Arhiiv (.bel)').setInputFiles(archive(broken))
    await page.getByRole('button', { name: 'Kontrolli', exact: true }).click()
    await page.getByText('Arhiiv ei pea paika.').waitFor({ timeout: 60_000 })
    await look(visit, 'ballots broken')
    await page.context().setOffline(false)
    expect(visit.complaints).toEqual([])
  })

  it('says without script how it is judged by hand', async () => {
    const visit = await demo.visit({ script: false })
    await visit.page.goto('/haaletused/kontroll')
    await visit.page.getByText('npm run ballots:verify').waitFor()
    expect(await visit.page.getByRole('button', { name: 'Kontrolli', exact: true }).isVisible()).toBe(false)
    await look(visit, 'ballots without script')
  })
})
