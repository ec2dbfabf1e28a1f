import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo, type Visit } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
]

async function look(me: Visit, name: string): Promise<void> {
  for (const size of sizes) {
    await me.page.setViewportSize(size)
    expect(await overflow(me.page), `${name} at ${size.width}`).toBeLessThanOrEqual(0)
    if (process.env.SHOTS !== undefined)
      await me.page.screenshot({ path: `${process.env.SHOTS}/${name}-${size.width}.png`, fullPage: true })
  }
  await me.check(name)
}

describe('minutes', () => {
  it.each(scriptModes)('are before the members, and what is published can be read %s', async (mode, script) => {
    const secretary = await demo.visit({ script })
    const { page } = secretary
    const shot = (name: string) => `${name} ${mode}`.replaceAll(' ', '-')
    await secretary.signIn(demo.personWith('Vallasekretär'), '/too/istungid/3/protokoll')
    await page.getByRole('heading', { name: 'Märkused' }).waitFor()
    await look(secretary, shot('minutes desk'))
    await page.goto('/istungid/3/protokoll/markused')
    await page.getByText('Märkusi saab esitada kuni').waitFor()
    await look(secretary, shot('minutes review'))
    const words = `Teine lause on poolik (${mode}).`
    await page.getByLabel('Märkus', { exact: true }).fill(words)
    await page.getByRole('button', { name: 'Saada märkus' }).click()
    await page.getByText(words).waitFor()
    await page.goto('/too/istungid/3/protokoll')
    await look(secretary, shot('minutes desk with a remark'))
    await page.getByLabel('võeti arvesse (tekst on parandatud)').first().check()
    await page.getByRole('button', { name: 'Vasta märkusele' }).first().click()
    await page.getByText('Arvesse võetud').first().waitFor()
    await page.goto('/too/istungid/2/protokoll/allkirjad')
    await look(secretary, shot('minutes signatures'))
    const reader = await demo.visit({ script })
    await reader.page.goto('/istungid/2/protokoll')
    await reader.page.getByText('Allkirjastamata').waitFor()
    await look(reader, shot('minutes in public'))
  })
})

describe('a result', () => {
  it('is worked out again in the browser, also without a network, and one changed ballot is found', async () => {
    const reader = await demo.visit({ script: true })
    const { page } = reader
    await page.goto('/istungid/1/otse')
    await page.getByText('Kuidas tulemus kujunes').first().click()
    await page.getByRole('link', { name: 'Kontrolli tulemust ise' }).first().click()
    await page.getByText('Allkiri on õige').waitFor()
    await page.getByText('Nimelised hääled annavad kokku').waitFor()
    await page.getByText('Reegel annab samade arvudega sama tulemuse').waitFor()
    await look(reader, 'result checked')
    await page.context().setOffline(true)
    await page.evaluate(() => {
      const element = document.querySelector<HTMLElement>('result-check')!
      element.dataset['signed'] = element.dataset['signed']!.replace('"choice":"for"', '"choice":"against"')
      element.replaceWith(element.cloneNode())
    })
    await page.getByText('Allkiri ei klapi').waitFor()
    await page.getByText('Nimelised hääled ei anna kokku').waitFor()
    await page.context().setOffline(false)
  })

  it('says without script how it is checked by hand', async () => {
    const reader = await demo.visit({ script: false })
    await reader.page.goto('/istungid/1/otse')
    await reader.page.getByText('Kuidas tulemus kujunes').first().click()
    await reader.page.getByRole('link', { name: 'Kontrolli tulemust ise' }).first().click()
    await reader.page.getByText('Skriptita kontrolli see leht ise ei tee').waitFor()
    await look(reader, 'result without script')
  })
})
