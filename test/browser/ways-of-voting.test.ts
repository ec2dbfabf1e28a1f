import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, type Demo, type Visit } from './chromium.ts'

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
  const day = JSON.stringify({ now: '2026-12-02T14:50:00+02:00' })
  const headers = { 'content-type': 'application/json', origin: demo.origin }
  expect((await fetch(`${demo.origin}/dev/clock`, { method: 'POST', headers, body: day })).status).toBe(200)
})

const sizes = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1280, height: 900 },
]

async function look(me: Visit, name: string): Promise<void> {
  for (const size of sizes) {
    await me.page.setViewportSize(size)
    expect(await overflow(me.page), `${name} at ${size.width}`).toBeLessThanOrEqual(0)
    if (process.env.SHOTS !== undefined)
      await me.page.screenshot({ path: `${process.env.SHOTS}/${name.replaceAll(' ', '-')}-${size.width}.png`, fullPage: true }) // prettier-ignore
  }
  await me.check(name)
}

describe('the cockpit', () => {
  it('leads through amendments, a secret vote on paper, a block vote and an election', async () => {
    const secretary = await demo.visit()
    const { page } = secretary
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
    await secretary.signIn(demo.personWith('Vallasekretär'), '/too/istungid')
    await page.getByRole('link', { name: /21\. istung/u }).click()
    await page.waitForURL(/\/too\/istungid\/\d+$/u)
    const number = /\d+$/u.exec(page.url())![0]
    await press('Alusta istungit')
    await page.getByText('Märgi, kes on kohal').waitFor()
    for (let here = 1; here <= 12; here += 1) {
      await press(/^Saabus/u)
      await page.getByText(`${here} / 10`).waitFor()
    }
    await press('Ava istung')
    await page.getByRole('radio', { name: /käe tõstmisega/u }).check()
    await look(secretary, 'agenda to vote on')
    await press('Pane päevakord hääletusele')
    const hands = async (yes: string, no: string) => {
      await page.getByLabel('Poolt', { exact: true }).fill(yes)
      await page.getByLabel('Vastu', { exact: true }).fill(no)
      await page.getByLabel('Erapooletu', { exact: true }).fill('0')
      await press('Kirjuta hääled')
      await press('Lõpeta hääletus')
      await press('Teata tulemus')
    }
    await hands('12', '0')
    await press(/Võta arutusele: 1\./u)
    await press('Taandamisi on küsitud')
    await page.getByText('Enne hääletust: kõik on korras').first().waitFor()

    const member = await demo.visit({ viewport: sizes[0]! })
    const councillor = demo.people.find(({ roles }) => roles.includes('Vallavolikogu'))!
    await member.signIn(councillor, `/istungid/${number}/osalen`)
    await member.page.getByText('Tee muudatusettepanek').click()
    await member.page.getByLabel('Milline lõik').selectOption('1')
    await member.page.getByLabel('Uus tekst').fill('§ 1. Kinnitada eelarve muudetud kujul.')
    await member.page.getByRole('button', { name: 'Esita muudatusettepanek' }).click()
    await member.page.getByText('ootab hääletust').waitFor()
    await look(member, 'amendment of a member')
    // The cockpit has followed by itself.
    await page.getByText('Pane hääletusele muudatusettepanek 1').first().waitFor()
    await look(secretary, 'amendment in the cockpit')
    await page
      .getByRole('radio', { name: /käe tõstmisega/u })
      .first()
      .check()
    await press('Pane hääletusele muudatusettepanek 1')
    await hands('8', '2')
    await page.getByText('Eelnõu koos vastu võetud muudatustega').waitFor()
    await page.getByRole('radio', { name: /salaja sedelitega/u }).check()
    await look(secretary, 'vote on the whole')
    await page.getByRole('button', { name: 'Pane hääletusele', exact: true }).click()
    await press('Kõik kohalolijad said sedeli')
    await look(secretary, 'ballots handed out')
    await press('Lõpeta sedelite vastuvõtt')
    for (const counter of ['esimese', 'teise']) {
      const who = page.getByLabel('Lugeja', { exact: true })
      await who.selectOption({ index: counter === 'esimese' ? 1 : 2 })
      for (const [name, value] of [
        ['Poolt', '9'],
        ['Vastu', '2'],
        ['Erapooletu', '1'],
        ['Kehtetuid sedeleid', '0'],
      ] as const)
        await page.getByLabel(name, { exact: true }).fill(value)
      await look(secretary, `count of the ${counter} counter`)
      await press(`Kirjuta ${counter} lugeja arvud`)
    }
    await press('Teata tulemus')
    await page.getByLabel('Kuidas punkt lõppes').selectOption({ label: 'otsustatud' })
    await press('Lõpeta punkt')

    await page.getByText('Hääleta mitu punkti koos').click()
    const boxes = page.getByRole('group', { name: 'Punktid' }).getByRole('checkbox')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await page.getByLabel('Mida hääletatakse').fill('Kaks punkti koos')
    await press('Valmista ühine hääletus ette')
    await member.page.getByText('Kaks punkti koos').first().waitFor()
    await look(member, 'block of a member')
    await press('Taandamisi on küsitud')
    await look(secretary, 'prepared block')
    await press('Loobu hääletusest')

    await page.locator('summary', { hasText: 'Lisa punkt päevakorda' }).click()
    const adding = page.locator('form', { hasText: 'Lisa punkt päevakorda' })
    await adding.getByLabel('Pealkiri').fill('Komisjoni esimehe valimine')
    await adding.getByLabel('Liik').selectOption({ label: 'valimine' })
    await adding.getByLabel('Põhjus').fill('Esimees astus tagasi')
    await adding.getByRole('button').click()
    await page.getByText('Komisjoni esimehe valimine').first().waitFor()
    await page.getByRole('button', { name: /Võta arutusele.*Komisjoni esimehe/u }).click()
    await page.getByLabel('Millise korra järgi valitakse').selectOption('committee-chair-and-deputy')
    const candidates = page.getByRole('group', { name: 'Kandidaadid', exact: true }).getByRole('checkbox')
    await candidates.nth(0).check()
    await candidates.nth(1).check()
    await look(secretary, 'candidates to choose')
    await press('Valmista valimine ette')
    await press('Ava hääletus')
    await press('Kõik kohalolijad said sedeli')
    await press('Lõpeta sedelite vastuvõtt')
    for (const [at, counter] of ['esimese', 'teise'].entries()) {
      await page.getByLabel('Lugeja', { exact: true }).selectOption({ index: at + 3 })
      const counted = page.locator('form', { hasText: `Kirjuta ${counter} lugeja arvud` }).getByRole('textbox')
      for (const [place, votes] of ['7', '5', '0'].entries()) await counted.nth(place).fill(votes)
      await press(`Kirjuta ${counter} lugeja arvud`)
    }
    await look(secretary, 'election counted')
    await press('Teata tulemus')
    await page.getByText('Kuidas valimine on läinud').waitFor()
    await look(secretary, 'election decided')
    await page.getByLabel('Kuidas punkt lõppes').selectOption({ label: 'otsustatud' })
    await press('Lõpeta punkt')

    await page.getByRole('link', { name: 'Kirjutatud logi ja parandused' }).click()
    await page.getByText('Lisa kanne, mis jäi tegemata').first().waitFor()
    await look(secretary, 'log of the meeting')
    const watcher = await demo.visit({ viewport: sizes[0]! })
    await watcher.page.goto(`/istungid/${number}/otse`)
    await watcher.page.getByText('9 poolt, 2 vastu').first().waitFor()
    await watcher.page.getByText(/Muudatusettepanekud: 1/u).click()
    await look(watcher, 'live with amendments')
    expect([...secretary.complaints, ...member.complaints, ...watcher.complaints]).toEqual([])
    for (const one of [secretary, member, watcher]) await one.close()
  }, 120_000)

  it('keeps what is typed while the meeting goes on, and leads by keys where they are switched on', async () => {
    const secretary = await demo.visit()
    const { page } = secretary
    await secretary.signIn(demo.personWith('Vallasekretär'), '/too/istungid')
    await page.getByRole('link', { name: /21\. istung/u }).click()
    await page.getByRole('link', { name: 'Istungi juhtimine' }).or(page.getByRole('link', { name: 'Juhi istungit' })).first().click() // prettier-ignore
    await page.locator('summary', { hasText: 'Märkus protokolli' }).click()
    await page.getByLabel('Märkus protokolli').fill('Pooleli mõte')
    const other = await demo.visit()
    await other.signIn(demo.personWith('Vallasekretär'), new URL(page.url()).pathname)
    await other.page
      .getByRole('button', { name: /^Saabus/u })
      .first()
      .click()
    await other.page.getByText('13 / 10').waitFor()
    await page.getByText('13 / 10').waitFor()
    expect(await page.getByLabel('Märkus protokolli').inputValue()).toBe('Pooleli mõte')
    await page.getByRole('checkbox', { name: 'Kiirklahvid selles seadmes' }).check()
    await page.getByRole('heading', { name: 'Päevakord' }).click()
    await page.keyboard.press('s')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sonavotud')
    expect([...secretary.complaints, ...other.complaints]).toEqual([])
    await secretary.close()
    await other.close()
  }, 60_000)
})
