import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { todayOf } from '#platform/context.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { inTransaction } from '#platform/context.ts'
import { isPublicPerson } from './rules.ts'
import { seatSomeone } from './testing.ts'

let app: TestApp
let registrar: Client
beforeAll(async () => {
  app = await openTestApp()
  await inTransaction(app.context(), (ctx) => seedDemo(ctx, app.site))
  registrar = await app.signIn({ roles: ['administrator'] })
})

const seat = async (...rest: Parameters<typeof seatSomeone> extends [unknown, unknown, ...infer R] ? R : never) =>
  seatSomeone(app.context(await registrar.actor()), app.site.keys, ...rest)

describe('public pages', () => {
  it.each([
    ['/kogud', 'Kogud ja ametnikud', 'Vallavolikogu'],
    ['/en/kogud', 'Bodies and officials', 'Municipal council'],
    ['/ru/kogud', 'Органы и служащие', 'Волостное собрание'],
    ['/kogud/vallavolikogu', 'Vallavolikogu', 'Volikogu esimees'],
    ['/en/kogud/vallavolikogu', 'Municipal council', 'Chair of the council'],
    ['/ru/kogud/vallavolikogu', 'Волостное собрание', 'Председатель собрания'],
    ['/inimesed', 'Inimesed', 'Leiti'],
    ['/en/inimesed', 'People', 'records found'],
    ['/ru/inimesed', 'Люди', 'Найдено'],
    ['/asulad/5389', 'Neeme küla', 'Neeme külavanem'],
    ['/en/asulad/5389', 'Neeme village', 'Elder'],
    ['/ru/asulad/5389', 'деревня Neeme', 'Староста'],
  ])('%s is there for everybody', async (path, heading, words) => {
    const answer = await app.visitor.get(path)
    expect(answer.status).toBe(200)
    expect(answer.page.querySelector('h1')?.text).toBe(heading)
    expect(answer.page.querySelector('main')?.text).toContain(words)
  })

  it('the council shows its 19 members with since when, and who has left in a fold', async () => {
    const { page } = await app.visitor.get('/kogud/vallavolikogu')
    expect(page.querySelectorAll('main > section')[1]?.querySelectorAll('tbody tr')).toHaveLength(19)
    expect(page.querySelector('details.disclosure')?.text).toContain('Endised liikmed')
    expect(page.querySelector('main')?.text).toContain('27. oktoober 2025')
    expect(page.querySelector('main')?.text).not.toContain('Avaldus')
  })

  it('a vacancy is said in words', async () => {
    expect((await app.visitor.get('/kogud/haridus-kultuuri-ja-sotsiaalosakond')).text).toContain('1 vaba koht')
  })

  it('a voice of the youth council says on whose behalf it speaks', async () => {
    const { page } = await app.visitor.get('/kogud/keskkonna-ja-kommunaalkomisjon')
    expect(page.querySelector('main')?.text).toContain('Kelle nimel')
    expect(page.querySelector('main a[href="/kogud/noortevolikogu"]')).not.toBeNull()
  })

  it('what is not there is not found', async () => {
    for (const path of [
      '/kogud/olematu',
      '/inimesed/olematu',
      '/asulad/0000',
      '/api/v1/bodies/olematu',
      '/api/v1/people/x',
    ]) {
      expect((await app.visitor.get(path)).status).toBe(404)
    }
  })

  it('few questions to the database make a page', async () => {
    for (const path of ['/kogud', '/kogud/loo-eestseisus', '/inimesed?nimi=ma', '/asulad/4496', '/minu']) {
      await seat('kulavanemate-umarlaud')
      // A person's own page asks every module once or twice about them, a settlement's page some of them; the others
      // are pages of one module.
      const most = path === '/minu' ? 12 : path.startsWith('/asulad/') ? 9 : 6
      expect(await app.countQueries(() => registrar.get(path)), path).toBeLessThanOrEqual(most)
    }
  })

  it('few residents of an islet are not counted out', async () => {
    const { page } = await app.visitor.get('/asulad/6785')
    expect(page.querySelector('.stat')?.text).toContain('alla 5')
    expect(page.querySelector('main')?.text).not.toContain('65 aastat ja vanemad')
  })
})

describe('people of public life', () => {
  it('are found by name without Estonian letters', async () => {
    await seat('kulavanemate-umarlaud', { givenName: 'Õnne', familyName: 'Žukovmägi' })
    const { page } = await app.visitor.get('/inimesed?nimi=zukovmagi')
    expect(page.querySelectorAll('main .person')).toHaveLength(1)
    expect((await app.visitor.get('/inimesed?nimi=%25')).page.querySelectorAll('main .person')).toHaveLength(0)
  })

  it('can be narrowed to a body', async () => {
    const { page } = await app.visitor.get('/inimesed?kogu=loo-eestseisus')
    expect(page.querySelectorAll('main .person')).toHaveLength(5)
  })

  it('are all met once on the pages of the list, in the order of the alphabet', async () => {
    const names: string[] = []
    let path: string | undefined = '/inimesed'
    while (path !== undefined) {
      const { page } = await app.visitor.get(path)
      names.push(...page.querySelectorAll('main .person a').map((link) => link.getAttribute('href')!))
      path = page
        .querySelectorAll('main nav.row a')
        .find((link) => link.text === 'Järgmised')
        ?.getAttribute('href')
    }
    expect(new Set(names).size).toBe(names.length)
    const { count } = await app.db
      .selectFrom('people_persons')
      .where('slug', 'is not', null)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(names).toHaveLength(count)
    const families = await app.db
      .selectFrom('people_persons')
      .select(['slug', 'family_name as familyName'])
      .where('slug', 'is not', null)
      .execute()
    const inOrder = names.map((href) => families.find((one) => href.endsWith(`/${one.slug}`))!.familyName)
    const compare = new Intl.Collator('et').compare
    expect(inOrder).toEqual(inOrder.toSorted(compare))
  })

  it('two of the same name have addresses of their own', async () => {
    const one = await seat('kulavanemate-umarlaud', { givenName: 'Ants', familyName: 'Samanimi' })
    const two = await seat('kulavanemate-umarlaud', { givenName: 'Ants', familyName: 'Samanimi' })
    expect([one.slug, two.slug]).toEqual(['ants-samanimi', 'ants-samanimi-2'])
  })

  it('someone without a public membership is nowhere', async () => {
    const { personId } = await app.signIn({ name: 'Salajane Elanik' })
    await app.db.updateTable('people_persons').set({ slug: 'salajane-elanik' }).where('id', '=', personId).execute()
    expect((await app.visitor.get('/inimesed/salajane-elanik')).status).toBe(404)
    expect((await app.visitor.get('/api/v1/people/salajane-elanik')).status).toBe(404)
    expect((await app.visitor.get('/inimesed?nimi=salajane')).page.querySelectorAll('main .person')).toHaveLength(0)
  })

  it('whoever is on the list has a page, and whoever has not is not', async () => {
    const today = todayOf(app.context())
    const day = fc.constantFrom('2024-01-01', '2026-11-22', '2026-11-23', '2026-11-24', '2027-05-05')
    const spans = fc.array(fc.tuple(day, fc.option(day)), { maxLength: 2 })
    const bodies = await app.db
      .selectFrom('people_bodies')
      .select('id')
      .where('kind', '=', 'library')
      .limit(2)
      .execute()
    let number = 0
    await fc.assert(
      fc.asyncProperty(spans, fc.boolean(), async (wished, hasSlug) => {
        number += 1
        const slug = hasSlug ? `proov-${number}` : null
        const name = { given_name: 'Proov', family_name: `Isik${number}x`, created_at: app.clock.now() }
        const { id } = await app.db
          .insertInto('people_persons')
          .values({ ...name, slug })
          .returning('id')
          .executeTakeFirstOrThrow()
        const memberships = wished
          .filter(([from, until]) => until === null || until >= from)
          .map(([fromDate, untilDate]) => ({ fromDate, untilDate }))
        for (const [index, { fromDate, untilDate }] of memberships.entries()) {
          const row = { person_id: id, body_id: bodies[index]!.id, created_at: app.clock.now() }
          await app.db
            .insertInto('people_memberships')
            .values({ ...row, from_date: fromDate, until_date: untilDate })
            .execute()
        }
        app.site.cache.clear()
        const expected = isPublicPerson({ slug, memberships }, today)
        const list = await app.visitor.get(`/inimesed?nimi=isik${number}x`)
        expect(list.page.querySelectorAll('main .person')).toHaveLength(expected ? 1 : 0)
        expect((await app.visitor.get(`/inimesed/${slug ?? `proov-${number}`}`)).status).toBe(expected ? 200 : 404)
      }),
      { numRuns: 40 },
    )
  })
})

describe('programs', () => {
  it('read all bodies page by page', async () => {
    const seen: string[] = []
    let path: string | null = '/api/v1/bodies'
    while (path !== null) {
      const answer: { bodies: { id: string }[]; next: string | null } = JSON.parse((await app.visitor.get(path)).text)
      seen.push(...answer.bodies.map((body) => body.id))
      path = answer.next
    }
    // The file's bodies, and the demo's three factions.
    expect(seen).toHaveLength(58)
    expect(new Set(seen).size).toBe(58)
  })

  it('read one body and one person in the words of Popolo, without private facts', async () => {
    const body = JSON.parse((await app.visitor.get('/api/v1/bodies/vallavalitsus')).text)
    expect(body).toMatchObject({ name: 'Vallavalitsus', classification: 'government', parent_id: null })
    expect(body.posts[0]).toMatchObject({ label: 'Vallavanem', organization_id: body.id })
    const link: string = body.memberships[0].person.links[0].url
    const answer = await app.visitor.get(link.replace('/inimesed', '/api/v1/people'))
    expect(JSON.parse(answer.text)).toMatchObject({ family_name: expect.any(String), memberships: expect.any(Array) })
    expect(answer.text).not.toMatch(/birth|email|phone|code/)
  })
})
