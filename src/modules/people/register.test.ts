import { beforeAll, describe, expect, it } from 'vitest'
import { todayOf } from '#platform/context.ts'
import { openTestApp, testNow, type Client, type TestApp } from '#test/app.ts'
import { peopleEventWords } from './event-words.ts'
import { peopleEvidence } from './evidence.ts'
import { installBodies } from './install-bodies.ts'
import { grantRoleCommand, importResidentsCommand, registry } from './index.ts'
import { aPersonalCode, bodyIdOf, postIdOf, seatSomeone } from './testing.ts'

let app: TestApp
let administrator: Client
beforeAll(async () => {
  app = await openTestApp()
  administrator = await app.signIn({ roles: ['administrator'] })
})

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const proofs = async (key: string, until = todayOf({ db: app.db, now: testNow })) =>
  peopleEvidence
    .find((one) => one.key === key)!
    .records(app.db, { from: '2026-01-01', until })
    .execute()
const bytes = (text: string) => new TextEncoder().encode(text)
const residents = () => app.db.selectFrom('people_residents').selectAll().execute()

describe('the extract of the residents register', () => {
  it('takes the place of the one before, codes hashed', async () => {
    const [one, two, three] = [aPersonalCode(), aPersonalCode(), aPersonalCode()]
    const first = bytes(`\uFEFFpersonal_code;settlement_ehak;citizenship\r\n${one};4496;EE\r\n${two};5389;other\r\n`)
    expect(await importResidentsCommand(app.context(), app.site.keys, first)).toMatchObject({ code: 0 })
    const second = bytes(`personal_code,settlement_ehak,citizenship\n"${one}",4496,EE\n\n${three},4496,EU\n`)
    expect(await importResidentsCommand(app.context(), app.site.keys, second)).toEqual({
      code: 0,
      lines: ['2 residents are in place; there were 2 before.'],
    })
    expect(JSON.stringify(await residents())).not.toContain(one)
    const register = registry.residentsRegister(app.db)
    const found = await register.find(app.site.keys.index(`EE${one}`))
    expect(found).toMatchObject({ settlementEhak: '4496', citizenship: 'EE' })
    expect(await register.find(app.site.keys.index(`EE${two}`))).toBeUndefined()
    expect(await register.countBySettlement('2020-01-01')).toEqual(new Map([['4496', 2]]))
    expect((await register.describe()).residents).toBe(2)
  })

  it('is refused whole when lines are wrong; each is named, none repeats a code', async () => {
    const before = await residents()
    const good = aPersonalCode()
    const text = `personal_code,settlement_ehak,citizenship\n${good},4496,EE\n60001019907,4496,EE\n${good},5389,EE\n${aPersonalCode()},9999,EE\n${aPersonalCode()},4496,mars\n`
    const answer = await importResidentsCommand(app.context(), app.site.keys, bytes(text))
    expect(answer.code).toBe(1)
    expect(answer.lines).toEqual([
      'Line 3: personal_code is not valid',
      'Line 4: the same person as on line 2',
      'Line 5: settlement_ehak 9999 is not in this municipality',
      'Line 6: citizenship must be EE, EU, other, undetermined',
      'Nothing was changed.',
    ])
    expect(await residents()).toEqual(before)
  })

  it('that is no such table changes nothing', async () => {
    const before = await residents()
    for (const file of [
      bytes(''),
      bytes('nimi,vald\nMari,Rae'),
      bytes('personal_code,settlement_ehak,citizenship\n'),
      new Uint8Array([0xff, 0xfe, 0x41]),
    ]) {
      expect((await importResidentsCommand(app.context(), app.site.keys, file)).code).toBe(1)
    }
    expect(await residents()).toEqual(before)
  })
})

describe('granting a role by command', () => {
  it('works for someone who has never been here, and twice is as once', async () => {
    const code = aPersonalCode()
    expect(await grantRoleCommand(app.context(), app.site.keys, code, 'administrator')).toMatchObject({ code: 0 })
    expect((await grantRoleCommand(app.context(), app.site.keys, code, 'administrator')).lines[0]).toContain('already')
    const rows = await app.db
      .selectFrom('platform_events')
      .select('facts')
      .where('type', '=', 'people.role-granted')
      .execute()
    expect(rows).toEqual([{ facts: { role: 'administrator' } }])
  })

  it('refuses a wrong code and a role that does not exist', async () => {
    expect((await grantRoleCommand(app.context(), app.site.keys, '60001019907', 'administrator')).code).toBe(1)
    const unknown = await grantRoleCommand(app.context(), app.site.keys, aPersonalCode(), 'king')
    expect(unknown.code).toBe(1)
    expect(unknown.lines[0]).toContain('planCoordinator')
    expect((await grantRoleCommand(app.context(), app.site.keys, '', '')).code).toBe(2)
  })
})

describe('bodies that the site ships', () => {
  it('are put in place once, and what clerks changed stays', async () => {
    const count = async () => (await app.db.selectFrom('people_posts').select('id').execute()).length
    const before = await count()
    await app.db
      .updateTable('people_bodies')
      .set({ name: '{"et":"Muudetud"}' })
      .where('slug', '=', 'kantselei')
      .execute()
    await installBodies(app.context(), app.site.files)
    expect(await count()).toBe(before)
    const row = await app.db
      .selectFrom('people_bodies')
      .select('name')
      .where('slug', '=', 'kantselei')
      .executeTakeFirst()
    expect(row?.name).toEqual({ et: 'Muudetud' })
    await app.db
      .updateTable('people_bodies')
      .set({ name: '{"et":"Kantselei"}' })
      .where('slug', '=', 'kantselei')
      .execute()
  })

  it('answer to every responsible party of the action plan by exactly one name', async () => {
    const plan: { chapters: { commitments: { parties: string[] }[] }[] } = JSON.parse(
      Buffer.from(app.site.files.bytes('plan.json')).toString('utf8'),
    )
    const parties = new Set(plan.chapters.flatMap((one) => one.commitments.flatMap(({ parties: names }) => names)))
    const known = await registry.listParties(app.db)
    for (const party of parties) {
      const meant = known.filter((one) => [one.title.et, ...one.aliases].some((name) => plain(name) === plain(party)))
      expect(meant, party).toHaveLength(1)
    }
  })
})

describe('evidence for the action plan', () => {
  it('counts a settlement with an elder once, while the elder is in office', async () => {
    const context = app.context(await administrator.actor())
    const postId = await postIdOf(app.db, 'neeme-kulavanem')
    await seatSomeone(context, app.site.keys, 'neeme-kogukond', {
      postId,
      fromDate: '2026-03-01',
      untilDate: '2026-10-31',
    })
    await seatSomeone(context, app.site.keys, 'neeme-kogukond')
    const path = '/asulad/5389'
    expect(await proofs('people.settlements-with-elder', '2026-10-31')).toEqual([
      { on: '2026-03-01', met: true, title: expect.objectContaining({ et: 'Neeme külavanem' }), path },
    ])
    expect(await proofs('people.settlements-with-elder')).toEqual([])
  })

  it('counts working groups and committees where someone sits on behalf of others', async () => {
    const context = app.context(await administrator.actor())
    const onBehalfOf = await bodyIdOf(app.db, 'neeme-kogukond')
    await seatSomeone(context, app.site.keys, 'arengukava-tooruhm', { onBehalfOf })
    await seatSomeone(context, app.site.keys, 'arengukava-tooruhm', { onBehalfOf })
    await seatSomeone(context, app.site.keys, 'kaasava-eelarve-tooruhm')
    expect(await proofs('people.working-groups-with-community-members')).toMatchObject([
      { path: '/kogud/arengukava-tooruhm' },
    ])
    const youth = await bodyIdOf(app.db, 'noortevolikogu')
    await seatSomeone(context, app.site.keys, 'haridus-ja-noortekomisjon', { onBehalfOf: youth })
    await seatSomeone(context, app.site.keys, 'revisjonikomisjon', { onBehalfOf })
    expect(await proofs('people.youth-council-members-in-committees')).toMatchObject([
      { path: '/kogud/haridus-ja-noortekomisjon' },
    ])
  })
})

it('every event reads as a sentence in three languages', () => {
  const facts = {
    bodySlug: 'x',
    bodyName: 'Vallavolikogu',
    kind: 'council',
    postSlug: 'y',
    postTitle: 'Esimees',
    on: '2026-01-01',
    ended: 1,
  }
  const event = { id: 1, subject: 'body:1', occurredAt: testNow, actorRole: 'registrar' }
  for (const language of ['et', 'en', 'ru'] as const) {
    const began = peopleEventWords['people.membership-began']!(
      {
        ...event,
        type: 'people.membership-began',
        facts: { ...facts, postTitle: null, membershipId: 'm', fromDate: '2026-01-01' },
      },
      language,
    )
    expect(began.sentence).toContain('Vallavolikogu')
    expect(began.path).toBe('/kogud/x')
  }
})
