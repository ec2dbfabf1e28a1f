import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, type Role } from '#platform/context.ts'
import type { Searchable, SearchDocument } from '#platform/searchable.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import { fold } from './estonian-roots.ts'
import { indexDocuments } from './index-documents.ts'
import { findDocuments, suggestWords, type SearchFilter } from './queries/find-documents.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { excerptOf, mayFind, termsOf } from './rules.ts'
import { modules } from '../../modules.ts'

const anyone = { roles: [], personId: null }
const noFilter: SearchFilter = { kinds: [], from: null, until: null }

describe('search', () => {
  let app: TestApp
  const searchables = modules.flatMap((module) => module.searchables ?? [])
  const index = (searchable: Searchable) =>
    inTransaction(app.context(), (ctx) => indexDocuments(ctx, searchable, 'all'))
  const zoo = (documents: SearchDocument[]): Searchable => ({
    kind: 'zoo.animal',
    name: { et: 'Loomad' },
    changedBy: [],
    touched: () => [],
    documents: async function* () {
      yield documents
    },
  })
  const document = (id: string, title: string, body = '', more: Partial<SearchDocument> = {}): SearchDocument => ({
    id,
    path: `/loomad/${id}`,
    title: { et: title },
    body: { et: body },
    on: null,
    readers: 'everyone',
    ...more,
  })
  const idsFound = async (query: string, reader: Parameters<typeof mayFind>[0] = anyone, filter = noFilter) =>
    (await findDocuments(app.db, termsOf(query), reader, filter, 0)).found.map(({ id }) => id)

  beforeAll(async () => {
    app = await openTestApp()
    await rebuildIndex(app.context(), searchables)
  })

  it('finds the municipality’s own pages with and without marks on letters', async () => {
    for (const query of ['jõelähtme volikogu', 'JOELAHTME VOLIKOGU', 'joelahtme volikogus']) {
      const answer = await app.visitor.get(`/otsing?q=${encodeURIComponent(query)}`)
      expect(answer.status).toBe(200)
      expect(answer.page.querySelector('main a[href="/kogud/vallavolikogu"]'), query).not.toBeNull()
      expect(answer.page.querySelector('main mark')).not.toBeNull()
    }
  })

  it('does not bring back what was closed while the index was made anew', async () => {
    const open = new Set(['kilpkonn', 'kits'])
    const shy: Searchable = {
      ...zoo([]),
      kind: 'zoo.shy',
      documents: async function* (_, ids) {
        const read = [...open].filter((id) => ids === 'all' || ids.includes(id))
        // Read as open, closed before it is written.
        if (ids === 'all') open.delete('kilpkonn')
        yield read.map((id) => document(id, `${id} aedikus`))
      },
    }
    await rebuildIndex(app.context(), [shy])
    expect(await idsFound('aedikus')).toEqual(['kits'])
    open.add('känguru')
    await inTransaction(app.context(), (ctx) => indexDocuments(ctx, shy, ['känguru']))
    open.delete('kits')
    await rebuildIndex(app.context(), [shy])
    expect(await idsFound('aedikus')).toEqual(['känguru'])
    await rebuildIndex(app.context(), searchables)
  })

  it('does not suggest a word of what was closed', async () => {
    const spoken = (documents: SearchDocument[]) => ({ ...zoo(documents), kind: 'zoo.spoken' })
    await index(
      spoken([document('a', 'Kuuseoksandik'), document('b', 'Kuuseoksandik', '', { readers: { roles: [] } })]),
    )
    expect(await suggestWords(app.db, ['kuuseoksandikk'])).toEqual(['Kuuseoksandik'])
    await index(spoken([document('b', 'Kuuseoksandik', '', { readers: { roles: [] } })]))
    expect(await suggestWords(app.db, ['kuuseoksandikk'])).toEqual([null])
  })

  it('is made anew and followed at the same time without one waiting for the other for ever', async () => {
    const many = Array.from({ length: 60 }, (_, at) => document(`loom-${at}`, `jänes${'abcdefg'[at % 7]} ilves${at}`))
    const rebuilding = rebuildIndex(app.context(), [...searchables, zoo(many)])
    const following = Array.from({ length: 6 }, (_, at) =>
      index(zoo(at % 2 === 0 ? many.toReversed() : many)).then(() => index(searchables[at % searchables.length]!)),
    )
    await Promise.all([rebuilding, ...following])
    expect(await idsFound('ilves59')).toEqual(['loom-59'])
    await rebuildIndex(app.context(), searchables)
  })

  it('asks what was meant when a word is nowhere', async () => {
    const answer = await app.visitor.get('/otsing?q=volikgu')
    expect(answer.text).toContain('Kas mõtlesid:')
    const link = answer.page.querySelectorAll('main a').find((one) => one.getAttribute('href')?.includes('volikogu'))
    expect(link).toBeDefined()
    expect((await app.visitor.get(link!.getAttribute('href')!)).page.querySelector('main mark')).not.toBeNull()
  })

  it('finds every form of a word, exact ones and titles first', async () => {
    await index(
      zoo([
        document('a', 'Ilves', 'Volikogu istungil räägiti toetuse maksmisest.'),
        document('b', 'Toetused lasteaedadele', ''),
        document('c', 'Karu', 'See ei puutu asjasse.'),
      ]),
    )
    const own = { ...noFilter, kinds: ['zoo.animal'] }
    expect(await idsFound('istung', anyone, own)).toEqual(['a'])
    expect(await idsFound('istungitel', anyone, own)).toEqual(['a'])
    expect(await idsFound('toetus', anyone, own)).toEqual(['b', 'a'])
    expect(await idsFound('lasteaia', anyone, own)).toEqual(['b'])
    expect(await idsFound('toet', anyone, own)).toEqual(['b', 'a'])
    expect(await idsFound('toetus istungil', anyone, own)).toEqual(['a'])
  })

  it('does not show what only shares a guessed root beside what holds the word', async () => {
    const schools = ['Kool', 'Koolid', 'Kooli aed'].map((title, at) => document(`kool-${at}`, title))
    await index(zoo([...schools, document('koos', 'Koos on lõbusam'), document('loo', 'Loo')]))
    const own = { ...noFilter, kinds: ['zoo.animal'] }
    expect((await idsFound('kool', anyone, own)).toSorted()).toEqual(['kool-0', 'kool-1', 'kool-2'])
    expect((await idsFound('koolidele', anyone, own)).toSorted()).toEqual(['kool-0', 'kool-1', 'kool-2'])
    expect(await idsFound('Loole', anyone, own)).toEqual(['loo'])
    const marked = (text: string, query: string) =>
      excerptOf(text, termsOf(query)).flatMap((piece) => (piece.found ? [piece.text] : []))
    expect(marked('Koos koolis ja koolidega', 'kool')).toEqual(['koolis', 'koolidega'])
    expect(marked('Elame Loo alevikus', 'Loole')).toEqual(['Loo'])

    await index(zoo([schools[0]!, document('koos', 'Koos on lõbusam')]))
    expect(await idsFound('kool', anyone, own)).toEqual(['kool-0', 'koos'])
    await index(zoo([]))
  })

  it('says it when only similar words were found', async () => {
    const answer = await app.visitor.get('/otsing?q=kulavanemmatele')
    expect(answer.page.querySelector('main h3')).not.toBeNull()
    expect(answer.text).toContain('Täpset vastet ei ole, näitame sarnaseid.')
    expect((await app.visitor.get('/otsing?q=kulavanematele')).text).not.toContain('Täpset vastet ei ole')
    const words = encodeURIComponent('волостью')
    expect((await app.visitor.get(`/ru/otsing?q=${words}`)).text).not.toContain('Точного совпадения нет')
  })

  it('says what can be found before anything is asked, and keeps the parts of a text apart', async () => {
    for (const prefix of ['', '/en', '/ru']) {
      const empty = await app.visitor.get(`${prefix}/otsing`)
      const examples = empty.page.querySelectorAll(`main section a[href^="${prefix}/otsing?q="]`)
      expect(examples).toHaveLength(3)
      for (const example of examples) {
        const found = await app.visitor.get(example.getAttribute('href')!)
        expect(found.page.querySelector('main h3'), example.text).not.toBeNull()
      }
    }
    const pieces = excerptOf('Lubadus.\nKüsimus: Millal kaja?', termsOf('kaja'))
    expect(pieces.map(({ text }) => text).join('')).toBe('Lubadus. · Küsimus: Millal kaja?')
  })

  it('narrows by kind and by date, and says it when a date is no date', async () => {
    const on = (day: string) => ({ on: day })
    await index(zoo([document('x', 'Põder', '', on('2026-03-01')), document('y', 'Põder', '', on('2026-05-01'))]))
    expect(await idsFound('põder', anyone, { ...noFilter, from: '2026-04-01', until: null })).toEqual(['y'])
    expect(await idsFound('põder', anyone, { kinds: ['places.settlement'], from: null, until: null })).toEqual([])
    const wrong = await app.visitor.get('/otsing?q=vald&alates=eile')
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelector('main [name=q]')!.getAttribute('value')).toBe('vald')
    expect(wrong.page.querySelector('main [name=alates]')!.getAttribute('value')).toBe('eile')
  })

  it('shows each reader what is theirs to see, and its rule and its query agree', async () => {
    const roles: Role[] = ['administrator', 'official', 'planCoordinator']
    const persons = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
    const readers = fc.oneof(
      fc.constant('everyone' as const),
      fc.record({ roles: fc.subarray(roles), persons: fc.subarray(persons) }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(readers, { minLength: 1, maxLength: 6 }),
        fc.record({ roles: fc.subarray(roles), personId: fc.constantFrom(null, ...persons) }),
        async (all, reader) => {
          const documents = all.map((one, at) => document(String(at), 'salamander', '', { readers: one }))
          await index(zoo(documents))
          const expected = documents
            .filter(({ readers: of }) =>
              mayFind(reader, {
                forEveryone: of === 'everyone',
                roles: of === 'everyone' ? [] : (of.roles ?? []),
                persons: of === 'everyone' ? [] : (of.persons ?? []),
              }),
            )
            .map(({ id }) => id)
          expect((await idsFound('salamander', reader)).toSorted()).toEqual(expected.toSorted())
        },
      ),
      { numRuns: 40 },
    )
  })

  it('never suggests a word that stands only in what is closed', async () => {
    await index(zoo([document('s', 'Salapärane tuulelohe', '', { readers: { roles: ['administrator'] } })]))
    expect((await app.visitor.get('/otsing?q=tuulelohee')).text).not.toContain('tuulelohe<')
    const { rows } = await sql`select 1 from search_vocabulary where folded = 'tuulelohe'`.execute(app.db)
    expect(rows).toEqual([])
  })

  it('forgets what is no longer there', async () => {
    await index(zoo([document('k', 'Kährik')]))
    expect(await idsFound('kährik')).toEqual(['k'])
    await index(zoo([]))
    expect(await idsFound('kährik')).toEqual([])
  })

  it('is not moved by hostile operators', async () => {
    const hostile = [
      "'); drop table search_documents; --",
      '!!! & | <-> :* (((',
      "o'neill \\ ' \" %_",
      '\u0000\u202E\uFEFF',
      '<script>alert(1)</script>',
      'a'.repeat(5000),
      '* * * * *',
      "vald' | 'x",
    ]
    for (const query of hostile) {
      const answer = await app.visitor.get(`/otsing?q=${encodeURIComponent(query)}`)
      expect(answer.status, query.slice(0, 30)).toBe(200)
      expect(answer.text).not.toContain('<script>alert')
      const api = await app.visitor.get(`/api/v1/search?q=${encodeURIComponent(query)}`)
      expect([200, 400]).toContain(api.status)
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
        await findDocuments(app.db, termsOf(query), anyone, noFilter, 0)
      }),
      { numRuns: 150 },
    )
  })

  it('answers programs too', async () => {
    const answer = await app.visitor.get('/api/v1/search?q=kostivere')
    const { count, results } = JSON.parse(answer.text) as { count: number; results: { url: string }[] }
    expect(count).toBeGreaterThan(0)
    expect(results.some(({ url }) => url.startsWith('/asulad/'))).toBe(true)
    expect((await app.visitor.get('/api/v1/search')).status).toBe(400)
  })

  it('marks the words that were found and loses nothing of the title', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.nat(59), (text, at) => {
        const word = text.split(' ')[at % text.split(' ').length]!
        const whole = excerptOf(text, termsOf(word), true)
        expect(whole.map((piece) => piece.text).join('')).toBe(text)
        if (fold(word).match(/[a-z]{2}/)) expect(whole.some(({ found }) => found)).toBe(true)
      }),
    )
  })
})
