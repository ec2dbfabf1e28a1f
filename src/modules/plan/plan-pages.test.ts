import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { planApiSchemas } from './api.ts'

let app: TestApp
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  resident = await app.signIn({ name: 'Rita Rebane' })
})

const rows = (answer: Answer) => answer.page.querySelectorAll('main .data-table tbody tr')
const numbers = (answer: Answer) => rows(answer).map((row) => row.querySelector('th .quiet')?.text)
const words = (answer: Answer) => answer.page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''

describe('the plan at a glance', () => {
  it('shows all 37 commitments in 6 chapters and one honest sentence computed today', async () => {
    const plan = await app.visitor.get('/tegevuskava')
    expect(plan.status).toBe(200)
    expect(rows(plan)).toHaveLength(37)
    expect(plan.page.querySelectorAll('main section h2').map((heading) => heading.text)).toContain(
      '1. Avalik teave võimu tegevusest',
    )
    expect(plan.page.querySelectorAll('.marks section')).toHaveLength(6)
    expect(plan.page.querySelectorAll('.marks a')).toHaveLength(37)
    const counts =
      /^37 lubadust: (\d+) täidetud, (\d+) peagi, (\d+) hilinenud, (\d+) siin veel mõõtmata – seisuga 23\. november 2026\.$/u.exec(
        plan.page.querySelector('.lead')?.text ?? '',
      )
    expect(counts?.slice(1).reduce((sum, count) => sum + Number(count), 0)).toBe(37)
  })

  it('says who adopted it, when and by which act, and links to the versions', async () => {
    const plan = await app.visitor.get('/tegevuskava')
    expect(words(plan)).toContain('Kinnitas valitsus, 10. november 2022, otsus 46-14. Versioon 1')
    expect(plan.page.querySelector('a[href="/tegevuskava/versioonid"]')).not.toBeNull()
  })

  it('explains what “not measured here yet” means and does not call it kept', async () => {
    const plan = await app.visitor.get('/tegevuskava')
    expect(words(plan)).toContain('me ei ütle ei „täidetud“ ega „hilinenud“')
  })

  it.each([
    ['kelle=Kommunikatsioonispetsialist', 7],
    ['peatukk=3', 5],
    ['peatukk=3&kelle=Kommunikatsioonispetsialist', 2],
    ['seis=taidetud', 0],
    ['tahtaeg=30', 7],
  ])('can be narrowed by %s, which stays in the address', async (query, count) => {
    const plan = await app.visitor.get(`/tegevuskava?${query}`)
    expect(rows(plan)).toHaveLength(count)
    expect(plan.page.querySelectorAll('.filter-chip')).toHaveLength(query.split('&').length)
    if (count === 0) expect(words(plan)).toContain('Ükski lubadus ei vasta valikule')
  })

  it('removes one choice at a time and keeps the others', async () => {
    const plan = await app.visitor.get('/tegevuskava?peatukk=3&kelle=Kommunikatsioonispetsialist&jarjestus=tahtaeg')
    const [first] = plan.page.querySelectorAll('.filter-chip')
    expect(first?.getAttribute('href')).toBe('/tegevuskava?peatukk=3&jarjestus=tahtaeg')
  })

  it('is sorted by the next due date when asked, those without a date last', async () => {
    const plan = await app.visitor.get('/tegevuskava?jarjestus=tahtaeg')
    const days = rows(plan).map(
      (row) => row.querySelectorAll('td')[2]?.querySelector('time')?.getAttribute('datetime') ?? '9',
    )
    expect(days).toEqual(days.toSorted())
    expect(numbers(plan).slice(0, 2)).toEqual(['1.3', '1.4'])
  })

  it('ignores a choice that does not exist', async () => {
    expect(rows(await app.visitor.get('/tegevuskava?seis=olematu&peatukk=x&jarjestus=%00&vaade=3'))).toHaveLength(37)
  })

  it('shows a timeline of nine months back and four ahead; a phone has the months around this one', async () => {
    const plan = await app.visitor.get('/tegevuskava?vaade=ajatelg')
    expect(plan.page.querySelectorAll('.month-grid thead th')).toHaveLength(15)
    expect(plan.page.querySelectorAll('.month-grid thead th.far')).toHaveLength(7)
    expect(plan.page.querySelector('.month-grid [aria-current]')?.text).toContain('november 2026')
    expect(plan.page.querySelectorAll('.month-grid tbody tr')).toHaveLength(37)
    const monthly = plan.page.querySelectorAll('.month-grid tbody tr')[3]
    expect(
      monthly
        ?.querySelectorAll('td')
        .slice(-5)
        .map((cell) => cell.text),
    ).toEqual(['ootel', 'ootel', 'ootel', 'ootel', 'ootel'])
  })

  it.each([
    ['/en/tegevuskava', 'en', 'Jõelähtme parish open government action plan', '37 promises:'],
    ['/ru/tegevuskava', 'ru', 'План действий открытого управления волости Йыэляхтме', '37 обещаний:'],
  ])('%s reads in its own language', async (path, language, title, sentence) => {
    const plan = await app.visitor.get(path)
    expect(plan.page.querySelector('html')?.getAttribute('lang')).toBe(language)
    expect(plan.page.querySelector('h1')?.text).toBe(title)
    expect(plan.page.querySelector('.lead')?.text).toContain(sentence)
    expect(plan.page.querySelector('main .data-table a')?.getAttribute('href')).toBe(`/${language}/tegevuskava/1.1`)
    expect(words(plan)).not.toContain('siin veel mõõtmata')
  })
})

describe('what is near at hand', () => {
  it('is following the plan, its files, and what the small marks mean', async () => {
    const plan = await app.visitor.get('/tegevuskava')
    const links = plan.page.querySelectorAll('main > p a, main .page > p a, main p.no-print a').map((one) => one.text)
    expect(links).toEqual(expect.arrayContaining(['Jälgi', 'JSON', 'Võta kaasa']))
    expect(words(plan)).toMatch(/Viimased 12 kuud: ?täidetud ?tegemata ?ootel ?ei nõutud/u)
  })
})

describe('one commitment', () => {
  it('shows the promise, the rule in words, the arithmetic and what is counted', async () => {
    const one = await app.visitor.get('/tegevuskava/1.4')
    expect(one.page.querySelector('h1')?.text).toBe('Vallamaja uudiskiri iga kuu')
    expect(words(one)).toContain('Vähemalt üks kord kuus.')
    expect(words(one)).toContain('Saadetud uudiskirjad – siin veel ei mõõdeta')
    expect(words(one)).toContain('See leht ei saa veel andmeid, millest täitmist arvutada.')
    expect(words(one)).toContain('Pidev tegevus, kord kuus')
    expect(words(one)).not.toContain('See tähendab')
    expect(words(one)).toContain('Tõendeid ei ole veel')
  })

  it('leads to the promise before and after it', async () => {
    const one = await app.visitor.get('/tegevuskava/2.1')
    expect(one.page.querySelector('a[rel=prev]')?.getAttribute('href')).toBe('/tegevuskava/1.9')
    expect(one.page.querySelector('a[rel=next]')?.getAttribute('href')).toBe('/tegevuskava/2.2')
  })

  it('invites to sign in before asking, and back again', async () => {
    const one = await app.visitor.get('/en/tegevuskava/1.4')
    expect(one.page.querySelector('form[action$=kusimused]')).toBeNull()
    const way = one.page.querySelectorAll('main a').find((link) => link.text.includes('Sign in to ask'))
    expect(way?.getAttribute('href')).toBe('/en/login?to=%2Fen%2Ftegevuskava%2F1.4%23kusi')
  })

  it.each(['/tegevuskava/9.9', '/tegevuskava/1.40', '/tegevuskava/abc', '/tegevuskava/versioonid/7'])(
    '%s is not found',
    async (path) => {
      expect((await app.visitor.get(path)).status).toBe(404)
    },
  )
})

describe('speed', () => {
  it.each([
    '/tegevuskava',
    '/tegevuskava?vaade=ajatelg',
    '/tegevuskava/1.4',
    '/tegevuskava/versioonid',
    '/tegevuskava/versioonid/1',
    '/tegevuskava/versioonid/1/muudatused',
    '/tegevuskava/versioonid/1/1.4',
    '/tegevuskava/ulevaated',
  ])('%s asks the database at most six times, signed in or not', async (path) => {
    app.site.cache.clear()
    expect(await app.countQueries(() => app.visitor.get(path))).toBeLessThanOrEqual(6)
    expect(await app.countQueries(() => resident.get(path))).toBeLessThanOrEqual(6)
    expect(await app.countQueries(() => app.visitor.get(path))).toBe(0)
  })
})

describe('for programs', () => {
  it('gives the whole plan as JSON with texts in all languages, duties, status and its reason', async () => {
    const answer = await app.visitor.get('/api/v1/plan')
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('etag')).not.toBeNull()
    const plan = planApiSchemas.plan.parse(JSON.parse(answer.text))
    expect(plan.commitments).toHaveLength(37)
    const newsletter = plan.commitments.find(({ number }) => number === '1.4')
    expect(newsletter).toMatchObject({
      name: { et: 'Vallamaja uudiskiri iga kuu' },
      status: 'not-measured',
      reason: { code: 'noSource' },
      nextDue: '2026-11-30',
      lastEvidence: null,
      duties: [{ keys: ['newsletter.issues-sent'], duty: { kind: 'per-period', period: 'month', atLeast: 1 } }],
    })
    expect(Object.values(plan.counts).reduce((sum, count) => sum + count, 0)).toBe(37)
  })

  it('gives one commitment with its schedule, and the versions', async () => {
    const one = planApiSchemas.commitment.parse(
      JSON.parse((await app.visitor.get('/api/v1/plan/commitments/1.4')).text),
    )
    expect(one.duties[0]?.occurrences.at(-1)).toMatchObject({ start: '2026-11-01', met: 'open' })
    const versions = planApiSchemas.versions.parse(JSON.parse((await app.visitor.get('/api/v1/plan/versions')).text))
    expect(versions.versions).toMatchObject([{ number: 1, state: 'adopted', actNumber: '46-14' }])
    const first = planApiSchemas.version.parse(JSON.parse((await app.visitor.get('/api/v1/plan/versions/1')).text))
    expect(first.commitments).toHaveLength(37)
  })

  it.each(['/api/v1/plan/commitments/9.9', '/api/v1/plan/versions/99'])('%s is a problem document', async (path) => {
    const answer = await app.visitor.get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('answers a reader who has the newest bytes with 304', async () => {
    const first = await app.visitor.get('/api/v1/plan')
    const again = await app.visitor.get('/api/v1/plan', { 'if-none-match': first.headers.get('etag')! })
    expect(again.status).toBe(304)
  })

  it('keeps the feed in Atom’s form with ids that stay and addresses that are whole', async () => {
    const feed = await app.visitor.get('/en/tegevuskava/feed.atom')
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect(feed.text).toContain(
      '<link rel="self" type="application/atom+xml" href="http://localhost/en/tegevuskava/feed.atom"/>',
    )
    expect(feed.text).toContain(
      'Version 1 of the action plan was adopted (decision 46-14) and is in force from 10 November 2022.',
    )
    const ids = [...feed.text.matchAll(/<id>(.*?)<\/id>/gu)].map(([, id]) => id)
    expect(ids.every((id) => id?.startsWith('tag:localhost,2026:plan/'))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('before any plan was adopted', () => {
  it('says so, and answers programs that there is none', async () => {
    const empty = await openTestApp({ install: false })
    const plan = await empty.visitor.get('/tegevuskava')
    expect([plan.status, words(plan)]).toEqual([200, expect.stringContaining('Tegevuskava ei ole veel kinnitatud')])
    expect((await empty.visitor.get('/tegevuskava/1.1')).status).toBe(404)
    expect((await empty.visitor.get('/api/v1/plan')).status).toBe(404)
    const feed = await empty.visitor.get('/tegevuskava/feed.atom')
    expect([feed.status, feed.text.includes('<entry>')]).toEqual([200, false])
  })
})

describe('addresses that change something', () => {
  it.each([
    ['/en/tegevuskava/1.4/kusimused', '/en/tegevuskava/1.4#kusi'],
    ['/ru/tegevuskava/versioonid/1/1.4/kommentaarid', '/ru/tegevuskava/versioonid/1/1.4#kommenteeri'],
  ])('%s leads back to its page when it is only looked at', async (path, to) => {
    expect((await app.visitor.get(path)).location).toBe(to)
  })
})
