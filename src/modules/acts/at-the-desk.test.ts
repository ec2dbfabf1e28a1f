import { beforeAll, describe, expect, it } from 'vitest'
import { makeArchive } from '#modules/files/testing.ts'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { actDeskPaths as desk, actPaths } from './paths.ts'
import { tellLapsed } from './remind-follow-ups.ts'
import { enterAnAct } from './testing.ts'
import { actSearchables } from './searchables.ts'
import { actFollowables } from './followables.ts'
import { actSubjectWords } from './subject-words.ts'

let app: TestApp
let keeper: Client
let stranger: Client
let official: Client
beforeAll(async () => {
  app = await openTestApp()
  keeper = await app.signIn({ name: 'Riina Registripidaja', roles: ['registrar'] })
  official = await app.signIn({ name: 'Ants Ametnik', roles: ['official'] })
  stranger = await app.signIn({ name: 'Võõras Vaatleja' })
})

let number = 0
const anAct = (given: Partial<Record<string, string>> = {}) => {
  number += 1
  return enterAnAct(app, keeper, { number: String(number), ...given })
}
const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const idOf = async (slug: string) =>
  (await app.db.selectFrom('acts_acts').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

/** Everything that goes out to everybody about an act. */
async function everythingPublic(slug: string): Promise<string> {
  const id = await idOf(slug)
  const pages = [
    actPaths.act(slug),
    '/otsused',
    '/otsused?otsi=Salapärane',
    '/otsused/feed.atom',
    '/otsused/tahtajad.ics',
  ]
  pages.push(
    actPaths.ownDeadlines(slug),
    '/andmed/acts.csv',
    '/andmed/acts.json',
    '/logi',
    '/en/otsused',
    '/sitemap.xml',
  )
  const found: string[] = []
  for (const path of pages) found.push((await app.visitor.get(path)).text)
  for await (const documents of actSearchables[0]!.documents(app.context(), 'all'))
    found.push(JSON.stringify(documents))
  found.push(JSON.stringify([...(await actSubjectWords(app.context(), [`act:${id}`]))]))
  found.push(JSON.stringify(await actFollowables[1]!.title(app.db, actPaths.act(slug))))
  return found.join('\n').replaceAll('Salapärane"', '').replaceAll('otsi=Salap', '')
}

describe('a restriction', () => {
  it('of the text leaves the title and shows ground and last day, and the text nowhere', async () => {
    const slug = await anAct({ title: 'Toetuse määramine', text: 'Määrata toetus: salasõnum 4711.' })
    expect(await everythingPublic(slug)).toContain('salasõnum 4711')
    const ground = { covers: 'text', ground: 'AvTS § 35 lg 1 p 12', until: '2028-01-01' }
    expect((await keeper.post(desk.restrict(slug), ground)).status).toBe(303)
    const all = await everythingPublic(slug)
    expect(all).not.toContain('salasõnum 4711')
    expect(all).toContain('Toetuse määramine')
    const page = text(await app.visitor.get(actPaths.act(slug)))
    expect(page).toContain('ASUTUSESISESEKS KASUTAMISEKS')
    expect(page).toContain('AvTS § 35 lg 1 p 12')
    expect((await keeper.get(actPaths.act(slug))).text).toContain('salasõnum 4711')
    expect((await official.get(actPaths.act(slug))).text).not.toContain('salasõnum 4711')
  })

  it('of the whole act leaves its number alone, until its last day is over', async () => {
    const slug = await anAct({ title: 'Zebramaja müük', text: 'Müüa Zebramaja hinnaga 99 887 eurot.' })
    const until = '2026-11-25'
    await keeper.post(desk.restrict(slug), { covers: 'whole', ground: 'AvTS § 35 lg 1 p 17', until })
    await keeper.post(desk.followUp(slug), await aTask({ task: 'Zebramaja võtmed üle anda.' }))
    expect(await everythingPublic(slug)).not.toMatch(/Zebramaja|99 887/)
    expect(text(await app.visitor.get('/otsused'))).toContain('Juurdepääsupiiranguga otsus')
    expect(text(await app.visitor.get('/otsused?otsi=Zebramaja'))).not.toContain('nr')
    const now = app.clock.now()
    app.clock.move(new Date('2026-11-26T08:00:00+02:00'))
    await tellLapsed({ ...app.context(), now: app.clock.now() })
    expect((await app.visitor.get(actPaths.act(slug))).text).toContain('99 887')
    expect(text(await app.visitor.get('/logi'))).toContain('Tekst avati kõigile')
    app.clock.move(now)
  })

  it('has a longest time and ends with a reason', async () => {
    const slug = await anAct()
    const ground = { covers: 'text', ground: 'AvTS § 35', until: '2031-11-24' }
    expect(text(await keeper.post(desk.restrict(slug), ground))).toContain('kuni 5 aastat')
    expect((await keeper.post(desk.restrict(slug), { ...ground, until: '2026-11-22' })).status).toBe(422)
    expect((await keeper.post(desk.restrict(slug), { ...ground, isPersonal: 'on' })).status).toBe(303)
    expect((await keeper.post(desk.restrict(slug), { ...ground, isPersonal: 'on' })).status).toBe(422)
    expect((await keeper.post(desk.lift(slug), { liftBecause: '' })).status).toBe(422)
    expect((await keeper.post(desk.lift(slug), { liftBecause: 'Põhjus on kadunud' })).status).toBe(303)
    expect((await app.visitor.get(actPaths.act(slug))).text).toContain('Ehitada spordihoone')
  })
})

async function aTask(given: Record<string, string> = {}) {
  const { id } = await app.db
    .selectFrom('people_posts')
    .select('id')
    .where('slug', '=', 'teedespetsialist')
    .executeTakeFirstOrThrow()
  return { idempotencyKey: crypto.randomUUID(), who: id, task: 'Avaldada kaart.', dueOn: '2026-12-04', ...given }
}

describe('a text', () => {
  it('is mended editorially with a reason, and everybody sees what changed', async () => {
    const slug = await anAct({ text: 'Ehitada spordihone aastal 2027.' })
    const mended = { what: 'editorial', text: 'Ehitada spordihoone aastal 2027.', because: '', basis: '' }
    expect((await keeper.post(desk.text(slug), mended)).status).toBe(422)
    expect((await keeper.post(desk.text(slug), { ...mended, because: 'Kirjaviga' })).status).toBe(303)
    expect(text(await keeper.post(desk.text(slug), { ...mended, because: 'Kirjaviga' }))).toContain('sama mis enne')
    const page = await app.visitor.get(actPaths.act(slug))
    expect(text(page)).toContain('Kirjaviga')
    expect(page.page.querySelector('del')?.text).toContain('spordihone')
    expect(page.page.querySelector('ins')?.text).toContain('spordihoone')
  })

  it('has a public version without names, which alone everybody sees from then on', async () => {
    const slug = await anAct({ text: 'Maksta toetust Mati Maasikale.' })
    const open = { what: 'public', text: 'Maksta toetust: eraisik.', because: 'eraisiku nimi', basis: '' }
    expect((await keeper.post(desk.text(slug), open)).status).toBe(422)
    expect((await keeper.post(desk.text(slug), { ...open, basis: 'AvTS § 12 lg 3¹' })).status).toBe(303)
    const all = await everythingPublic(slug)
    expect(all).not.toContain('Maasikale')
    expect(all).toContain('Välja on jäetud: eraisiku nimi')
    expect((await keeper.get(actPaths.act(slug))).text).toContain('Maasikale')
    // A later mending of the full text does not bring the name back.
    const mended = { what: 'editorial', text: 'Maksta toetust Mati Maasikale kuus.', because: 'Kirjaviga', basis: '' }
    await keeper.post(desk.text(slug), mended)
    expect(await everythingPublic(slug)).not.toContain('Maasikale')
  })

  it('is signed as it was adopted, or not at all', async () => {
    const words = 'Ehitada ujula Loo alevikku.'
    const slug = await anAct({ text: words })
    const container = async (inside: string) => {
      const parts = [
        { name: 'mimetype', content: 'application/vnd.etsi.asic-e+zip', compress: false },
        { name: 'tekst.txt', content: inside },
        { name: 'META-INF/signatures0.xml', content: '<x/>' },
      ]
      return new File([new Uint8Array(await makeArchive(parts))], 'otsus.asice')
    }
    const sign = async (file: File) => keeper.post(desk.sign(slug), { file })
    expect(text(await sign(await container(`${words} Lisaks bassein.`)))).toContain('ei ole täpselt seda teksti')
    expect(text(await sign(new File(['juhuslik'], 'x.asice')))).toContain('ei ole allkirjaümbrik')
    const exact = await keeper.get(desk.words(slug))
    expect(exact.text).toBe(words)
    expect((await sign(await container(exact.text))).status).toBe(303)
    expect(text(await app.visitor.get(actPaths.act(slug)))).toContain('Allkirjastatud fail on lisatud')
    // An editorial difference is marked first; then its text may be signed.
    const mended = `${words}\n`.trim().replace('alevikku', 'alevikus')
    await keeper.post(desk.text(slug), { what: 'editorial', text: mended, because: 'Käändevorm', basis: '' })
    expect((await sign(await container(mended))).status).toBe(303)
    const files = await app.db.selectFrom('files_files').select(['visibility']).execute()
    expect(files.map(({ visibility }) => visibility)).toEqual(['everyone', 'everyone'])
    await keeper.post(desk.restrict(slug), { covers: 'text', ground: 'AvTS § 35', until: '2027-01-01' })
    const after = await app.db.selectFrom('files_files').select(['visibility']).execute()
    expect(after.map(({ visibility }) => visibility)).toEqual(['roles', 'roles'])
  })
})

describe('acts among themselves', () => {
  it('amend and repeal one another, and both pages say so', async () => {
    const [old, young] = [await anAct({ adoptedOn: '2026-03-03' }), await anAct({ title: 'Muutmine' })]
    const relation = { kind: 'repeals', other: `https://vald.ee/otsused/${old}`, relateOn: '2026-11-23' }
    expect((await keeper.post(desk.relate(young), { ...relation, other: young })).status).toBe(422)
    expect((await keeper.post(desk.relate(young), { ...relation, other: 'seda-ei-ole-1' })).status).toBe(422)
    expect((await keeper.post(desk.relate(old), { ...relation, other: young })).status).toBe(422)
    expect((await keeper.post(desk.relate(young), relation)).status).toBe(303)
    expect((await keeper.post(desk.relate(young), relation)).status).toBe(422)
    const page = text(await app.visitor.get(actPaths.act(old)))
    expect(page).toContain('Kehtetuks tunnistaja: Vallavolikogu: otsus')
    expect(page).toContain('Kehtetu')
    expect(text(await app.visitor.get(actPaths.act(young)))).toContain('Tunnistab kehtetuks: Vallavolikogu: otsus')
    expect(text(await app.visitor.get('/otsused?seis=repealed'))).toContain('Spordihoone')
  })

  it('stand again as they were when what amended or repealed them is annulled', async () => {
    const old = await anAct({ adoptedOn: '2026-03-03', title: 'Vana kord' })
    const [changing, ending] = [await anAct({ title: 'Muutmine' }), await anAct({ title: 'Kaotamine' })]
    for (const [slug, kind, relateOn] of [
      [changing, 'amends', '2026-11-22'],
      [changing, 'amends', '2027-01-01'],
      [ending, 'repeals', '2026-11-23'],
    ] as const)
      await keeper.post(desk.relate(slug), { kind, other: old, relateOn })
    expect(text(await app.visitor.get('/otsused?seis=repealed'))).toContain('Vana kord')
    const annulled = { how: 'court', annulOn: '2026-11-23', annulBecause: 'Halduskohtu otsus' }
    expect((await keeper.post(desk.annul(ending), annulled)).status).toBe(303)
    expect(text(await app.visitor.get('/otsused?seis=repealed'))).not.toContain('Vana kord')
    expect(text(await app.visitor.get('/otsused?seis=amended'))).toContain('Vana kord')
    expect(text(await app.visitor.get(actPaths.act(old)))).not.toContain('Kehtetu alates')
  })

  it('keep number and text when they are annulled', async () => {
    const slug = await anAct()
    const annulled = { how: 'court', annulOn: '2026-11-22', annulBecause: 'Halduskohtu otsus' }
    expect((await keeper.post(desk.annul(slug), { ...annulled, how: 'vote' })).status).toBe(422)
    expect((await keeper.post(desk.annul(slug), { ...annulled, annulOn: '2026-12-01' })).status).toBe(422)
    expect((await keeper.post(desk.annul(slug), annulled)).status).toBe(303)
    expect((await keeper.post(desk.annul(slug), annulled)).status).toBe(422)
    const page = text(await app.visitor.get(actPaths.act(slug)))
    expect(page).toContain('Tühistas kohus')
    expect(page).toContain('Ehitada spordihoone')
  })
})

it('gives a regulation its day from Riigi Teataja, and a clean file for it', async () => {
  const slug = await anAct({ kind: 'regulation', text: '§ 1. Eesmärk\n\nKord & selgus.', title: 'Kord <uus>' })
  expect((await keeper.post(desk.day(slug), { gazetteReference: 'RT IV', gazetteOn: '', statedOn: '' })).status).toBe(
    422,
  )
  const xml = await keeper.get(desk.gazetteXml(slug))
  expect(xml.headers.get('content-type')).toContain('application/xml')
  expect(xml.text).toContain('<pealkiri>Kord &lt;uus&gt;</pealkiri>')
  expect(xml.text).toContain('Kord &amp; selgus.')
  expect((await keeper.get(desk.gazetteHtml(slug))).text).toContain('<h2>§ 1.</h2>')
  const set = { gazetteOn: '2026-11-22', gazetteReference: 'RT IV, 22.11.2026, 1', statedOn: '' }
  expect((await keeper.post(desk.day(slug), set)).status).toBe(303)
  const page = text(await app.visitor.get(actPaths.act(slug)))
  expect(page).toContain('25. november 2026')
  expect(page).toContain('KOKS § 7 lg 6')
})

it('is for those who keep acts, and for nobody else', async () => {
  const slug = await anAct()
  const steps = [desk.enter, desk.text(slug), desk.sign(slug), desk.day(slug), desk.restrict(slug), desk.lift(slug)]
  steps.push(desk.open(slug), desk.annul(slug), desk.relate(slug), desk.followUp(slug))
  for (const who of [stranger, official, app.visitor])
    for (const path of steps) expect((await who.post(path, {})).status, path).toBe(403)
  for (const path of [
    desk.list,
    desk.enter,
    desk.act(slug),
    desk.words(slug),
    desk.gazetteXml(slug),
    desk.followUp(slug),
  ])
    expect((await official.get(path)).status, path).toBe(403)
  for (const path of [desk.list, desk.enter, desk.act(slug)]) expect((await keeper.get(path)).status, path).toBe(200)
  expect((await keeper.get(desk.act('seda-ei-ole-1'))).status).toBe(404)
  expect((await app.visitor.get('/otsused/seda-ei-ole-1')).status).toBe(404)
})

it('asks the database little for the list and for one act', async () => {
  const slug = await anAct()
  const other = await anAct({ title: 'Muutmine' })
  await keeper.post(desk.relate(other), { kind: 'amends', other: slug, relateOn: '2026-11-23' })
  await keeper.post(desk.followUp(slug), await aTask())
  for (const path of ['/otsused', '/otsused?seis=amended&aasta=2026&otsi=spordi', actPaths.act(slug)]) {
    await anAct()
    expect(await app.countQueries(() => app.visitor.get(path)), path).toBeLessThanOrEqual(7)
  }
  expect(text(await app.visitor.get('/otsused?seis=amended&aasta=2026&otsi=spordi'))).toContain('Kehtib, muudetud')
  expect((await app.visitor.get('/otsused?enne=2026-99-99_x&kogu=%00&liik=x&otsi=%25_')).status).toBe(200)
})

describe('the title or number of an act that was entered', () => {
  it('is corrected with a reason; what stood there is shown beside it, and the old address leads on', async () => {
    const slug = await anAct({ title: 'Spordihone ehitamine', number: '771' })
    await anAct({ number: '773' })
    const form = {
      correctTitle: 'Spordihoone ehitamine',
      correctNumber: '772',
      correctBecause: 'Kirjaviga ja vale number',
    }
    expect((await keeper.post(desk.correct(slug), { ...form, correctBecause: '' })).status).toBe(422)
    expect(text(await keeper.post(desk.correct(slug), { ...form, correctNumber: '773' }))).toContain('juba kasutusel')
    expect((await official.post(desk.correct(slug), form)).status).toBe(403)
    expect((await keeper.post(desk.correct(slug), form)).status).toBe(303)
    const old = await app.visitor.get(actPaths.act(slug))
    expect([old.status, old.location]).toEqual([303, actPaths.act(slug.replace('771', '772'))])
    const page = text(await app.visitor.get(old.location!))
    for (const words of [
      'Number: oli 771, on 772',
      'Spordihone ehitamine → Spordihoone ehitamine',
      'Kirjaviga ja vale',
    ])
      expect(page).toContain(words)
    const again = await keeper.post(desk.correct(slug), { ...form, correctBecause: 'Veel kord' })
    expect([again.status, text(again)]).toEqual([422, expect.stringContaining('Midagi ei muutunud')])
    expect((await keeper.get(desk.act(slug))).location).toBe(desk.act(slug.replace('771', '772')))
    expect(text(await app.visitor.get('/logi'))).toContain('Parandati pealkirja või numbrit (enne nr 771)')
    // Whoever enters the act that really bears the number has its address.
    const right = await anAct({ number: '771', title: 'Õige akt' })
    expect(right).toBe(slug)
    expect(text(await app.visitor.get(actPaths.act(slug)))).toContain('Õige akt')
  })
})
