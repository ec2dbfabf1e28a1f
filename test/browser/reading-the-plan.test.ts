import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, scriptModes, type Demo, type Visit } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

describe.each(scriptModes)('a resident reads the plan %s', (_, script) => {
  it('narrows it to what is kept and what is late, and opens a promise', async () => {
    const { page, complaints, check, open, close } = await demo.visit({ script })
    await open('/tegevuskava')
    expect(await page.locator('tbody tr').count()).toBe(37)
    await narrow(page, 'taidetud')
    await page.waitForURL(/seis=taidetud/u)
    await check()
    const kept = await page.locator('tbody tr').count()
    expect(kept).toBeGreaterThan(0)
    expect(await page.locator('tbody .status', { hasText: 'täidetud' }).count()).toBe(kept)
    expect(await page.getByText(`Leiti ${kept} kirjet`).count()).toBe(1)

    await narrow(page, 'hilinenud')
    await page.waitForURL(/seis=hilinenud/u)
    await check('/tegevuskava?seis=hilinenud')
    expect(await page.getByText('Ükski lubadus ei vasta valikule').count()).toBe(1)
    await page.getByRole('link', { name: 'Vaata kogu tegevuskava' }).click()

    await page.getByRole('link', { name: 'Kogukonnad otsuste juures' }).last().click()
    await page.waitForURL('**/tegevuskava/2.4')
    await check()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Kogukonnad otsuste juures')
    expect(complaints).toEqual([])
    await close()
  })

  it('follows the evidence of a promise to its source', async () => {
    const { page, complaints, check, close } = await demo.visit({ script })
    await page.goto('/tegevuskava/2.4')
    await page.locator('#toendid').getByRole('link').first().click()
    await page.waitForURL('**/kogud/**')
    await check('body from evidence')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('')
    expect(complaints).toEqual([])
    await close()
  })

  it('reads the same promise in Russian and in English', async () => {
    const { page, complaints, check, close } = await demo.visit({ script })
    await page.goto('/tegevuskava/1.4')
    const texts = new Set<string>()
    for (const [name, language, heading] of [
      ['Русский', 'ru', 'Откуда мы знаем'],
      ['English', 'en', 'How we know'],
    ] as const) {
      await page.getByRole('link', { name }).click()
      await page.waitForURL(`**/${language}/tegevuskava/1.4`)
      await check()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.getByRole('heading', { name: heading }).count()).toBe(1)
      texts.add((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')
    }
    expect(texts.size).toBe(2)
    expect(complaints).toEqual([])
    await close()
  })
})

async function narrow(page: Visit['page'], status: string) {
  const choice = page.locator('.filter-bar select[name=seis]')
  if (!(await choice.isVisible())) await page.getByText('Otsi, piira ja järjesta').click()
  await choice.selectOption(status)
  await page.getByRole('button', { name: 'Näita' }).click()
}

describe('with the keyboard alone', () => {
  it('the skip link leads past the header', async () => {
    const { page, close } = await demo.visit()
    await page.goto('/tegevuskava')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Liigu põhisisu juurde')
    expect(await page.locator('.skip-link').boundingBox()).toMatchObject({ x: expect.any(Number) })
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await close()
  })

  it('a door opens, closes by Escape and gives the focus back', async () => {
    const { page, close } = await demo.visit()
    await page.goto('/tegevuskava')
    await tabTo(page, 'Elu vallas')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('link', { name: 'Inimesed' }).isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('link', { name: 'Inimesed' }).isVisible()).toBe(false)
    expect(await focused(page)).toBe('Elu vallas')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Inimesed')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/inimesed')
    await close()
  })

  it('the list is narrowed without a mouse', async () => {
    const { page, close } = await demo.visit()
    await page.goto('/tegevuskava')
    await tabTo(page, 'Otsi, piira ja järjesta')
    await page.keyboard.press('Enter')
    await tabUntil(page, () => document.activeElement?.getAttribute('name') === 'seis')
    await page.keyboard.type('täid')
    await tabTo(page, 'Näita')
    await page.keyboard.press('Enter')
    await page.waitForURL(/seis=taidetud/u)
    await close()
  })

  it('a question is written, found wanting, mended and sent', async () => {
    const { page, check, signIn, close } = await demo.visit()
    await signIn(demo.resident(3), '/tegevuskava/1.6')
    await tabUntil(page, () => document.activeElement?.getAttribute('name') === 'words')
    await page.keyboard.type('Ok')
    await tabTo(page, 'Saada küsimus')
    await page.keyboard.press('Enter')
    await page.getByText('Kontrolli ankeeti').waitFor()
    await check('a question found wanting')
    expect(await page.title()).toMatch(/^Viga: /u)
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-error-summary'))).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('words')
    await page.keyboard.press('End')
    await page.keyboard.type(', aga millal veebileht telefonis mugavaks saab?')
    await tabTo(page, 'Saada küsimus')
    await page.keyboard.press('Enter')
    await page.getByText('Ok, aga millal veebileht telefonis mugavaks saab?').waitFor()
    expect(await page.title()).not.toMatch(/^Viga/u)
    await close()
  })
})

const focused = (page: Visit['page']) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

/** Tabs on, and sees on the way that what has the focus shows it. */
async function tabUntil(page: Visit['page'], arrived: () => boolean) {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(arrived)) return
  }
  throw new Error('the keyboard does not reach it')
}

async function tabTo(page: Visit['page'], words: string) {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) !== words) continue
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
    expect(outline, `${words} shows its focus`).not.toBe('none')
    return
  }
  throw new Error(`the keyboard does not reach „${words}“`)
}
