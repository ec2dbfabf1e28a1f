import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo, type Visit } from './chromium.ts'

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

const slugs = ['vallavolikogu-2026-maarus-7', 'vallavolikogu-2026-otsus-40', 'vallavolikogu-2026-otsus-41']

describe('acts in public', () => {
  it.each(['', '/en', '/ru'])('are listed and read %s', async (prefix) => {
    const reader = await demo.visit()
    const paths = ['/otsused', '/otsused?seis=in-force&otsi=eelarve', ...slugs.map((slug) => `/otsused/${slug}`)]
    for (const path of paths) {
      expect((await reader.page.goto(`${prefix}${path}`))?.status()).toBe(200)
      await look(reader, `acts${prefix}${path}`.replaceAll(/\W+/g, '-'))
    }
    expect(reader.complaints).toEqual([])
    await reader.close()
  })

  it.each(scriptModes)('are found by kind and words %s', async (_, script) => {
    const reader = await demo.visit({ script })
    const { page } = reader
    await page.goto('/otsused')
    await page.getByLabel('Liik').selectOption({ label: 'Määrus' })
    await page.getByLabel('Sõnad pealkirjas või number').fill('lisaeelarve')
    await page.getByRole('button', { name: 'Näita' }).click()
    await page.getByRole('link', { name: 'Jõelähtme valla 2026. aasta lisaeelarve' }).click()
    await page.getByText('Vastu võetud 12 : 3').waitFor()
    await page.getByText('Täidetud').first().waitFor()
    await reader.close()
  })
})

describe('acts at the desk', () => {
  it.each(scriptModes)('are entered, mended, given a task and carried out %s', async (mode, script) => {
    const keeper = await demo.visit({ script })
    const { page } = keeper
    const shot = (name: string) => `${name} ${mode}`.replaceAll(' ', '-')
    await keeper.signIn(demo.personWith('Vallasekretär'), '/too/otsused')
    await page.getByRole('link', { name: 'Sisesta akt' }).waitFor()
    await look(keeper, shot('acts desk'))
    await page.getByRole('link', { name: 'Sisesta akt' }).click()
    await page.getByRole('button', { name: 'Salvesta' }).click()
    await look(keeper, shot('acts entering refused'))
    await page.getByLabel('Kogu').selectOption({ label: 'Vallavalitsus' })
    await page.getByLabel('Liik').selectOption({ label: 'Korraldus' })
    await page.getByLabel('Vastuvõtmise päev').fill('2026-11-20')
    await page.getByLabel('Number', { exact: true }).fill(script ? '300' : '400')
    await page.getByLabel('Pealkiri').fill('Külatänava nime määramine')
    await page.getByLabel('Tekst', { exact: true }).fill('1. Määrata tänavale nimi Kadaka tee.')
    await page.getByRole('button', { name: 'Salvesta' }).click()
    await page.getByLabel(/Need numbrid jäävadki siin puudu/).check()
    await page.getByRole('button', { name: 'Salvesta' }).click()
    await page.waitForURL(/\/too\/otsused\/vallavalitsus-2026-korraldus-\d+$/u)
    await look(keeper, shot('act at the desk'))
    await page.getByText('Tekst', { exact: true }).first().click()
    await page.getByLabel('Tekst', { exact: true }).fill('1. Määrata tänavale nimi Kadaka tee, kohanimi.')
    await page.getByLabel(/Mis muutus ja miks/).fill('Liigisõna täpsustus')
    await page.getByRole('button', { name: 'Salvesta' }).last().click()
    await page.getByRole('link', { name: 'Täitmine' }).click()
    await page.getByLabel('Kes teeb').selectOption({ label: 'Teedespetsialist' })
    await page.getByLabel('Mida teha').fill('Paigaldada tänavasildid.')
    await page.getByLabel('Tähtaeg').fill('2026-12-15')
    await page.getByRole('button', { name: 'Lisa ülesanne' }).click()
    await page.getByRole('link', { name: 'Märgi lõpetatuks' }).waitFor()
    await look(keeper, shot('act tasks'))
    const address = new URL(page.url()).pathname

    const doer = await demo.visit({ script })
    await doer.signIn(demo.personWith('Teedespetsialist'), address)
    await doer.page.getByRole('link', { name: 'Märgi lõpetatuks' }).click()
    await doer.page.getByLabel('Mis tehti').fill('Sildid on paigas.')
    await look(doer, shot('act task ended'))
    await doer.page.getByRole('button', { name: 'Salvesta' }).click()
    await doer.page.getByText('Sildid on paigas.').waitFor()

    const reader = await demo.visit({ script })
    await reader.page.goto(address.replace('/too', '').replace('/taitmine', ''))
    await reader.page.getByText('Sildid on paigas.').waitFor()
    await reader.page.getByText('Toimetuslik parandus').waitFor()
    await look(reader, shot('act mended'))
    const all = [...keeper.complaints, ...doer.complaints, ...reader.complaints]
    expect(all.filter((line) => !line.includes('422'))).toEqual([])
    for (const one of [keeper, doer, reader]) await one.close()
  })
})
