import { beforeAll, expect, it } from 'vitest'
import { openDemo, overflow, type Demo, type Visit } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

/** Fits a phone and a desk, and axe finds nothing. */
async function look(me: Visit, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await me.page.setViewportSize({ width, height: 900 })
    expect(await overflow(me.page), `${name} at ${width}`).toBeLessThanOrEqual(0)
    if (process.env.SHOTS !== undefined)
      await me.page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await me.check(name)
}

it('what is restricted of an act is withheld in its meeting too, and who was given it is kept', async () => {
  const slug = 'vallavolikogu-2026-otsus-41'
  const keeper = await demo.visit({ script: false })
  const { page } = keeper
  await keeper.signIn(demo.personWith('Vallasekretär'), `/too/otsused/${slug}`)
  const restricting = page.locator(`form[action$="/too/otsused/${slug}/piirang"]`)
  await page.getByText('Juurdepääsupiirang (AK)').first().click()
  await restricting.getByLabel('Teksti; pealkiri').check()
  await restricting.getByLabel('Alus').fill('AvTS § 35 lg 1 p 17')
  await restricting.getByLabel('Viimane päev').fill('2027-06-01')
  await restricting.getByRole('button').click()
  await page.getByRole('link', { name: 'Kellele on antud' }).click()
  await page.getByLabel('Kellele').fill('Riigikontroll')
  await page.getByLabel('Mis eesmärgil').fill('Audit')
  await page.getByLabel('Õiguslik alus').fill('RKKS § 32')
  await page.getByLabel('Kuidas').selectOption({ label: 'paberil' })
  await page.getByRole('button', { name: 'Salvesta kirje' }).click()
  await page.getByRole('rowheader', { name: 'Riigikontroll' }).waitFor()
  await look(keeper, 'acts-given')
  const reader = await demo.visit({ script: false })
  await reader.page.goto(`/otsused/${slug}`)
  await reader.page.getByText('ASUTUSESISESEKS KASUTAMISEKS').waitFor()
  await reader.page.getByRole('link', { name: 'Päevakorrapunkt ja eelnõu' }).click()
  await reader.page.getByText('ASUTUSESISESEKS KASUTAMISEKS').waitFor()
  await reader.page.getByRole('heading', { name: 'Mida selles küsimuses otsustati' }).waitFor()
  await look(reader, 'item-withheld')
  const meeting = new URL(reader.page.url()).pathname.split('/').slice(0, 3).join('/')
  for (const [name, path] of [
    ['meeting-acts', meeting],
    ['meeting-live-withheld', `${meeting}/otse`],
    ['meeting-minutes-withheld', `${meeting}/protokoll`],
  ] as const) {
    expect((await reader.page.goto(path))?.status(), path).toBe(200)
    await look(reader, name)
  }
  expect([...keeper.complaints, ...reader.complaints]).toEqual([])
  await keeper.close()
  await reader.close()
})
