import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo } from './chromium.ts'

const document = resolve('src/modules/plan/document/fixtures/tegevuskava.txt')
let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

describe.each(scriptModes)('the coordinator leads the plan %s', (_, script) => {
  it('reads in the document, saves it, opens its discussion, and a resident comments', async () => {
    const desk = await demo.visit({ script })
    const { page } = desk
    await desk.signIn(demo.personWith('Arendusnõunik'), '/too/tegevuskava')
    await desk.check('/too/tegevuskava')
    await page.getByLabel('Dokument').setInputFiles(document)
    await page.getByRole('button', { name: 'Loe dokument' }).click()
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/u)
    await desk.check('import preview')
    expect(await page.getByText('Leiti 6 peatükki ja 37 tegevust').count()).toBe(1)
    expect(await page.locator('#loetud tbody tr').count()).toBe(37)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: 'Salvesta kavandina' }).first().click()
    await page.waitForURL(/\/versioonid\/\d+$/u)
    await desk.check('draft')
    const version = /\d+$/u.exec(page.url())![0]

    const stranger = await demo.visit({ script })
    expect((await stranger.page.goto(`/tegevuskava/versioonid/${version}`))?.status()).toBe(404)

    await page.getByRole('link', { name: 'Mis muutub' }).click()
    await page.waitForURL(`**/versioonid/${version}/muudatused`)
    await desk.check('difference of an imported plan')
    expect(await page.locator('main ins, main del').count()).toBeGreaterThan(0)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1280, height: 900 })

    await page.goto(`/too/tegevuskava/versioonid/${version}`)
    await page.getByText('Pane avalikule arutelule').click()
    await page.getByRole('button', { name: 'Ava arutelu' }).click()
    await page.getByText('Lõpeta arutelu ja jätka koostamist').waitFor()
    await desk.check('draft under discussion')

    const me = await demo.visit({ script })
    await me.open('/tegevuskava')
    await me.page.getByRole('link', { name: 'Loe ja kommenteeri' }).click()
    await me.page.waitForURL(`**/versioonid/${version}`)
    await me.check('version under discussion')
    await me.page.goto(`/tegevuskava/versioonid/${version}/1.2`)
    await me.check('promise under discussion')
    await me.page
      .getByRole('link', { name: /logi sisse/iu })
      .last()
      .click()
    await me.page.getByLabel('Isik', { exact: true }).selectOption(demo.resident(2).personalCode)
    await me.page.getByRole('button', { name: 'Logi sisse' }).click()
    await me.page.waitForURL(`**/versioonid/${version}/1.2**`)
    const comment = `Palun avaldage ka puudumise põhjus (${version}).`
    await me.page.getByLabel('Sinu kommentaar').fill(comment)
    await me.page.getByRole('button', { name: /kommentaar/iu }).click()
    await me.page.waitForURL(/#kommentaarid$/u)
    await me.check('commented promise')
    await stranger.page.goto(`/tegevuskava/versioonid/${version}/1.2`)
    expect(await stranger.page.getByText(comment).count()).toBe(1)

    await page.goto('/too/tegevuskava')
    await page.locator('#vastamine li', { hasText: comment }).getByRole('link', { name: 'Vasta' }).click()
    await desk.check('answer page')
    await page.getByLabel('Vastus (eesti keeles)').fill('Aitäh, võtame arvesse.')
    await page.getByRole('button', { name: 'Avalda vastus' }).click()
    await stranger.page.reload()
    expect(await stranger.page.getByText('Aitäh, võtame arvesse.').count()).toBe(1)

    await page.goto(`/too/tegevuskava/versioonid/${version}`)
    await page.getByText('Võta versioon tagasi', { exact: true }).click()
    await page.getByRole('button', { name: 'Võta tagasi' }).click()
    await page.getByText('Järgmised sammud').waitFor()
    await stranger.page.reload()
    await stranger.page.getByText('vald võttis selle tagasi').waitFor()
    await stranger.check('withdrawn version')
    for (const one of [desk, stranger, me]) {
      expect(one.complaints.filter((line) => !line.includes('404'))).toEqual([])
      await one.close()
    }
  })

  it('is told plainly that a wrong file is no plan', async () => {
    const { page, signIn, check, close } = await demo.visit({ script })
    await signIn(demo.personWith('Arendusnõunik'), '/too/tegevuskava')
    const file = { name: 'kutse.txt', mimeType: 'text/plain', buffer: Buffer.from('Tere tulemast külapäevale!\n') }
    await page.getByLabel('Dokument').setInputFiles(file)
    await page.getByRole('button', { name: 'Loe dokument' }).click()
    await page.getByText('Kontrolli ankeeti').waitFor()
    await check('refused document')
    await close()
  })
})

describe.each(scriptModes)('the registrar keeps the bodies %s', (_, script) => {
  it('adds a member and ends the membership, and the page of the body shows both', async () => {
    const { page, complaints, signIn, check, close } = await demo.visit({ script })
    const name = script ? 'Vello Aavik' : 'Triin Koitla'
    const stranger = await demo.visit({ script })
    await signIn(demo.personWith('Vallasekretär'), '/too/kogud')
    await check('/too/kogud')
    await page.getByRole('link', { name: 'Arengukava töörühm', exact: true }).click()
    await check('a body at work')
    const body = page.url()
    const publicPath = (await page.getByRole('link', { name: /^\/kogud\// }).textContent())!
    await page.getByRole('link', { name: 'Lisa liige' }).click()
    await check('new member')
    await page.getByRole('searchbox', { name: 'Nimi' }).fill(name)
    await page.locator('main').getByRole('button', { name: 'Otsi' }).click()
    await page.getByRole('link', { name: `Vali: ${name}` }).click()
    await page.getByLabel('Alates').fill('2026-11-02')
    await check('chosen member')
    await page.getByRole('button', { name: 'Lisa liige' }).click()
    await page.waitForURL(body)
    await stranger.page.goto(publicPath)
    await stranger.check('a body')
    expect(await stranger.page.getByRole('row').filter({ hasText: name }).textContent()).toContain('2. november 2026')

    await page.getByRole('row').filter({ hasText: name }).getByRole('link', { name: 'Lõpeta liikmesus' }).click()
    await check('end of a membership')
    await page.getByLabel('Viimane päev').fill('2026-11-22')
    await page.getByLabel('Põhjus').fill('Katse lõppes')
    await page.getByRole('button', { name: 'Lõpeta liikmesus' }).click()
    await page.waitForURL(body)
    expect(await page.getByRole('row').filter({ hasText: name }).textContent()).toContain('lõppenud')
    await stranger.page.reload()
    await stranger.page.locator('main summary').last().click()
    await stranger.check('a body with former members')
    expect(await stranger.page.getByRole('row').filter({ hasText: name }).textContent()).toContain('22. november 2026')
    expect(await stranger.page.getByText('Katse lõppes').count()).toBe(0)
    expect([...complaints, ...stranger.complaints]).toEqual([])
    await stranger.close()
    await close()
  })
})
