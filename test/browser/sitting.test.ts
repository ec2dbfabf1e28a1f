import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, scriptModes, type Demo, type Visit } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

const sizes = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1280, height: 900 },
]

/** Fits a phone, a tablet and a desk, and axe finds nothing. */
async function look(me: Visit, name: string): Promise<void> {
  for (const size of sizes) {
    await me.page.setViewportSize(size)
    expect(await overflow(me.page), `${name} at ${size.width}`).toBeLessThanOrEqual(0)
    if (process.env.SHOTS !== undefined)
      await me.page.screenshot({ path: `${process.env.SHOTS}/${name}-${size.width}.png`, fullPage: true })
  }
  await me.check(name)
}

const councillors = () => demo.people.filter(({ roles }) => roles.includes('Vallavolikogu'))

describe('a sitting of the council', () => {
  it.each(scriptModes)('is planned, announced and called %s', async (mode, script) => {
    const secretary = await demo.visit({ script })
    const { page } = secretary
    const shot = (name: string) => `${name} ${mode}`.replaceAll(' ', '-')
    await secretary.signIn(demo.personWith('Vallasekretär'), '/too/istungid')
    await page.getByRole('link', { name: 'Kavanda istung', exact: true }).waitFor()
    await look(secretary, shot('meetings desk'))
    await page.getByRole('link', { name: 'Kavanda istung', exact: true }).click()
    await page.getByRole('button', { name: 'Salvesta' }).click()
    const day = script ? '2027-02-10' : '2027-02-11'
    await page.getByLabel('Kogu').selectOption({ label: 'Vallavolikogu' })
    await page.getByLabel('Algus').fill(`${day}T15:00`)
    await page.getByLabel('Koht', { exact: false }).last().fill('Vallamaja saal')
    await page.getByRole('button', { name: 'Salvesta' }).click()
    await page.waitForURL(/\/too\/istungid\/\d+$/u)
    const number = /\d+$/u.exec(page.url())![0]
    await page.getByRole('link', { name: 'Lisa punkt' }).click()
    await page.getByLabel('Pealkiri').waitFor()
    await look(secretary, shot('agenda item'))
    await page.getByLabel('Pealkiri').fill('Valla eelarve')
    await page.getByLabel('Eelnõu tekst').fill('§ 1. Kinnitada eelarve.')
    await page.getByRole('button', { name: 'Salvesta' }).click()
    await page.getByRole('button', { name: 'Saada kutsed' }).waitFor()
    await look(secretary, shot('meeting at the desk'))
    await page.getByRole('button', { name: 'Saada kutsed' }).click()
    await page.getByText('Kutsed saadetud').first().waitFor()

    const reader = await demo.visit({ script })
    await reader.page.goto(`/istungid/${number}`)
    await reader.page.getByRole('link', { name: 'Valla eelarve' }).click()
    await reader.page.getByText('§ 1. Kinnitada eelarve.').waitFor()
    await look(reader, shot('agenda item in public'))
    await reader.page.goto(`/istungid/${number}`)
    await look(reader, shot('meeting in public'))
    await reader.page.goto('/istungid')
    await reader.page.getByRole('heading', { name: 'Tulevad istungid' }).waitFor()
    await look(reader, shot('meetings'))
    expect([...secretary.complaints, ...reader.complaints].filter((line) => !line.includes('422'))).toEqual([])
    await secretary.close()
    await reader.close()
  })

  it('is held from the roll call to a decision, and whoever watches sees it without touching a key', async () => {
    // A meeting begins on its day.
    const day = JSON.stringify({ now: '2026-12-02T14:50:00+02:00' })
    const headers = { 'content-type': 'application/json', origin: demo.origin }
    expect((await fetch(`${demo.origin}/dev/clock`, { method: 'POST', headers, body: day })).status).toBe(200)
    const secretary = await demo.visit()
    const { page } = secretary
    await secretary.signIn(demo.personWith('Vallasekretär'), '/too/istungid')
    await page.getByRole('link', { name: /21\. istung/u }).click()
    await page.waitForURL(/\/too\/istungid\/\d+$/u)
    const number = /\d+$/u.exec(page.url())![0]
    const chair = demo.personWith('Volikogu esimees')
    expect(await page.getByLabel('Juhataja').locator('option:checked').innerText()).toBe(chair.name)
    await page.getByRole('button', { name: 'Alusta istungit' }).click()
    await page.getByText('Märgi, kes on kohal').waitFor()
    await look(secretary, 'roll call')

    const watcher = await demo.visit({ viewport: sizes[0]! })
    await watcher.page.goto(`/istungid/${number}/otse`)
    const seats: Visit[] = []
    for (const person of councillors().slice(0, 10)) {
      // The first has no script: voting must not need it.
      const seat = await demo.visit({ script: seats.length > 0, viewport: sizes[0]! })
      await seat.signIn(person, `/istungid/${number}/osalen`)
      await seat.page.getByRole('button', { name: 'Olen saalis' }).click()
      await seat.page.getByText('Oled kohal.').waitFor()
      seats.push(seat)
    }
    await look(seats[1]!, 'seat')
    // The cockpit has followed by itself.
    await page.getByRole('button', { name: 'Ava istung' }).click()
    await page.getByRole('button', { name: 'Pane päevakord hääletusele' }).click()
    for (const seat of seats) {
      if (seat === seats[0]) await seat.page.reload()
      await seat.page.getByRole('radio', { name: 'poolt' }).check()
      await seat.page.getByRole('button', { name: 'Kinnita hääl' }).click()
      await seat.page.getByText('Sinu hääl: poolt').waitFor()
    }
    await look(seats[1]!, 'voted')
    await watcher.page
      .getByText('Hääletanud on 10')
      .or(watcher.page.getByText(/10 .*10/u))
      .first()
      .waitFor()
    expect(await watcher.page.locator('main').innerText()).not.toContain('10 poolt')
    await page.getByText('Hääletanud 10').waitFor()
    // Nobody at the desk sees how, only that.
    expect(await page.locator('main').innerText()).toContain('hääletas')
    await look(secretary, 'open vote')
    await page.getByRole('button', { name: 'Lõpeta hääletus' }).click()
    await page.getByRole('button', { name: 'Teata tulemus' }).click()
    await watcher.page.getByText('10 poolt, 0 vastu').first().waitFor()
    await page.getByRole('button', { name: /Võta arutusele: 1\./u }).click()
    await look(secretary, 'item under discussion')
    await page.getByLabel('Kuidas punkt lõppes').selectOption({ label: 'teadmiseks võetud' })
    await page.getByRole('button', { name: 'Lõpeta punkt' }).click()
    await look(watcher, 'live')
    // Quorum is lost, and everybody is told.
    await seats[9]!.page.getByText('Lahkun').first().click()
    await seats[9]!.page.getByRole('button', { name: 'Lahkun' }).click()
    await watcher.page.getByText('Kohal on 9 liiget 19-st').waitFor()
    await look(watcher, 'live without quorum')
    for (const one of [secretary, watcher, ...seats]) {
      expect(one.complaints).toEqual([])
      await one.close()
    }
  }, 120_000)
})
