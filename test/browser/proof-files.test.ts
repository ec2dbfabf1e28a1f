import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1200">
  <rect width="2000" height="1200" fill="#9cb"/><circle cx="1000" cy="600" r="400" fill="#364"/></svg>`
const narrow = { width: 390, height: 844 }

describe.each(scriptModes)('a photo as proof, %s', (_name, script) => {
  const title = `Ümarlaud ${script}`

  it('goes from the official through the check and the second official to everybody', { timeout: 90_000 }, async () => {
    const photo = await sharp(Buffer.from(drawing)).jpeg().toBuffer()
    const owner = await demo.visit({ script, viewport: narrow })
    await owner.signIn(demo.personWith('Kommunikatsioonispetsialist'), '/too/tegevuskava/1.3')
    const { page } = owner
    await page.fill('input[name="title.et"]', title)
    await page.fill('input[name=occurredOn]', '2026-11-05')
    await page.setInputFiles('input[name=proof]', { name: 'mõis.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.click('text=Saada kinnitamiseks')
    expect(await page.textContent('#field-proofDescription-error')).toContain('Kirjuta, mis pildil näha on.')
    expect(await page.inputValue('input[name="title.et"]')).toBe(title)
    await owner.check('/too/tegevuskava/1.3/toendid')
    expect(await overflow(page)).toBe(0)
    await page.setInputFiles('input[name=proof]', { name: 'mõis.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.fill('input[name=proofDescription]', 'Inimesed laua ümber')
    await page.click('text=Saada kinnitamiseks')
    await vi.waitFor(
      async () => {
        await page.goto('/too/tegevuskava/1.3')
        expect(await page.getByAltText('Inimesed laua ümber').count()).toBeGreaterThan(0)
      },
      { timeout: 30_000, interval: 500 },
    )

    const second = await demo.visit({ script })
    await second.signIn(demo.personWith('Arendusnõunik'), '/too/tegevuskava')
    await second.page.locator('#kinnitamine li', { hasText: title }).getByRole('button').click()

    const visitor = await demo.visit({ script, viewport: narrow })
    await visitor.open('/tegevuskava/1.3')
    const row = visitor.page.locator('tr', { hasText: title })
    expect(
      await row.locator('img').evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(640)
    await row.getByRole('link', { name: 'mõis.jpg' }).click()
    await visitor.check('/failid/')
    expect(await overflow(visitor.page)).toBe(0)
    const address = new URL(visitor.page.url()).pathname
    for (const language of ['en', 'ru']) expect((await visitor.page.goto(`/${language}${address}`))?.status()).toBe(200)
    expect(visitor.complaints).toEqual([])
    for (const visit of [owner, second, visitor]) await visit.close()
  })
})

it('an administrator sees what was refused', { timeout: 60_000 }, async () => {
  const [site] = demo.running.sites
  const resident = demo.resident()
  const code_index = site!.keys.index(`EE${resident.personalCode}`)
  const granted = { code_index, role: 'administrator', granted_at: new Date() }
  await site!.database.db.insertInto('people_granted_roles').values(granted).execute()
  const cut = { name: 'katki.jpg', mimeType: 'image/jpeg' }
  const whole = await sharp(Buffer.from(drawing)).jpeg().toBuffer()
  const owner = await demo.visit()
  await owner.signIn(demo.personWith('Kommunikatsioonispetsialist'), '/too/tegevuskava/1.3')
  await owner.page.fill('input[name="title.et"]', 'Katkine foto')
  await owner.page.fill('input[name=occurredOn]', '2026-11-05')
  await owner.page.setInputFiles('input[name=proof]', { ...cut, buffer: whole.subarray(0, 4000) })
  await owner.page.fill('input[name=proofDescription]', 'Katkine')
  await owner.page.click('text=Saada kinnitamiseks')

  const { page, signIn, check, close } = await demo.visit({ viewport: narrow })
  await signIn(resident, '/too/failid')
  await vi.waitFor(
    async () => {
      await page.goto('/too/failid')
      expect(await page.textContent('main')).toContain('Pilti ei õnnestu avada')
    },
    { timeout: 30_000, interval: 500 },
  )
  await check('/too/failid')
  expect(await overflow(page)).toBe(0)
  await page.getByRole('link', { name: 'katki.jpg' }).click()
  await check('/failid/refused')
  await close()
  await owner.close()
})
