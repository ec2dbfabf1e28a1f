import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo, type Visit } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

/** Fits both a phone and a desk, and axe finds nothing. */
async function look(me: Visit, name: string): Promise<void> {
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ] as const) {
    await me.page.setViewportSize({ width, height })
    expect(await overflow(me.page), `${name} at ${width}`).toBeLessThanOrEqual(0)
    if (process.env.SHOTS !== undefined) {
      await me.page.screenshot({
        path: `${process.env.SHOTS}/${name.replaceAll(' ', '-')}-${width}.png`,
        fullPage: true,
      })
    }
  }
  await me.check(name)
}

describe.each(scriptModes)('what a coordinator sets of reports %s', (mode, script) => {
  const shot = (name: string) => `${name} ${mode}`

  it('subjects are changed with a reason, and the history tells it', async () => {
    const me = await demo.visit({ script })
    const { page } = me
    await me.signIn(demo.personWith('Keskkonna- ja kommunaalosakonna juht'), '/too/teated/teemad')
    await look(me, shot('subjects'))
    await page.getByRole('link', { name: 'Auk või kahjustus teel' }).click()
    await look(me, shot('subject'))
    await page.getByLabel('Vastamise tähtaeg tööpäevades').fill('99')
    await page.getByRole('button', { name: 'Salvesta' }).click()
    await page.locator('[data-error-summary]').waitFor()
    await look(me, shot('subject wrong'))
    await page.getByLabel('Vastamise tähtaeg tööpäevades').fill(script ? '2' : '4')
    await page.getByLabel('Muutmise põhjus').fill('Talvel on auke rohkem')
    await page.getByRole('button', { name: 'Salvesta' }).click()
    await page.getByRole('heading', { name: 'Teadete teemad' }).waitFor()
    await page.goto('/too/teated/teemad/teema/tee-auk/ajalugu')
    expect(await page.locator('main').textContent()).toContain('Talvel on auke rohkem')
    await look(me, shot('subject history'))
    await page.goto('/too/teated/teemad/ryhm/teed')
    await look(me, shot('group'))
    expect(me.complaints.filter((one) => !one.includes('422'))).toEqual([])
    await me.close()
  })

  it('an area of another owner stops a report there with a word, and lets through whoever insists', async () => {
    const me = await demo.visit({ script })
    await me.signIn(demo.personWith('Keskkonna- ja kommunaalosakonna juht'), '/too/teated/alad')
    await look(me, shot('areas'))
    await me.page.getByRole('link', { name: 'Näidissadam OÜ (väljamõeldud)' }).click()
    await look(me, shot('area'))
    await me.close()

    const resident = await demo.visit({ script, viewport: { width: 390, height: 844 } })
    const { page } = resident
    await page.goto('/teated/uus')
    await page.getByLabel('Teema', { exact: true }).selectOption({ label: 'Muu mure' })
    await page.getByLabel('Kirjelda mõne lausega').fill('Kai ääres on laud lahti.')
    await page.getByLabel('Koordinaadid').fill('59.571, 25.242')
    const insist = page.getByLabel('Tean, et omanik on teine')
    if (script) {
      await page.getByLabel('Koordinaadid').blur()
      await insist.waitFor({ state: 'visible' })
      expect(await page.locator('[data-owner]').textContent()).toContain('Näidissadam OÜ')
      await look(resident, shot('not ours live'))
    } else {
      await page.getByRole('button', { name: 'Saada teade' }).click()
      await insist.waitFor({ state: 'visible' })
      await look(resident, shot('not ours'))
    }
    await insist.check()
    await page.getByRole('button', { name: 'Saada teade' }).click()
    await page.waitForURL(/\/teated\/oma\//)
    await resident.close()
  })

  it('a message for a village stands where the village is, and its page tells what is reported', async () => {
    const me = await demo.visit({ script })
    const { page } = me
    await me.signIn(demo.personWith('Keskkonna- ja kommunaalosakonna juht'), '/too/teated/teadaanded')
    await page.getByLabel('Teadaanne', { exact: false }).first().fill('Torm: päästame teed kordamööda.')
    await page.getByLabel(/^Kus /).selectOption({ label: 'Loo alevik' })
    await page.getByLabel('Näha alates').fill('2026-11-23T08:00')
    await page.getByLabel('Näha kuni').fill('2026-11-24T20:00')
    await page.getByRole('button', { name: 'Avalda' }).click()
    await page.getByRole('button', { name: 'Lõpeta kohe' }).first().waitFor()
    await look(me, shot('announcements'))
    await page.goto('/asulad/4496')
    expect(await page.locator('main').textContent()).toContain('Torm: päästame teed')
    await look(me, shot('village'))
    await page.goto('/teated/uus')
    await look(me, shot('form with message'))
    if (script) {
      expect(await page.locator('[data-announcements] details').getAttribute('open')).toBeNull()
      await page.getByLabel('Küla või alevik').selectOption({ label: 'Loo alevik' })
      await expect.poll(() => page.locator('[data-announcements] details').getAttribute('open')).not.toBeNull()
    }
    await page.goto('/too/teated/teadaanded')
    await page.getByRole('button', { name: 'Lõpeta kohe' }).first().click()
    await page.getByText('lõppenud').first().waitFor()
    await me.close()
  })

  it('a resident follows new reports around a place without an account', async () => {
    const me = await demo.visit({ script, viewport: { width: 390, height: 844 } })
    const { page } = me
    await page.goto('/teated/jalgi')
    await look(me, shot('follow form'))
    await page.getByLabel('Küla või alevik').selectOption({ label: 'Kostivere alevik' })
    await page.getByLabel('Kui kaugel').selectOption('2000')
    await page.getByRole('button', { name: 'Edasi' }).click()
    await page.waitForURL(/\/jalgimised\?leht=/)
    expect(await page.locator('main').textContent()).toContain('kuni 2 km punktist')
    await page.goto(decodeURIComponent(new URL(page.url()).searchParams.get('leht')!))
    await look(me, shot('alert'))
    expect(me.complaints).toEqual([])
    await me.close()
  })
})
