import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, scriptModes, type Demo } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

describe.each(scriptModes)('a resident takes part %s', (_, script) => {
  it('signs in through the authentication pages, asks, and finds the question on the page', async () => {
    const { page, complaints, check, open, close } = await demo.visit({ script })
    const me = demo.resident(script ? 0 : 1)
    await open('/tegevuskava/1.1')
    await page.getByRole('link', { name: 'Küsimiseks logi sisse' }).click()
    await check('authentication page')
    await page.getByLabel('Isik', { exact: true }).selectOption(me.personalCode)
    await page.getByLabel('Mobiil-ID').check()
    await page.getByRole('button', { name: 'Logi sisse' }).click()
    await page.waitForURL(/\/tegevuskava\/1\.1/u)
    await check('promise, signed in')

    await page.getByLabel('Sinu küsimus').fill('x')
    await page.getByRole('button', { name: 'Saada küsimus' }).click()
    await page.getByText('Kontrolli ankeeti').waitFor()
    await check('question found wanting')
    expect(await page.getByLabel('Sinu küsimus').inputValue()).toBe('x')
    const question = `Kas istungi salvestusel on subtiitrid? (${script ? 'esimene' : 'teine'})`
    await page.getByLabel('Sinu küsimus').fill(question)
    await page.getByRole('button', { name: 'Saada küsimus' }).click()
    await page.waitForURL(/#kusimused$/u)
    expect(await page.locator('#kusimused').getByText(question).count()).toBe(1)
    expect(await page.locator('#kusimused').getByText(me.name).count()).toBe(0)

    await page.goto('/minu')
    await check()
    const sessions = page.locator('#seansid tbody tr')
    expect(await sessions.count()).toBe(1)
    expect(await sessions.first().textContent()).toContain('see seanss')
    expect(await sessions.first().textContent()).toContain('Mobiil-ID')
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
    await close()

    const stranger = await demo.visit({ script })
    await stranger.page.goto('/tegevuskava/1.1')
    expect(await stranger.page.getByText(question).count()).toBe(1)
    await stranger.close()
  })

  it('sees who cancels the sign-in told so in words', async () => {
    const { page, check, close } = await demo.visit({ script })
    await page.goto('/login?to=/minu')
    await page.getByRole('button', { name: 'Katkesta' }).click()
    await page.getByText('Katkestasid sisselogimise').first().waitFor()
    await check('cancelled')
    await close()
  })
})

describe.each(scriptModes)('two officials prove a promise %s', (_, script) => {
  const number = script ? '1.3' : '1.9'
  const post = script ? 'Kommunikatsioonispetsialist' : 'IT-juht'
  const title = script
    ? 'Uudised lehel, Facebookis ja külavanemate kirjas'
    : 'Valla andmed on riigi rakenduses loetavad'

  it('one vouches and cannot confirm; the second confirms; everyone sees it at once', async () => {
    const stranger = await demo.visit({ script })
    await stranger.page.goto(`/tegevuskava/${number}`)
    expect(await stranger.page.locator('main .status').first().textContent()).toContain('siin veel mõõtmata')

    const owner = await demo.visit({ script })
    await owner.signIn(demo.personWith(post), `/tegevuskava/${number}`)
    await owner.page.getByRole('link', { name: 'Lisa tõend või selgitus' }).click()
    await owner.check('care page')
    await owner.page.getByLabel('Mida tehti (eesti keeles)').fill(title)
    await owner.page.getByLabel('Mis päeval').fill('2026-11-20')
    await owner.page.getByLabel('Link (protokoll, uudis, foto)').fill('https://www.joelahtme.ee/uudised')
    await owner.page.getByRole('button', { name: 'Saada kinnitamiseks' }).click()
    await owner.page.waitForURL(/#ootavad$/u)
    await owner.check('care page with waiting evidence')
    const own = owner.page.locator('#ootavad li', { hasText: title })
    expect(await own.textContent()).toContain('Kinnitama peab teine ametnik')
    expect(await own.getByRole('button').count()).toBe(0)

    await stranger.page.reload()
    expect(await stranger.page.getByText(title).count()).toBe(0)

    const second = await demo.visit({ script })
    await second.signIn(demo.personWith('Arendusnõunik'), '/too')
    await second.check('/too')
    await second.page.goto('/too/tegevuskava')
    await second.check('/too/tegevuskava')
    const waiting = second.page.locator('#kinnitamine li', { hasText: title })
    await waiting.getByRole('button', { name: 'Kinnita' }).click()
    await second.page.waitForURL(new RegExp(`/tegevuskava/${number}#toendid$`, 'u'))

    await stranger.page.reload()
    await stranger.check('proven promise')
    expect(await stranger.page.locator('main .status').first().textContent()).toContain('täidetud')
    expect(await stranger.page.locator('#toendid').getByRole('link', { name: title }).count()).toBe(1)
    await stranger.page.goto('/logi')
    expect(await stranger.page.locator('tbody tr').filter({ hasText: number }).count()).toBeGreaterThan(0)
    const feed = await stranger.context.request.get('/tegevuskava/feed.atom')
    expect(await feed.text()).toContain(`Lubaduse ${number} tõend (20. november 2026) on kinnitatud.`)
    for (const one of [stranger, owner, second]) {
      expect(one.complaints).toEqual([])
      await one.close()
    }
  })
})
