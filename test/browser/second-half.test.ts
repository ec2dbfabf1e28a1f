import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})
const narrow = { width: 390, height: 844 }

describe.each(scriptModes)('a resident %s', (_, script) => {
  it('finds a promise by other letters and another form of the word', async () => {
    const { page, check, close, complaints } = await demo.visit({ script, viewport: narrow })
    await page.goto('/')
    await page.getByRole('searchbox', { name: 'Otsi vallast' }).fill('kulavanematele')
    await page.getByRole('searchbox', { name: 'Otsi vallast' }).press('Enter')
    await page.waitForURL('**/otsing?q=kulavanematele')
    await check('found')
    expect(await page.locator('main mark').count()).toBeGreaterThan(0)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByText('Kitsenda').click()
    await page.getByLabel('Tegevuskava lubadused').check()
    await page.locator('main').getByRole('button', { name: 'Otsi' }).click()
    await page.waitForURL('**liik=plan.commitment**')
    await page.locator('main ol a').first().click()
    await page.waitForURL('**/tegevuskava/*.*')
    expect(complaints).toEqual([])
    await close()
  })

  it('asks, is told, reads the notice, takes their data along and has it deleted', async () => {
    const { page, signIn, check, close } = await demo.visit({ script, viewport: narrow })
    await signIn(demo.resident(script ? 1 : 3), '/jalgimised?leht=/tegevuskava/1.8')
    await check('follow')
    await page.locator('main form button').first().click()
    await page.goto('/tegevuskava/1.8')
    await page.getByLabel('Sinu küsimus').fill('Kas Kostivere tee saab selleks talveks valgustuse?')
    await page
      .getByRole('button', { name: /küsi|saada/iu })
      .last()
      .click()
    await page.goto('/minu')
    await check('my page')
    expect(await page.getByText('Küsimus tegevuskava kohta: 1.8').count()).toBe(1)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await expect
      .poll(
        async () => {
          await page.goto('/minu/teated')
          return page.locator('main').innerText()
        },
        { timeout: 15_000, interval: 500 },
      )
      .toContain('1.8')
    await check('inbox')
    await page.goto('/minu/teavitused')
    await check('preferences')
    await page.goto('/minu/andmed')
    await check('my data')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Laadi alla/u }).click(),
    ])
    expect(download.suggestedFilename()).toBe('minu-andmed.zip')
    await page.getByRole('button', { name: 'Kustuta minu andmed' }).click()
    await page.locator('#error-summary').waitFor()
    await check('deletion without a yes')
    await page.getByLabel('Saan aru ja soovin oma andmed kustutada').check()
    await page.getByRole('button', { name: 'Kustuta minu andmed' }).click()
    await page.getByRole('heading', { name: 'Sinu andmed on kustutatud' }).waitFor()
    await check('forgotten')
    await page.goto('/minu')
    expect(page.url()).toContain('/dev/tara')
    await close()
  })

  it('without an account follows by mail: a confirm letter, a button, a letter, one click to stop', async () => {
    const { page, check, close } = await demo.visit({ script, viewport: narrow })
    const address = `follower-${script ? 'a' : 'b'}@example.ee`
    await page.goto('/jalgimised?leht=/tegevuskava/1.3')
    await page.getByLabel('Meiliaadress').fill(address)
    await page.locator('main form button').first().click()
    const letter = async (words: RegExp) => {
      const mails = (await (await page.request.get('/dev/mail.json')).json()) as { to: string; text: string }[]
      return mails.find(({ to, text }) => to === address && words.test(text))?.text
    }
    await expect.poll(() => letter(/kinnitus/u), { timeout: 15_000 }).toBeDefined()
    const confirm = /http\S+\/jalgimised\/kinnitus\/[\w.-]+/u.exec((await letter(/kinnitus/u))!)![0]
    await page.goto(new URL(confirm).pathname)
    await check('confirm')
    await page.locator('main form button').first().click()
    await page.waitForURL('**/kinnitatud**')
    await check('confirmed')
    await close()
  })
})

describe('an official', () => {
  it('sees what changed in their care, as each of their roles', async () => {
    const { page, signIn, check, close } = await demo.visit()
    await signIn(demo.personWith('Arendusnõunik'), '/too')
    await check('workspace')
    await page.getByRole('link', { name: 'Tegevuskava koordinaator' }).click()
    await page.waitForURL('**/too?roll=planCoordinator')
    await check('workspace in one role')
    expect(await page.getByRole('heading', { name: 'Viimased muutused' }).count()).toBe(1)
    await page.setViewportSize(narrow)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close()
  })

  it('looks after the machine: work, letters, files, keys', async () => {
    const { page, signIn, check, close } = await demo.visit()
    await signIn(demo.personWith('IT-juht'), '/too/toimimine')
    await check('operations')
    for (const path of ['/too/kirjad', '/too/failid', '/too/andmevotmed']) {
      await page.goto(path)
      await check(path)
    }
    await page.getByLabel('Kelle või mille jaoks').fill('Vallaleht')
    await page.getByRole('button', { name: 'Tee võti' }).click()
    await page.getByText('Võti on tehtud').waitFor()
    await check('a key was made')
    expect(await page.locator('code.hash').innerText()).toMatch(/^avk_/u)
    await page.setViewportSize(narrow)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close()
  })
})

it('an open page says by itself that something changed', async () => {
  const { page, close } = await demo.visit()
  await page.goto('/logi')
  expect(await page.locator('live-changes').isVisible()).toBe(false)
  const other = await demo.visit()
  await other.signIn(demo.resident(2), '/tegevuskava/1.8')
  await other.page.getByLabel('Sinu küsimus').fill('Millal saab Loo kooli juurde ülekäiguraja?')
  await other.page
    .getByRole('button', { name: /küsi|saada/iu })
    .last()
    .click()
  await page.locator('live-changes').getByText('Vahepeal muutus siin midagi').waitFor({ timeout: 10_000 })
  await page.getByRole('link', { name: 'Näita' }).click()
  expect(await page.locator('live-changes').isVisible()).toBe(false)
  await other.close()
  await close()
})
