import { beforeAll, expect, it } from 'vitest'
import { openDemo, overflow, type Demo, type Visit } from './chromium.ts'
import { signContainer } from './sign-container.ts'

let demo: Demo
const phone = { width: 390, height: 844 }
const tablet = { width: 1024, height: 768 }

async function moveClock(now: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: demo.origin }
  const moved = await fetch(`${demo.origin}/dev/clock`, { method: 'POST', headers, body: JSON.stringify({ now }) })
  expect(moved.status).toBe(200)
}

beforeAll(async () => {
  demo = await openDemo()
  await moveClock('2026-12-07T10:00:00+02:00')
})

const agenda = [
  {
    title: 'Hankekorra muutmine',
    kind: 'määrus',
    draft: '§ 1. Muuta hankekorda.\n§ 2. Määrus jõustub üldises korras.',
  },
  { title: 'Maatüki võõrandamine', kind: 'otsus', draft: '1. Võõrandada maatükk.' },
  { title: 'Revisjonikomisjoni aruanne', kind: 'otsus', draft: '1. Kinnitada aruanne.' },
  { title: 'Isiku toetuse vaidlus', kind: 'otsus', draft: '1. Jätta vaie rahuldamata.', basis: 'AvTS § 35 lg 1 p 12' },
]

/** A desk or screen of somebody, and the presses that everything is made of. */
function at({ page }: Visit) {
  return {
    page,
    press: (name: string | RegExp) => page.getByRole('button', { name }).first().click(),
    sees: (words: string | RegExp) => page.getByText(words).first().waitFor(),
  }
}

async function plan(secretary: Visit): Promise<string> {
  const { page, press } = at(secretary)
  await secretary.signIn(demo.personWith('Vallasekretär'), '/too/istungid/uus')
  await page.getByLabel('Kogu').selectOption({ label: 'Vallavolikogu' })
  await page.getByLabel('Algus').fill('2026-12-15T15:00')
  await page.getByLabel('Koht', { exact: false }).last().fill('Vallamaja saal')
  await press('Salvesta')
  await page.waitForURL(/\/too\/istungid\/\d+$/u)
  const number = /\d+$/u.exec(page.url())![0]
  for (const { title, kind, draft, basis } of agenda) {
    await page.goto(`/too/istungid/${number}/punktid/uus`)
    await page.getByLabel('Pealkiri').fill(title)
    await page.getByLabel('Mida punktiga tehakse').selectOption({ label: kind })
    await page.getByLabel('Eelnõu tekst').fill(draft)
    if (basis !== undefined) {
      await page.getByRole('radio', { name: 'kinnine arutelu' }).check()
      await page.getByLabel('Kinnise arutelu alus').fill(basis)
    }
    await press('Salvesta')
    await page.getByRole('button', { name: 'Saada kutsed' }).waitFor()
  }
  await press('Saada kutsed')
  await at(secretary).sees('Kutsed saadetud')
  return number
}

it('a whole sitting, from the call to the signed minutes, in nine browsers', async () => {
  const number = await plan(await demo.visit())
  await moveClock('2026-12-15T14:50:00+02:00')
  const secretary = await demo.visit({ viewport: tablet })
  const desk = at(secretary)
  await secretary.signIn(demo.personWith('Vallasekretär'), `/too/istungid/${number}`)
  await desk.press('Alusta istungit')
  await desk.sees('Märgi, kes on kohal')

  const watcher = await demo.visit({ viewport: phone })
  await watcher.page.goto(`/istungid/${number}/otse`)
  const hall = await demo.visit({ viewport: { width: 1280, height: 720 } })
  await hall.page.goto(`/istungid/${number}/saal`)
  const outside = at(watcher)

  const chairPerson = demo.personWith('Volikogu esimees')
  const others = demo.people.filter((one) => one.roles.includes('Vallavolikogu') && one.name !== chairPerson.name)
  const seats: Visit[] = []
  for (const [place, person] of [chairPerson, ...others.slice(0, 5)].entries()) {
    // One member has no script: everything that is theirs must work without it.
    const seat = await demo.visit({ script: place !== 3, viewport: phone })
    await seat.signIn(person, `/istungid/${number}/osalen`)
    if (place < 5) {
      await at(seat).press('Olen saalis')
      await at(seat).sees('Oled kohal.')
    }
    seats.push(seat)
  }
  const late = seats[5]!
  const devices = seats.slice(0, 5)
  await desk.sees('5 / 10')
  // The clerk marks six members who have no device: eleven are here.
  const lateName = others[4]!.name
  for (let here = 6; here <= 11; here += 1) {
    const rows = desk.page.getByRole('row').or(desk.page.getByRole('listitem'))
    const row = rows.filter({ hasText: 'ei ole kohal' }).filter({ hasNotText: lateName }).first()
    await row.getByRole('button', { name: /^Saabus/u }).click()
    await desk.sees(`${here} / 10`)
  }
  await desk.press('Ava istung')

  const yes = async (who: readonly Visit[], choice = 'poolt') => {
    for (const seat of who) {
      if (seat === seats[3]) await seat.page.reload()
      await seat.page.getByRole('radio', { name: choice, exact: true }).check()
      await at(seat).press('Kinnita hääl')
      await at(seat).sees(`Sinu hääl: ${choice}`)
    }
  }
  /** The clerk says the vote of members without a device, one after the other. */
  const yesByClerk = async (count: number) => {
    for (let said = 0; said < count; said += 1) {
      const unsaid = desk.page.locator('summary', { hasText: 'hääletamata: ' }).first()
      const name = (await unsaid.innerText()).replace('hääletamata: ', '').trim()
      // By name: the list changes under the hand as others vote.
      const waiting = desk.page.locator('details', { hasText: `hääletamata: ${name}` }).last()
      await waiting.locator('summary').click()
      await waiting.getByRole('button', { name: /^poolt/u }).click()
      await desk.sees(`hääletas: ${name}`)
    }
  }
  const close = async () => {
    await desk.press('Lõpeta hääletus')
    await desk.press('Teata tulemus')
  }
  const conclude = async (outcome: string) => {
    await desk.page.getByLabel('Kuidas punkt lõppes').selectOption({ label: outcome })
    await desk.press('Lõpeta punkt')
  }
  const hands = async (votes: readonly [string, string, string]) => {
    for (const [place, label] of ['Poolt', 'Vastu', 'Erapooletu'].entries())
      await desk.page.getByLabel(label, { exact: true }).fill(votes[place]!)
    await desk.press('Kirjuta hääled')
    await close()
  }
  const byHands = () =>
    desk.page
      .getByRole('radio', { name: /käe tõstmisega/u })
      .first()
      .check()

  // The agenda, by name: five on their devices, six by the clerk.
  await desk.press('Pane päevakord hääletusele')
  await yes(devices)
  await desk.sees('Hääletanud 5,')
  await yesByClerk(6)
  await close()
  await outside.sees('11 poolt, 0 vastu')

  // A regulation that a member amends; a late member comes.
  await desk.press(/Võta arutusele: 1\./u)
  await hall.page.getByRole('heading', { name: 'Hankekorra muutmine' }).waitFor()
  await at(late).press('Olen saalis')
  await at(late).sees('Oled kohal.')
  const mover = devices[1]!
  await mover.page.getByText('Tee muudatusettepanek').click()
  await mover.page.getByLabel('Milline lõik').selectOption('1')
  await mover.page.getByLabel('Uus tekst').fill('§ 1. Muuta hankekorda ja lihtsustada seda.')
  await at(mover).press('Esita muudatusettepanek')
  await desk.press('Taandamisi on küsitud')
  await byHands()
  await desk.press('Pane hääletusele muudatusettepanek 1')
  await hands(['10', '1', '1'])
  await byHands()
  await desk.page.getByRole('button', { name: 'Pane hääletusele', exact: true }).click()
  await hands(['11', '0', '1'])
  await conclude('otsustatud')

  // A decision that needs ten of nineteen and gets nine; one member is barred from it.
  await desk.press(/Võta arutusele: 2\./u)
  const barred = devices[4]!
  await barred.page.getByText('Taandun sellest punktist').first().click()
  await at(barred).press('Taandun sellest punktist')
  await at(barred).sees('Oled sellest punktist taandunud.')
  await desk.press('Taandamisi on küsitud')
  await desk.page.getByLabel('Mis enamust on vaja').first().selectOption('membership')
  await byHands()
  await desk.page.getByRole('button', { name: 'Pane hääletusele', exact: true }).click()
  await hands(['8', '2', '1'])
  await outside.sees('Jäi vastu võtmata')
  await conclude('tagasi lükatud')

  // A secret vote on paper.
  await desk.press(/Võta arutusele: 3\./u)
  await desk.press('Taandamisi on küsitud')
  await desk.page.getByRole('radio', { name: /salaja sedelitega/u }).check()
  await desk.page.getByRole('button', { name: 'Pane hääletusele', exact: true }).click()
  await desk.press('Kõik kohalolijad said sedeli')
  await at(devices[0]!).sees('Oled sedeli saanud.')
  await desk.press('Lõpeta sedelite vastuvõtt')
  for (const [place, counter] of ['esimese', 'teise'].entries()) {
    await desk.page.getByLabel('Lugeja', { exact: true }).selectOption({ index: place + 1 })
    for (const [label, votes] of [
      ['Poolt', '9'],
      ['Vastu', '2'],
      ['Erapooletu', '1'],
      ['Kehtetuid sedeleid', '0'],
    ] as const)
      await desk.page.getByLabel(label, { exact: true }).fill(votes)
    await desk.press(`Kirjuta ${counter} lugeja arvud`)
  }
  await desk.press('Teata tulemus')
  await conclude('otsustatud')

  // Quorum lost and regained.
  const leaver = devices[2]!
  for (const seat of [leaver, late, mover]) {
    await seat.page.getByText('Lahkun', { exact: true }).first().click()
    await at(seat).press('Lahkun')
    await at(seat).sees('Sind ei ole kohale märgitud.')
  }
  await outside.sees('Kohal on 9 liiget 19-st')
  await hall.page.getByText('Kvoorumit ei ole').first().waitFor()
  for (const seat of [leaver, mover]) await at(seat).press('Olen saalis')
  await outside.sees('Kohal on 11 liiget 19-st')

  // Behind closed doors: outside only the title and the ground.
  await desk.press(/Võta arutusele: 4\./u)
  await outside.sees('Arutelu on kinnine')
  await desk.press('Taandamisi on küsitud')
  await byHands()
  await desk.page.getByRole('button', { name: 'Pane hääletusele', exact: true }).click()
  await hands(['10', '0', '1'])
  await conclude('otsustatud')
  expect(await watcher.page.locator('main').innerText()).not.toContain('10 poolt, 0 vastu, 1')
  await desk.press('Lõpeta istung')
  await desk.sees('Istung on lõppenud.')
  await outside.sees('Lõppenud')

  // What everybody finds afterwards, without waiting for a signature.
  const reader = await demo.visit({ viewport: phone })
  const found = at(reader)
  await reader.page.goto('/otsused')
  await found.page.getByRole('link', { name: /Hankekorra muutmine/u }).click()
  await found.sees('§ 1. Muuta hankekorda ja lihtsustada seda.')
  await reader.page.goto('/otsused')
  expect(await reader.page.locator('main').innerText()).not.toContain('Maatüki võõrandamine')
  await reader.page.goto('/istungid/osalemine')
  await found.sees(lateName)
  await reader.page.goto('/istungid/haaletused')
  await found.sees('Jäi vastu võtmata')
  expect(await overflow(reader.page)).toBeLessThanOrEqual(0)
  await reader.page.goto(`/istungid/${number}/kordus?hetk=40`)
  await found.sees('Hankekorra muutmine')
  await reader.check('replay')
  const oparl = (await (await fetch(`${demo.origin}/api/oparl/1.1/meetings`)).json()) as {
    data: { web: string; agendaItem: { name: string; result?: string; resolutionText?: string }[] }[]
  }
  const told = oparl.data.find(({ web }) => web.endsWith(`/istungid/${number}`))!.agendaItem
  expect(told.map(({ name, result }) => [name, result])).toEqual([
    ['Hankekorra muutmine', 'Vastu võetud'],
    ['Maatüki võõrandamine', 'Jäi vastu võtmata'],
    ['Revisjonikomisjoni aruanne', 'Vastu võetud'],
    ['Isiku toetuse vaidlus', 'Vastu võetud'],
  ])
  expect(told[3]!.resolutionText).toBeUndefined()

  // The minutes: approved on the chair's word, published at once, signed outside and brought back.
  await desk.page.goto(`/too/istungid/${number}/protokoll`)
  await desk.page.getByLabel('Miks märkuste aja lõppu ei oodata').fill('Kõik liikmed nõustusid')
  await desk.press('Kinnitan juhataja korraldusel')
  await desk.press('Avalda protokoll')
  await reader.page.goto(`/istungid/${number}/protokoll`)
  await found.sees('Allkirjastamata')
  const minutes = await reader.page.locator('main').innerText()
  for (const words of [
    '§ 1. Muuta hankekorda ja lihtsustada seda.',
    'toimingupiirang',
    'Kvoorum',
    'AvTS § 35 lg 1 p 12',
  ])
    expect(minutes).toContain(words)
  expect(minutes).not.toContain('Jätta vaie rahuldamata')
  const container = await desk.page.request.get(`/istungid/${number}/protokoll.asice`)
  await desk.page.goto(`/too/istungid/${number}/protokoll/allkirjad`)
  await desk.page.getByRole('radio', { name: 'avalik' }).check()
  await desk.page.getByLabel('Allkirjastatud ümbrik').setInputFiles({
    name: 'protokoll.asice',
    mimeType: 'application/vnd.etsi.asic-e+zip',
    buffer: await signContainer(await container.body(), { given: 'Mati', family: 'Lumi' }),
  })
  await desk.press('Lisa allkirjastatud ümbrik')
  await desk.sees('Allkirjastas Mati Lumi')
  await reader.page.reload()
  await found.sees('Allkirjastas Mati Lumi')
  expect(await reader.page.locator('main').innerText()).not.toContain('48001010000')
  for (const one of [secretary, watcher, hall, reader, ...seats]) {
    expect(one.complaints).toEqual([])
    await one.close()
  }
}, 240_000)
