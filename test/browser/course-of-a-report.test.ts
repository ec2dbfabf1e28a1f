import sharp from 'sharp'
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, expect, it } from 'vitest'
import { openDemo, type Demo, type Visit } from './chromium.ts'

let demo: Demo
const pictures: { name: string; mimeType: string; buffer: Buffer }[] = []
beforeAll(async () => {
  demo = await openDemo()
  for (const [name, background] of [
    ['enne.jpg', '#555'],
    ['parast.jpg', '#9a9'],
  ] as const) {
    const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const
    const buffer = await sharp({ create: { width: 1600, height: 1200, channels: 3, background, noise } })
      .jpeg()
      .toBuffer()
    pictures.push({ name, mimeType: 'image/jpeg', buffer })
  }
})
const narrow = { width: 390, height: 844 }
const words = 'Bussiootepaviljoni klaas on katki ja killud maas'
const sender = 'saatja@naidis.example'
const follower = 'jalgija@naidis.example'

const db = () => demo.running.sites[0]!.database.db
const lettersTo = async (address: string): Promise<string[]> => {
  const mails = (await (await fetch(`${demo.origin}/dev/mail.json`)).json()) as { to: string; subject: string }[]
  return mails.filter(({ to }) => to === address).map(({ subject }) => subject)
}

/** The form is on the phone; the line goes, the report is written, the line comes back. */
async function reportWithoutLine(me: Visit): Promise<number> {
  const { page, context } = me
  await page.goto('/teated/uus')
  const isKept = () =>
    page.evaluate(async () => {
      const isThere = (await caches.match('/uhenduseta')) !== undefined
      return isThere && navigator.serviceWorker.controller !== null
    })
  await expect.poll(isKept, { timeout: 15_000 }).toBe(true)
  await context.setOffline(true)
  await page.goto('/teated/uus')
  await page.getByLabel('Teema').selectOption('bussipeatus')
  await page.getByLabel('Kirjelda mõne lausega').fill(words)
  await page.getByLabel('Küla või alevik').selectOption({ label: 'Loo alevik' })
  await page.getByLabel('E-posti aadress').fill(sender)
  await page.getByLabel('Lisa pilte').setInputFiles([pictures[0]!])
  await page.getByText('Pilt 1: enne.jpg').waitFor()
  await page.getByRole('button', { name: 'Saada teade' }).click()
  await page.getByRole('heading', { name: 'Teade ootab ühendust' }).waitFor()
  await context.setOffline(false)
  await page.goto('/teated/seadmes')
  const sent = () => db().selectFrom('reports_reports').select('number').where('words', '=', words).execute()
  await expect.poll(async () => (await sent()).length, { timeout: 30_000 }).toBe(1)
  await page.goto(await demo.letterLink(sender, '/teated/kinnitus/'))
  await page.getByRole('button', { name: 'Kinnita teade' }).click()
  await page.getByText('Aitäh! Teade on vallas.').waitFor()
  return Number((await sent())[0]!.number)
}

/** A client that knows GeoReport v2 alone. */
async function readByProgram(number: number): Promise<{ status: string; notes: string; pictures: boolean }> {
  const base = `${demo.origin}/api/open311/v2/requests/${number}`
  const [json] = (await (await fetch(`${base}.json`)).json()) as Record<string, string | null>[]
  const xml = new XMLParser({ parseTagValue: false }).parse(await (await fetch(`${base}.xml`)).text()) as {
    service_requests: { request: Record<string, string> }
  }
  const { request } = xml.service_requests
  for (const field of ['service_request_id', 'status', 'status_notes', 'description', 'address']) {
    expect(request[field], field).toBe(json![field])
  }
  return { status: json!.status!, notes: json!.status_notes!, pictures: json!.media_url !== null }
}

it('from a phone in the rain to fixed, and open again', { timeout: 240_000 }, async () => {
  const me = await demo.visit({ viewport: narrow })
  const number = await reportWithoutLine(me)

  // Two others follow: one with an account, one by mail alone.
  const neighbour = await demo.visit()
  await neighbour.signIn(demo.resident(0), `/jalgimised?leht=${encodeURIComponent(`/teated/${number}`)}`)
  await neighbour.page.locator('[name=how][value=at-once]').check()
  await neighbour.page.locator('main form button').first().click()
  const reader = await demo.visit()
  await reader.page.goto(`/jalgimised?leht=${encodeURIComponent(`/teated/${number}`)}`)
  await reader.page.getByLabel('Meiliaadress').fill(follower)
  await reader.page.locator('[name=how][value=at-once]').check()
  await reader.page.locator('main form button').first().click()
  await reader.page.goto(await demo.letterLink(follower, '/jalgimised/kinnitus/'))
  await reader.page.locator('main form button').first().click()
  await reader.page.waitForURL('**/kinnitatud**')

  const program = await readByProgram(number)
  expect(program.status).toBe('open')

  // The clerk gives the work away.
  const clerk = await demo.visit()
  await clerk.signIn(demo.personWith('Teedespetsialist'), `/too/teated/${number}`)
  await clerk.page.getByText('Anna töövõtjale').click()
  await clerk.page.getByLabel(/^Töövõtja/).selectOption({ index: 1 })
  await clerk.page.getByLabel('Tellija juhis').fill('Killud esimesena.')
  await clerk.page.locator(`form[action$="/${number}/toovotja"]`).getByRole('button', { name: 'Salvesta' }).click()
  await clerk.page.getByText('Töö on tellitud').first().waitFor()

  // The contractor, on a phone, sees it, and nothing of who sent it.
  const contractor = await demo.visit({ viewport: narrow })
  await contractor.signIn(demo.personWith('Töövõtja: Näidis-Teehooldus OÜ'), '/too/teated/minu')
  await contractor.check('the works of a contractor')
  const work = contractor.page.getByRole('article').filter({ hasText: words })
  expect(await work.innerText()).toContain('Killud esimesena.')
  expect(await contractor.page.content()).not.toContain(sender)
  await work.getByRole('button', { name: 'Alustasin' }).click()
  await work.getByRole('link', { name: 'Tehtud' }).click()
  await contractor.check('a work that is done')
  await contractor.page.getByLabel('Mida tegid').fill('Uus klaas on ees.')
  await contractor.page.getByLabel('Maksumus eurodes').fill('120,50')
  await contractor.page.locator('input[type=file]').first().setInputFiles([pictures[1]!])
  await contractor.page.getByRole('button', { name: 'Märgi tehtuks' }).click()
  await contractor.page.waitForURL('**/too/teated/minu')

  // Everybody who waited hears of it, and everybody may read it.
  await expect.poll(async () => (await lettersTo(sender)).join(), { timeout: 20_000 }).toMatch(/Korras|korras/)
  await expect.poll(async () => (await lettersTo(follower)).length, { timeout: 30_000 }).toBeGreaterThan(1)
  await neighbour.page.goto('/minu/teated')
  expect(await neighbour.page.locator('main').innerText()).toMatch(new RegExp(`eate(le)? ${number}`))
  await reader.page.goto(`/teated/${number}`)
  await reader.check('a report that was mended, with its cost')
  const page = await reader.page.locator('main').innerText()
  for (const part of ['Uus klaas on ees.', '120,50', 'Enne', 'Pärast']) expect(page).toContain(part)
  await expect.poll(async () => (await readByProgram(number)).pictures, { timeout: 20_000 }).toBe(true)
  expect((await readByProgram(number)).status).toBe('closed')

  // The promise counts it.
  await reader.page.goto('/tegevuskava/1.8')
  const proof = reader.page.locator('#toendid')
  await proof
    .getByRole('link', { name: /Bussipeatus/ })
    .first()
    .waitFor()
  expect(await proof.innerHTML()).toContain(`/teated/${number}`)
  expect(await reader.page.locator('#kuidas-me-teame').innerText()).toContain('Pooled korda tehtud')

  // Three neighbours find it broken.
  for (const nth of [1, 2, 3]) {
    const doubter = await demo.visit()
    await doubter.signIn(demo.resident(nth), `/teated/${number}/alles`)
    await doubter.check('a fix that is doubted')
    await doubter.page.getByRole('button', { name: 'Viga on alles' }).click()
    await doubter.close()
  }
  await reader.page.goto(`/teated/${number}`)
  expect(await reader.page.locator('main').innerText()).toContain('Avati uuesti')
  expect((await readByProgram(number)).status).toBe('open')
  for (const one of [me, neighbour, reader, clerk, contractor]) {
    expect(one.complaints.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    await one.close()
  }
})
