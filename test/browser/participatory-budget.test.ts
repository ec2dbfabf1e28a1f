import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo, type Visit } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

const address = '/kaasav-eelarve/arvutaja'

/** Fits a phone and a desk, and axe finds nothing. */
async function look(me: Visit, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await me.page.setViewportSize({ width, height: 900 })
    expect(await overflow(me.page), `${name} at ${width}`).toBeLessThanOrEqual(0)
    if (process.env.SHOTS !== undefined)
      await me.page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await me.check(name)
}

const words = {
  '': { rule: 'Reegel', compare: 'Võrdle reegliga', count: 'Loe üle', changes: 'Mis muutub' },
  '/en': { rule: 'Rule', compare: 'Compare with', count: 'Count', changes: 'What changes' },
  '/ru': { rule: 'Правило', compare: 'Сравнить с правилом', count: 'Подсчитать', changes: 'Что меняется' },
} as const

describe('the participatory budget’s calculator', () => {
  it.each(['', '/en', '/ru'] as const)('counts an example by two rules and compares them %s', async (prefix) => {
    const reader = await demo.visit()
    const { page } = reader
    const t = words[prefix]
    const name = `budget${prefix.replace('/', '-')}`
    expect((await page.goto(`${prefix}${address}`))?.status()).toBe(200)
    await look(reader, name)
    await page.getByLabel(t.rule, { exact: true }).selectOption('joelahtme-2026')
    await page.getByLabel(t.compare).selectOption('equal-shares-cost')
    await page.getByRole('button', { name: t.count, exact: true }).click()
    await page.getByRole('heading', { name: t.changes }).waitFor()
    await look(reader, `${name}-result`)
    expect(reader.complaints).toEqual([])
    await reader.close()
  })

  it.each(scriptModes)('takes a file, says what is wrong with it, and gives it back clean %s', async (mode, script) => {
    const reader = await demo.visit({ script, acceptDownloads: true })
    const { page } = reader
    const shot = (name: string) => `budget-${name}-${mode}`.replaceAll(' ', '-')
    const votes =
      'META\nkey;value\nbudget;100\ncurrency;EUR\nvote_type;approval\nPROJECTS\nproject_id;cost;name\nA;60;Aed\nB;50;Pink\n' +
      'VOTES\nvoter_id;age;vote\n1;34;A,B\n2;70;A\n'
    const choose = (text: string) =>
      page
        .getByLabel('Oma fail')
        .setInputFiles({ name: 'haaled.pb', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.goto(address)
    await page.getByLabel('Reegel', { exact: true }).selectOption('greedy')
    await choose(votes.replace('B;50', 'B;palju'))
    await page.getByRole('button', { name: 'Loe üle' }).click()
    await page.getByText('Rida 9: „palju” ei ole summa.').first().waitFor()
    expect(await page.getByLabel('Reegel', { exact: true }).inputValue()).toBe('greedy')
    await look(reader, shot('refused'))
    await choose(votes)
    await page.getByRole('button', { name: 'Loe üle' }).click()
    await page.getByText('Aed (A): hääli 2, hind 60 €, järel 100 € → valitud').waitFor()
    await look(reader, shot('counted'))
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Loe üle' }).isVisible()).toBe(false)
    expect(await page.getByText('Aed (A): hääli 2, hind 60 €').isVisible()).toBe(true)
    if (process.env.SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.SHOTS}/${shot('print')}.png`, fullPage: true })
    await page.emulateMedia({ media: 'screen' })
    await choose(votes)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Laadi fail alla ilma isikuandmeteta' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('haaled.pb')
    const stream = await download.createReadStream()
    const text = (await stream.toArray()).join('')
    expect(text).toContain('VOTES\nvoter_id;vote\n1;A,B\n2;A\n')
    expect(reader.complaints.filter((line) => !line.includes('422'))).toEqual([])
    await reader.close()
  })
})
