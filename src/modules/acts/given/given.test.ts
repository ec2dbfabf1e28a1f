import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { actsOwnData } from '../own-data.ts'
import { actDeskPaths as desk, actPaths } from '../paths.ts'
import { enterAnAct } from '../testing.ts'
import { seatIn } from '../../meetings/testing.ts'

let app: TestApp
let registrar: Client
let secretary: Client
let member: Client
let mayor: Client
let slug: string
beforeAll(async () => {
  app = await openTestApp()
  registrar = await app.signIn({ name: 'Riina Registripidaja', roles: ['registrar'] })
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  member = await app.signIn({ name: 'Lii Kene' })
  mayor = await app.signIn({ name: 'Valdur Vanem', postSlugs: ['vallavanem'] })
  await seatIn(app, member, 'vallavolikogu')
  slug = await enterAnAct(app, registrar, { title: 'Toetuse määramine', text: 'Määrata toetus 4711 eurot.' })
})

const rows = () => app.db.selectFrom('acts_given').select(['reader', 'recipient', 'way']).orderBy('at').execute()
const text = ({ page }: { page: { querySelector(of: string): { text: string } | null } }) =>
  page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const aHanding = (given: Record<string, string> = {}) => ({
  idempotencyKey: crypto.randomUUID(),
  recipient: 'Sotsiaalkindlustusamet',
  purpose: 'Toetuse kontroll',
  legalBasis: 'SHS § 144',
  way: 'portal',
  givenOn: '2026-11-23',
  ...given,
})

it('reading an act that everybody reads leaves no trace', async () => {
  await member.get(actPaths.act(slug))
  await registrar.get(desk.act(slug))
  expect(await rows()).toEqual([])
})

it('whoever reads a restricted text because of a role is in the list, once a day and way', async () => {
  const ground = { covers: 'text', ground: 'AvTS § 35 lg 1 p 14', until: '2027-11-01', isPersonal: 'on' }
  expect((await registrar.post(desk.restrict(slug), ground)).status).toBe(303)
  await app.db.deleteFrom('acts_given').execute()
  for (const _ of [1, 2]) expect((await member.get(actPaths.act(slug))).text).toContain('4711')
  expect((await app.visitor.get(actPaths.act(slug))).text).not.toContain('4711')
  await secretary.get(desk.act(slug))
  expect((await secretary.get(desk.words(slug))).text).toContain('4711')
  expect((await rows()).map(({ reader, way }) => [reader, way])).toEqual([
    [member.personId, 'page'],
    [secretary.personId, 'desk'],
    [secretary.personId, 'text'],
  ])
})

it('what left the office is entered with purpose, ground, day and way', async () => {
  expect((await secretary.post(desk.given(slug), aHanding({ purpose: '' }))).status).toBe(422)
  const tomorrow = await secretary.post(desk.given(slug), aHanding({ givenOn: '2026-11-30' }))
  expect([tomorrow.status, text(tomorrow)]).toEqual([422, expect.stringContaining('alles ees')])
  const handing = aHanding()
  for (const _ of [1, 2]) expect((await secretary.post(desk.given(slug), handing)).status).toBe(303)
  expect((await rows()).filter(({ recipient }) => recipient !== '')).toHaveLength(1)
  expect((await member.post(desk.given(slug), aHanding())).status).toBe(403)
})

it('the registrar and the head of the office read the list, nobody else', async () => {
  for (const reader of [registrar, mayor]) {
    const page = text(await reader.get(desk.given(slug)))
    for (const words of ['Sotsiaalkindlustusamet', 'Toetuse kontroll, SHS § 144', 'Lii Kene', 'Siiri Sekretär'])
      expect(page).toContain(words)
  }
  expect((await mayor.get(actPaths.act(slug))).page.querySelector(`a[href="${desk.given(slug)}"]`)).not.toBeNull()
  const adding = text(await secretary.get(desk.given(slug)))
  expect(adding).toContain('Loetelu näevad asutuse juht ja registripidaja')
  expect(adding).not.toContain('Sotsiaalkindlustusamet')
  // They represent bodies of their own, not the municipality.
  const elder = await app.signIn({ name: 'Viive Külavanem', postSlugs: ['neeme-kulavanem'] })
  const board = await app.signIn({ name: 'Aino Ühing', postSlugs: ['neeme-paasteselts-juhatuse-liige'] })
  const pupil = await app.signIn({ name: 'Õie Õpilane', postSlugs: ['neeme-kooli-opilasesinduse-esimees'] })
  const official = await app.signIn({ name: 'Võõras Vaatleja', roles: ['official'] })
  for (const stranger of [member, elder, board, pupil, official])
    expect((await stranger.get(desk.given(slug))).status).toBe(403)
  expect((await app.visitor.get('/logi')).text).not.toContain('Sotsiaalkindlustusamet')
})

it('a person finds among their own data when they read it', async () => {
  const own = await actsOwnData.takeOut!(app.context(await member.actor()), app.site.keys)
  expect(own.acts).toContainEqual(expect.objectContaining({ what: 'read a restricted text', act: slug }))
})
