import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { openDemo, overflow, type Demo } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

const narrow = { width: 390, height: 844 }
const loo = { latitude: 59.4355, longitude: 24.9512 }

it('the map stands beside the list, is reached by keyboard, and leads to a report', { timeout: 60_000 }, async () => {
  const { page, open, check, complaints, close } = await demo.visit()
  let transferred = 0
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (transferred += encodedDataLength))
  await page.goto('/teated')
  await page.locator('.map-cluster').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(transferred).toBeLessThan(350_000)
  await check('reports with a map')

  const canvas = page.locator('reports-map canvas')
  await canvas.focus()
  await page.keyboard.press('Tab')
  const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  expect(await label()).toMatch(/teadet, näita lähemalt$|\. [A-ZÕÄÖÜ]/u)
  // Pins may be moved about while they are looked at; the keyboard goes on from where it was.
  await page.locator('.map-pin').first().focus()
  const name = await label()
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(800)
  expect(await label()).toBe(name)
  await page.keyboard.press('Enter')
  const card = page.locator('.map-card')
  expect(await card.locator('a').evaluate((link) => link === document.activeElement)).toBe(true)
  await check('reports with a map and a card')
  await page.keyboard.press('Escape')
  expect(await card.count()).toBe(0)
  expect(await label()).toBe(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/teated\/\d+$/)

  await open('/teated?seis=fixed&koht=4496')
  await page.locator('reports-map .map-pin, reports-map .map-cluster').first().waitFor()
  expect(complaints).toEqual([])
  await close()
})

it('a place is chosen by the keyboard alone, said in words, and sent', { timeout: 60_000 }, async () => {
  const { page, open, check, complaints, close } = await demo.visit({ viewport: narrow })
  await open('/teated/uus')
  await page.getByLabel('Küla või alevik').selectOption({ label: 'Loo alevik' })
  const button = page.getByRole('button', { name: 'Vali kaardil' })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.tagName === 'CANVAS')
  expect(await page.inputValue('[name=point]')).toBe('')
  for (const key of ['+', '+', 'ArrowRight', 'ArrowUp']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(600)
  }
  expect(await page.inputValue('[name=point]')).toMatch(/^59\.\d{5}, 24\.\d{5}$/)
  const place = page.locator('[data-place]')
  await expect.poll(() => place.textContent()).toMatch(/^Koht: \S.* \(59\.\d{5}, 24\.\d{5}\)\./)
  expect(await overflow(page)).toBe(0)
  await check('sending a report with a map')

  const before = await page.inputValue('[name=point]')
  await page.locator('[name=point]').fill('59.4370, 24.7450')
  await expect.poll(() => place.textContent()).toContain('jääb vallast välja')
  await page.locator('[name=point]').fill(before)
  await expect.poll(() => place.textContent()).toContain('Koht:')

  await page.getByLabel('Teema').selectOption('bussipeatus')
  await page.getByLabel('Kirjelda mõne lausega').fill('Klaas on katki.')
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.waitForURL(/\/teated\/oma\//)
  expect(await page.textContent('main')).toContain(before)
  expect(complaints).toEqual([])
  await close()
})

it('my own location, a photo’s place and what is near are proposed', { timeout: 60_000 }, async () => {
  const { page, context, open, check, complaints, close } = await demo.visit({ viewport: narrow })
  await open('/teated/uus')
  const place = page.locator('[data-place]')
  await page.getByRole('button', { name: 'Minu asukoht' }).click()
  await expect.poll(() => place.textContent()).toContain('Brauser ei luba asukohta näha')
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ ...loo, accuracy: 40 })
  await page.getByRole('button', { name: 'Minu asukoht' }).click()
  await expect
    .poll(() => place.textContent(), { timeout: 8000 })
    .toBe('Sinu asukoht on teada 40 m täpsusega. Koht: Loo alevik (59.43550, 24.95120).')
  expect(await page.inputValue('[name=settlement]')).toBe('4496')
  await context.setGeolocation({ latitude: 59.437, longitude: 24.745, accuracy: 10 })
  await page.waitForFunction(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          ({ coords }) => resolve(coords.longitude < 24.9),
          () => resolve(false),
        ),
      ),
  )
  await page.getByRole('button', { name: 'Minu asukoht' }).click()
  await expect.poll(() => place.textContent()).toBe('Sinu asukoht jääb vallast välja, seda ei märgitud.')
  expect(await page.inputValue('[name=point]')).toBe('')

  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '59/1 25/1 4238/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '24/1 56/1 5503/100',
  }
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const picture = sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#888', noise } })
  const buffer = await picture.withExif({ IFD3: gps }).jpeg({ quality: 95 }).toBuffer()
  await page.getByLabel('Lisa pilte').setInputFiles({ name: 'auk.jpg', mimeType: 'image/jpeg', buffer })
  const note = page.locator('.photo-note')
  await expect.poll(() => note.textContent(), { timeout: 8000 }).toContain('on kirjas, kus see tehti: Loo alevik')
  expect(await note.textContent()).toMatch(/^Pilt tehti väiksemaks: [\d,]+\sMB asemel [\d,]+\s(MB|KB)\./u)
  const chosen = await page.locator('[name=photo1]').evaluate(async (input: HTMLInputElement) => {
    const file = input.files![0]!
    const { width, height } = await createImageBitmap(file)
    return { name: file.name, size: file.size, width, height }
  })
  expect(chosen).toMatchObject({ name: 'auk.jpg', width: 2000, height: 1333 })
  expect(chosen.size).toBeLessThan(buffer.length)
  await page.getByRole('button', { name: 'Kasuta pildi kohta' }).click()
  await expect.poll(() => place.textContent()).toBe('Koht on võetud pildilt. Koht: Loo alevik (59.42844, 24.94862).')
  expect(await place.evaluate((words) => words === document.activeElement)).toBe(true)

  const similar = page.locator('.similar-reports')
  await similar.waitFor()
  expect(await similar.locator('li').count()).toBeGreaterThan(1)
  await page.getByLabel('Teema').selectOption('tanavavalgustus')
  await expect.poll(() => similar.locator('li').count()).toBe(1)
  expect(await similar.getByRole('link', { name: 'Sama mure, jälgin' }).getAttribute('href')).toContain('/jalgimised')
  await check('sending a report with similar ones')
  expect(await overflow(page)).toBe(0)

  // Sent at once, while the second picture is still being made smaller.
  await page.getByLabel('Teema').selectOption('bussipeatus')
  await page.getByLabel('Kirjelda mõne lausega').fill('Auk, kaks pilti.')
  await page.getByLabel('Lisa pilte').setInputFiles({ name: 'teine.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.waitForURL(/\/teated\/oma\//)
  for (const name of ['auk.jpg', 'teine.jpg']) expect(await page.textContent('main')).toContain(name)
  const { db } = demo.running.sites[0]!.database
  const sizes = await db
    .selectFrom('files_files')
    .select('size')
    .where('name', 'in', ['auk.jpg', 'teine.jpg'])
    .execute()
  expect(sizes.map(({ size }) => size < buffer.length / 2)).toEqual([true, true])

  // The next one who stands there sees a picture of it.
  for (const delivery of demo.running.deliveries) await delivery.settle(60_000)
  const near = async () => {
    const answer = await page.request.get('/teated/laheduses.json?point=59.42844,24.94862&teema=bussipeatus')
    const { reports } = (await answer.json()) as { reports: { picture: string | null }[] }
    return reports[0]!.picture
  }
  await expect.poll(near, { timeout: 20_000 }).toMatch(/^\/failid\//)
  expect((await page.request.get((await near())!)).headers()['content-type']).toMatch(/^image\//)
  expect(complaints).toEqual([])
  await close()
})

it('without script nothing is missing: the list, the fields and no empty map', { timeout: 60_000 }, async () => {
  const { page, open, complaints, close } = await demo.visit({ script: false, viewport: narrow })
  await open('/teated')
  expect(await page.locator('reports-map').isVisible()).toBe(false)
  expect(await page.locator('main ul.ruled li').count()).toBeGreaterThan(5)
  await open('/teated/uus')
  expect(await page.locator('place-picker').isVisible()).toBe(false)
  await page.getByLabel('Teema').selectOption('bussipeatus')
  await page.getByLabel('Kirjelda mõne lausega').fill('Auk.')
  await page.getByLabel('Koordinaadid').fill('59.43550, 24.95120')
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.waitForURL(/\/teated\/oma\//)
  expect(await page.textContent('main')).toContain('Loo alevik')
  expect(complaints).toEqual([])
  await close()
})

it('a device that cannot draw says so and keeps the rest', { timeout: 60_000 }, async () => {
  const { page, complaints, close } = await demo.visit({ viewport: narrow })
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.goto('/teated')
  await page.getByText('See seade ei oska kaarti näidata. Kõik teated on ka loendis.').waitFor()
  expect(await page.locator('.map-frame').count()).toBe(0)
  await page.goto('/teated/uus')
  await page.getByRole('button', { name: 'Vali kaardil' }).click()
  await page.getByText('See seade ei oska kaarti näidata. Kirjuta koht sõnadega või vali küla.').waitFor()
  expect(complaints).toEqual([])
  await close()
})
