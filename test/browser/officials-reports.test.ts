import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo, type Visit } from './chromium.ts'

let demo: Demo
let photo: { name: string; mimeType: string; buffer: Buffer }
beforeAll(async () => {
  demo = await openDemo()
  const create = { width: 800, height: 600, channels: 3, background: '#686' } as const
  photo = { name: 'parast.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create }).jpeg().toBuffer() }
})
const narrow = { width: 390, height: 844 }
const wide = { width: 1280, height: 900 }

/** Fits both a phone and a desk, and axe finds nothing. */
async function look(me: Visit, name: string): Promise<void> {
  for (const size of [wide, narrow]) {
    await me.page.setViewportSize(size)
    expect(await overflow(me.page), `${name} at ${size.width}`).toBeLessThanOrEqual(0)
    if (process.env.SHOTS !== undefined) {
      await me.page.screenshot({ path: `${process.env.SHOTS}/${name}-${size.width}.png`, fullPage: true })
    }
  }
  await me.check(name)
  await me.page.setViewportSize(wide)
}

describe.each(scriptModes)('the officials’ work on reports %s', (mode, script) => {
  const shot = (name: string) => `${name} ${mode}`.replaceAll(' ', '-')

  it('goes from the list to a contractor, who mends it and shows it', async () => {
    const clerk = await demo.visit({ script })
    const { page } = clerk
    await clerk.signIn(demo.personWith('Keskkonna- ja kommunaalosakonna juht'), '/too/teated')
    await look(clerk, shot('inbox'))
    if (script) {
      await page.keyboard.press('j')
      await page.keyboard.press('x')
      await page.keyboard.press('j')
      await page.keyboard.press('x')
      await page.getByText('2 valitud').waitFor()
      await page.keyboard.press('k')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/too\/teated\/\d+$/u)
      await page.goBack()
    }
    for (const nth of [0, 1]) await page.locator('tbody input[name=n]').nth(nth).check()
    await page.getByLabel('Mida valitutega teha').selectOption('priority')
    await page.getByRole('button', { name: 'Edasi' }).click()
    await page.getByRole('heading', { name: 'Muuda kiireloomulisust: teateid 2' }).waitFor()
    await look(clerk, shot('bulk'))
    await page.getByLabel('kiire', { exact: true }).check()
    await page.getByRole('button', { name: 'Tee ära' }).click()
    await page.getByText('Tagasi saab võtta poole tunni jooksul').waitFor()
    await look(clerk, shot('bulk result'))
    await page.getByRole('button', { name: 'Võta tagasi' }).click()
    await page.getByText('See samm on tagasi võetud.').waitFor()

    await page.goto('/too/teated/postkast')
    await look(clerk, shot('mailbox'))
    await page.goto('/too/teated/uus')
    await look(clerk, shot('enter subject'))
    await page.locator('select[name=teema]').selectOption('tanavavalgustus')
    await page.getByRole('button', { name: 'Edasi' }).click()
    await look(clerk, shot('enter'))

    await page.goto('/too/teated/mallid')
    await look(clerk, shot('templates'))
    await page
      .getByRole('link', { name: 'Tellitud' })
      .or(page.getByRole('link', { name: 'Töö on tellitud' }))
      .click()
    await look(clerk, shot('template'))

    await page.goto('/too/teated')
    await page.locator('tbody th a').first().click()
    const number = /\d+$/u.exec(page.url())![0]
    await look(clerk, shot('desk'))
    await page.getByLabel('Vastuse mall').selectOption({ label: 'Uurime' })
    if (!script) await page.getByRole('button', { name: 'Võta mall' }).click()
    expect(await page.getByLabel('Vastus saatjale').inputValue()).toContain('Vaatame koha üle')
    await page.goto(`/too/teated/${number}/eraldamine`)
    await look(clerk, shot('split'))

    await page.goto(`/too/teated/${number}`)
    await page.getByText('Anna töövõtjale').click()
    await page.getByLabel('Töövõtja').selectOption({ index: 1 })
    await page.getByLabel('Tellija juhis').fill('Kuum asfalt, enne reedet')
    await page.getByRole('button', { name: 'Salvesta', exact: true }).first().click()
    await page.getByText('Töö on tellitud').first().waitFor()

    const worker = await demo.visit({ script, viewport: narrow })
    await worker.signIn(demo.personWith('Töövõtja: Näidis-Teehooldus OÜ'), '/too/teated/minu')
    await worker.page.getByText('Kuum asfalt').waitFor()
    await look(worker, shot('field'))
    await worker.page.getByRole('button', { name: 'Alustasin' }).first().click()
    await worker.page.getByText('Töös', { exact: true }).waitFor()
    await worker.page.getByRole('link', { name: 'Tehtud' }).first().click()
    await look(worker, shot('done'))
    await worker.page.getByLabel('Pilt pärast tööd 1').setInputFiles(photo)
    await worker.page.getByLabel('Mida tegid').fill('Auk on täidetud')
    await worker.page.getByLabel('Maksumus eurodes').fill('240,00')
    await worker.page.getByRole('button', { name: 'Märgi tehtuks' }).click()
    await worker.page.waitForURL('**/too/teated/minu')

    await page.goto(`/teated/${number}`)
    await page.getByText('Auk on täidetud').waitFor()
    await page.getByText('240,00 €').waitFor()
    await look(clerk, shot('mended'))
    const isChecked = async () => {
      await page.goto(`/too/teated/${number}`)
      return page.getByText('Kata osa pildist').count()
    }
    await expect.poll(isChecked, { timeout: 30_000, interval: 1000 }).toBe(1)
    await page.getByText('Kata osa pildist').click()
    await page.getByRole('link', { name: 'Pilt 1: parast.jpg' }).click()
    if (script) {
      const box = (await page.locator('picture-boxes img').boundingBox())!
      await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.2)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6, { steps: 4 })
      await page.mouse.up()
      expect(await page.getByLabel('Kast 1').inputValue()).toMatch(/^1\d?(?:\.\d)?, \d+/u)
    } else {
      await page.getByLabel('Kast 1').fill('10, 20, 40, 40')
    }
    await look(clerk, shot('cover'))
    await page.getByRole('button', { name: 'Kata' }).click()
    await page.getByText('Pildid enne katmist').click()
    await page.getByLabel('Miks on vaja näha').fill('Politsei päring')
    await page.getByRole('button', { name: 'Ava pilt, nagu see oli' }).click()
    await page.getByRole('heading', { name: 'Pilt, nagu see oli' }).waitFor()
    await look(clerk, shot('original'))
    expect([...clerk.complaints, ...worker.complaints]).toEqual([])
    await clerk.close()
    await worker.close()
  }, 120_000)
})
