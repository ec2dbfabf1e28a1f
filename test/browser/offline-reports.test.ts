import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { openDemo, overflow, type Demo, type Visit } from './chromium.ts'

let demo: Demo
let photo: { name: string; mimeType: string; buffer: Buffer }
beforeAll(async () => {
  demo = await openDemo()
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const
  const buffer = await sharp({ create: { width: 2600, height: 1800, channels: 3, background: '#676', noise } })
    .jpeg()
    .toBuffer()
  photo = { name: 'auk.jpg', mimeType: 'image/jpeg', buffer }
})
const narrow = { width: 390, height: 844 }
const db = () => demo.running.sites[0]!.database.db

/** The form's pages are on the device once the worker has asked for them. */
async function waitForWorker({ page }: Visit, path = '/uhenduseta') {
  const isKept = () =>
    page.evaluate(async (wanted) => {
      const isThere = (await caches.match(wanted)) !== undefined
      return isThere && navigator.serviceWorker.controller !== null
    }, path)
  await expect.poll(isKept, { timeout: 15_000 }).toBe(true)
}

async function fill({ page }: Visit, words: string, category = 'bussipeatus') {
  await page.getByLabel('Teema').selectOption(category)
  await page.getByLabel('Kirjelda mõne lausega').fill(words)
  await page.getByLabel('Küla või alevik').selectOption({ label: 'Loo alevik' })
  await page.getByLabel('Koht sõnadega').fill('peatuse ees')
}

const sentWith = (words: string) => db().selectFrom('reports_reports').selectAll().where('words', '=', words).execute()
const picturesOf = (id: string) =>
  db().selectFrom('files_files').select('name').where('attached_to', '=', `report:${id}`).execute()
const shot = (page: Visit['page'], name: string) =>
  process.env.SHOTS === undefined
    ? undefined
    : page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })

it('a report written in the rain waits on the phone and arrives once', { timeout: 120_000 }, async () => {
  const me = await demo.visit({ viewport: narrow })
  const { page, context } = me
  await page.goto('/teated/uus')
  await me.check('the report form with script')
  await waitForWorker(me)
  await context.setOffline(true)

  await page.goto('/teated/uus?teema=bussipeatus')
  await page.getByText('Ühendust ei ole. Täida vorm').waitFor()
  expect(await page.locator('[name=idempotencyKey]').inputValue()).toMatch(/^[0-9a-f-]{36}$/)
  await fill(me, 'Klaas on vihmas katki')
  await page.getByLabel('Lisa pilte').setInputFiles([photo, { ...photo, name: 'teine.jpg' }])
  await page
    .getByText(/^Pilt tehti väiksemaks/)
    .nth(1)
    .waitFor()
  await page.getByRole('button', { name: 'Eemalda pilt 2' }).click()
  await page.getByText('Pilt 1: auk.jpg').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shot(page, 'offline-form')
  await me.check('the report form without a line')
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.getByRole('heading', { name: 'Teade ootab ühendust' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-instead'))).toBe(true)
  await shot(page, 'waiting')
  await me.check('a report that waits')

  await page.goto('/teated/seadmes')
  await page.getByText('Ootab saatmist').waitFor()
  expect(await page.locator('main').innerText()).toContain('Pilte: 1')
  await shot(page, 'device-waiting')
  await me.check('the reports of the device, waiting')
  await page.getByRole('button', { name: /^Saada kohe/ }).click()
  await page.getByText('Ühendust valla lehega ei ole. Teade ootab edasi.').waitFor()
  await page.goto('/asulad')
  await page.getByRole('heading', { name: 'Ühendust ei ole' }).waitFor()
  await shot(page, 'offline-page')
  await me.check('the page without a line')
  await page.goto('/teated/seadmes')
  expect(await sentWith('Klaas on vihmas katki')).toEqual([])

  await context.setOffline(false)
  await page
    .getByText(/^Teade \d+ on vallas/)
    .first()
    .waitFor({ timeout: 20_000 })
  await shot(page, 'device-sent')
  await me.check('the reports of the device, sent')
  const [report, ...others] = await sentWith('Klaas on vihmas katki')
  expect([others, report!.channel, report!.sent_at === null]).toEqual([[], 'app', false])
  expect(await picturesOf(report!.id)).toEqual([{ name: 'auk.jpg' }])
  await page.getByRole('link', { name: /^Jälgi oma teadet/ }).click()
  await page.waitForURL('**/teated/oma/**')
  expect(await page.locator('main').innerText()).toContain('Klaas on vihmas katki')
  expect(me.complaints.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  await me.close()
})

it('a line that breaks while sending, and a server that is busy, lose nothing', { timeout: 60_000 }, async () => {
  const me = await demo.visit({ viewport: narrow, serviceWorkers: 'block' })
  const { page } = me
  await page.goto('/teated/uus')
  await fill(me, 'Saadetud katkenud liiniga')
  let tries = 0
  await page.route('**/teated/uus', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    tries += 1
    if (tries > 1) return route.fulfill({ status: 503, headers: { 'Retry-After': '60' }, body: 'kinni' })
    // It arrives, and its answer does not.
    await route.fetch()
    return route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.getByRole('heading', { name: 'Teade ootab ühendust' }).waitFor()
  await page.getByRole('link', { name: 'Sinu teated selles seadmes' }).first().click()
  await page.waitForURL('**/teated/seadmes')
  await page.unroute('**/teated/uus')
  const sendNow = page.getByRole('button', { name: /^Saada kohe/ })
  await Promise.race([
    sendNow.click().catch(() => undefined),
    page
      .getByText(/^Teade \d+ on vallas/)
      .first()
      .waitFor(),
  ])
  await page
    .getByText(/^Teade \d+ on vallas/)
    .first()
    .waitFor()
  expect(await sentWith('Saadetud katkenud liiniga')).toHaveLength(1)
  await me.close()
})

it('what the municipality refuses is opened again with everything in it', { timeout: 90_000 }, async () => {
  const me = await demo.visit({ viewport: narrow })
  const { page, context } = me
  await page.goto('/teated/uus')
  await waitForWorker(me)
  await context.setOffline(true)
  await page.goto('/teated/uus')
  await fill(me, 'Lamp vilgub', 'tanavavalgustus')
  await page.getByText('Mis valgustiga on?', { exact: true }).waitFor()
  // The questions' own script came from the device too.
  await expect.poll(() => page.locator('form [data-without-script]').count()).toBe(0)
  await page.getByLabel('Koordinaadid').fill('58.3, 26.7')
  await page.getByLabel('Lisa pilte').setInputFiles(photo)
  await page.locator('.photo-note', { hasText: 'Pilt tehti väiksemaks' }).waitFor()
  await page.getByRole('button', { name: 'Hoia mustandina' }).click()
  await page.getByText('Mustand on selles seadmes alles.').waitFor()
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.getByRole('heading', { name: 'Teade ootab ühendust' }).waitFor()
  await context.setOffline(false)
  await page.getByRole('heading', { name: 'Vajab parandamist' }).waitFor({ timeout: 20_000 })
  await shot(page, 'refused')
  await page.getByRole('link', { name: 'Sinu teated selles seadmes' }).first().click()
  await page.getByText('Vajab parandamist').waitFor()
  await shot(page, 'device-failed')
  await me.check('the reports of the device, one to correct')
  await page.getByRole('link', { name: /^Ava: / }).click()
  await page.locator('[data-error-summary]').waitFor()
  expect(await page.getByLabel('Kirjelda mõne lausega').inputValue()).toBe('Lamp vilgub')
  await page.getByText('Pilt 1: auk.jpg').waitFor()
  await shot(page, 'opened-again')
  await me.check('a refused report, opened again')
  await page.locator('[name="k.mis-viga"][value="ei-pole"]').check()
  await page.getByLabel('Koordinaadid').fill('')
  await page.getByLabel('Küla või alevik').selectOption({ label: 'Loo alevik' })
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.waitForURL('**/teated/oma/**')
  const [report] = await sentWith('Lamp vilgub')
  expect(await picturesOf(report!.id)).toHaveLength(1)
  await page.goto('/teated/seadmes')
  await page.getByText('Selles seadmes ei ole ühtegi teadet.').waitFor()
  await shot(page, 'device-empty')
  await me.close()
})

it('with a line, faults are shown on the page and nothing typed or chosen is lost', { timeout: 60_000 }, async () => {
  const me = await demo.visit()
  const { page } = me
  await page.goto('/teated/uus')
  await page.getByLabel('Lisa pilte').setInputFiles(photo)
  await page.locator('.photo-note', { hasText: 'Pilt tehti väiksemaks' }).waitFor()
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.locator('[data-error-summary]').waitFor()
  expect(await page.locator('.field-error').count()).toBe(3)
  expect(await page.title()).toMatch(/^Viga: /)
  await shot(page, 'faults-wide')
  await me.check('the report form with faults, shown by script')
  await fill(me, 'Nüüd on kõik olemas')
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.waitForURL('**/teated/oma/**')
  expect(await picturesOf((await sentWith('Nüüd on kõik olemas'))[0]!.id)).toHaveLength(1)
  await page.goto('/teated/seadmes')
  await page.getByText('Selles seadmes ei ole ühtegi teadet.').waitFor()
  expect(me.complaints.filter((line) => !line.includes('422'))).toEqual([])
  await me.close()
})

it('nothing is sent in another’s name, nor shown to the next one at the device', { timeout: 90_000 }, async () => {
  const me = await demo.visit({ viewport: narrow })
  const { page, context } = me
  await me.signIn(demo.resident(), '/teated/uus')
  await fill(me, 'Kirjutatud sisse logituna')
  await waitForWorker(me)
  expect(
    await page.evaluate(async () => (await (await caches.match('/teated/uus'))!.text()).includes('Logi välja')),
  ).toBe(false)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.getByRole('heading', { name: 'Teade ootab ühendust' }).waitFor()
  await context.clearCookies()
  await context.setOffline(false)
  await page.getByRole('heading', { name: 'Vajab sinu otsust' }).waitFor({ timeout: 20_000 })
  await shot(page, 'other-account')
  await me.check('a report of an account that has left')
  expect(await sentWith('Kirjutatud sisse logituna')).toEqual([])
  await page.getByRole('link', { name: 'Ava', exact: true }).click()
  await page.locator('[data-error-summary]').waitFor()
  await page.getByLabel('E-posti aadress').fill('keegi@naidis.example')
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.waitForURL('**/teated/oma/**')
  const [report] = await sentWith('Kirjutatud sisse logituna')
  expect([report!.reporter_person, report!.reporter_email]).toEqual([null, 'keegi@naidis.example'])
  await me.close()
})

it(
  'after the page is closed it goes from whatever is opened next; signing out takes the links along',
  {
    timeout: 90_000,
  },
  async () => {
    const me = await demo.visit({ viewport: narrow })
    const { context } = me
    await me.signIn(demo.resident(1))
    await me.page.goto('/ru/teated/uus')
    await waitForWorker(me, '/ru/uhenduseta')
    await context.setOffline(true)
    await me.page.getByLabel('Тема').selectOption('bussipeatus')
    await me.page.getByLabel('Опишите в нескольких предложениях').fill('Стекло разбито')
    await me.page.getByLabel('Место словами').fill('у остановки')
    await me.page.getByRole('button', { name: 'Отправить сообщение' }).click()
    await me.page.getByRole('heading', { name: 'Сообщение ждёт связи' }).waitFor()
    await me.page.close()
    const page = await context.newPage()
    await page.goto('/ru/teated/uus').catch(() => undefined)
    await page.getByText('Связи нет. Спокойно заполните форму').waitFor()
    await shot(page, 'offline-form-ru')
    await page.goto('about:blank')
    await context.setOffline(false)
    await page.goto('/asulad')
    await expect.poll(async () => (await sentWith('Стекло разбито')).length, { timeout: 20_000 }).toBe(1)
    await page.goto('/ru/teated/seadmes')
    await page.getByText(/^Сообщение \d+ получено волостью/).waitFor()
    await page
      .locator('form[action$="/logout"]')
      .first()
      .evaluate((form: HTMLFormElement) => form.requestSubmit())
    await page.waitForURL('**/ru')
    await page.goto('/ru/teated/seadmes')
    await page.getByText('На этом устройстве нет сообщений.').waitFor()
    await me.close()
  },
)

it('the form stays light, and the worker comes after it', { timeout: 60_000 }, async () => {
  const { page, close } = await demo.visit({ viewport: narrow, serviceWorkers: 'block' })
  let transferred = 0
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (transferred += encodedDataLength))
  await page.goto('/teated/uus')
  await page.waitForLoadState('networkidle')
  expect(transferred).toBeLessThan(80_000)
  await close()
})

it('without script the form is the ordinary one, and the page of the device says what it needs', async () => {
  const me = await demo.visit({ script: false, viewport: narrow })
  const { page } = me
  await me.open('/teated/uus')
  expect(await page.getByRole('button', { name: 'Hoia mustandina' }).isVisible()).toBe(false)
  expect(await page.getByLabel('Pilt 2').isVisible()).toBe(false)
  await page.getByText('Lisa veel pilte').click()
  await page.getByLabel('Pilt 5').setInputFiles(photo)
  await page.getByLabel('Pilt 2').setInputFiles({ ...photo, name: 'teine.jpg' })
  await fill(me, 'Kaks pilti skriptita')
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.waitForURL('**/teated/oma/**')
  const pictures = await picturesOf((await sentWith('Kaks pilti skriptita'))[0]!.id)
  expect(pictures.map(({ name }) => name).toSorted()).toEqual(['auk.jpg', 'teine.jpg'])
  await me.open('/teated/seadmes')
  await page.getByText('peab brauseris olema JavaScript lubatud').waitFor()
  expect(me.complaints).toEqual([])
  await me.close()
})
