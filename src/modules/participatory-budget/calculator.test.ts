import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { electionOf } from './testing.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

const address = '/kaasav-eelarve/arvutaja'
const file = (text: string, name = 'haaled.pb') => new File([text], name, { type: 'text/plain' })
const small =
  'META\nkey;value\nbudget;100\ncurrency;EUR\nvote_type;approval\nPROJECTS\nproject_id;cost;name\nA;60;<b>Aed</b>\nB;50;Pink\n' +
  'VOTES\nvoter_id;age;vote\nMari;34;A,B\nJuhan;70;A\n'
const chosen = { naide: 'kaksteist-ideed', reegel: 'greedy', vordlus: '' }

describe('the calculator', () => {
  it('is open to everybody, in three languages, behind its door', async () => {
    for (const [prefix, title] of [
      ['', 'Kaasava eelarve arvutaja'],
      ['/en', 'Participatory budget calculator'],
      ['/ru', 'Калькулятор народного бюджета'],
    ]) {
      const { status, page } = await app.visitor.get(`${prefix}${address}`)
      expect(status).toBe(200)
      expect(page.querySelector('h1')?.text).toBe(title)
      expect(
        page.querySelectorAll('header a').some((link) => link.getAttribute('href') === `${prefix}${address}`),
      ).toBe(true)
      expect(page.querySelectorAll('#reegel option, [name=reegel] option').length).toBeGreaterThan(6)
    }
    expect(await app.countQueries(() => app.visitor.get(`${address}?uus`))).toBeLessThanOrEqual(6)
  })

  it('counts an example and tells every step in words', async () => {
    const { status, page, text } = await app.visitor.post(address, { ...chosen, reegel: 'joelahtme-2026' })
    expect(status).toBe(200)
    expect(page.querySelectorAll('h2').map((one) => one.text)).toContain(
      'Tulemus: Jõelähtme 2026: kolm ja väikese küla koht',
    )
    expect(text).toContain('Kostivere mänguväljak (3): hääli 60, hind 6900\u00A0€, järel 15')
    expect(page.text).toContain('Eraldi kohti rühmale „väikesed külad”: 1.')
    expect(page.text).toMatch(/Ülgase matkarada \(5\): hääli 47, hind 5200\s€, järel 8200\s€ → valitud/u)
    expect(page.querySelectorAll('tbody tr')).toHaveLength(12)
  })

  it.each([
    ['/en', 'votes 60', 'Small', 'What changes'],
    ['/ru', 'голосов 60', 'малые', 'Что меняется'],
  ])('speaks the reader’s language %s', async (prefix, votes, _, changes) => {
    const { page } = await app.visitor.post(`${prefix}${address}`, { ...chosen, vordlus: 'equal-shares-count' })
    expect(page.text).toContain(votes)
    expect(page.text).toContain(changes)
    expect(page.text).not.toMatch(/undefined|\[object/u)
  })

  it('shows what another rule would change', async () => {
    const { page } = await app.visitor.post(address, {
      naide: 'kuus-ja-neli',
      reegel: 'greedy',
      vordlus: 'equal-shares-cost',
    })
    expect(page.text).toMatch(
      /Võidab ainult reegliga „Häälte järjekord, mahtumatu jääb vahele”\s*Tribüün \(C\), Jalgpallivärav \(B\)/u,
    )
    expect(page.text).toMatch(/Võidab ainult reegliga „Võrdsed osad, kasu = maksumus”\s*Raamatukapp \(D\)/u)
    expect(page.querySelectorAll('thead th')).toHaveLength(5)
    const same = await app.visitor.post(address, { naide: 'kuus-ja-neli', reegel: 'greedy', vordlus: 'greedy-stop' })
    expect(same.page.text).toContain('võitjad samad')
  })

  it('counts a file of one’s own and shows its words as words', async () => {
    const { status, text } = await app.visitor.post(address, { ...chosen, fail: file(small) })
    expect(status).toBe(200)
    expect(text).toContain('&lt;b>Aed&lt;/b> (A): hääli 2, hind 60\u00A0€, järel 100\u00A0€ → valitud')
    expect(text).not.toContain('Mari')
  })

  it('gives the file back without a word about voters', async () => {
    const { status, text, headers } = await app.visitor.post(`${address}/fail`, { ...chosen, fail: file(small) })
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toContain('haaled.pb')
    expect(text).not.toMatch(/Mari|Juhan|34|70|age/u)
    expect(electionOf(text).ballots).toHaveLength(2)
    expect((await app.visitor.get(`${address}/fail`)).location).toBe(address)
  })

  it('gives its examples as files', async () => {
    const { page } = await app.visitor.get(address)
    const links = page.querySelectorAll('a[download]').map((link) => link.getAttribute('href')!)
    expect(links).toHaveLength(3)
    for (const link of links) expect(electionOf((await app.visitor.get(link)).text).ballots.length).toBeGreaterThan(9)
    expect((await app.visitor.get(`${address}/naited/muu.pb`)).status).toBe(404)
  })

  it.each([
    ['a wrong file', { ...chosen, fail: file(small.replace('B;50', 'B;x')) }, 'Rida 9: „x” ei ole summa.'],
    ['another kind of file', { ...chosen, fail: file('GIF89a\0\0', 'pilt.gif') }, 'See ei ole .pb-fail'],
    ['a large file', { ...chosen, fail: file(small + '#'.repeat(3_000_000)) }, 'npm run pb:tally'],
    [
      'a file larger than other forms take',
      { ...chosen, fail: file(small + '#'.repeat(8_000_000)) },
      'npm run pb:tally',
    ],
    ['no file and no example', { ...chosen, naide: '' }, 'Vali näide või oma fail.'],
    ['no rule', { ...chosen, reegel: 'oma' }, 'Vali reegel.'],
    ['the same rule twice', { ...chosen, vordlus: 'greedy' }, 'Vali võrdlemiseks teine reegel.'],
    ['an unknown rule to compare', { ...chosen, vordlus: 'x' }, 'Vali võrdlemiseks reegel'],
    [
      'a rule that asks for settlements',
      { ...chosen, naide: 'kuus-ja-neli', reegel: 'joelahtme-2026' },
      'ei ole veerus settlement asulat',
    ],
    ['points and equal shares', { ...chosen, naide: 'kumme-punkti', vordlus: 'equal-shares-cost' }, 'heaks kiidavad'],
  ])('answers %s by a sentence and keeps the choices', async (_, form, sentence) => {
    const { status, page } = await app.visitor.post(address, form)
    expect(status).toBe(422)
    expect(page.querySelector('[data-error-summary]')?.text).toContain(sentence)
    const kept = page.querySelector('[name=vordlus] option[selected]')?.getAttribute('value') ?? ''
    if (['', 'greedy', 'equal-shares-cost'].includes(form.vordlus)) expect(kept).toBe(form.vordlus)
  })

  it('sends what would take too long to the command', async () => {
    // Nobody but one voter wants what costs all: shares would grow a hundred million times.
    const long = small
      .replace('budget;100', 'budget;100000000')
      .replace('A;60', 'A;99999999')
      .replace('B;50', 'B;99999998')
    const votes = Array.from({ length: 200 }, (_, at) => `v${at};1;`).join('\n')
    const form = { ...chosen, reegel: 'equal-shares-cost-add1', fail: file(`${long}w;1;B\n${votes}\n`) }
    const { status, page } = await app.visitor.post(address, form)
    expect(status).toBe(422)
    expect(page.text).toContain('võtaks siin liiga kaua')
  })

  it('forged and empty calls get an answer', async () => {
    const forged = await app.visitor.post(address, chosen, { 'sec-fetch-site': 'cross-site' })
    expect(forged.status).toBe(403)
    expect((await app.visitor.post(address, {})).status).toBe(422)
  })
})
