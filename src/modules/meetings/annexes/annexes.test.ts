import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths } from '../paths.ts'
import { anItem, planAMeeting, seatIn } from '../testing.ts'

let app: TestApp
let secretary: Client
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  await seatIn(app, await app.signIn({ name: 'Liige Üks' }), 'vallavolikogu')
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const aFile = (words = 'Hinnatabel: 1200 eurot') => new File([words], 'hinnad.txt', { type: 'text/plain' })

async function anAgenda(item: Partial<Record<string, string>> = {}) {
  const number = await planAMeeting(app, secretary, 'vallavolikogu')
  const title = `Asi ${crypto.randomUUID()}`
  await secretary.post(desk.newItem(number), anItem({ ...item, title }))
  const { id } = await app.db
    .selectFrom('meetings_items')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
  const add = (form: Record<string, string | File> = {}, who = secretary) =>
    who.post(desk.annexes(number, id), { annexTitle: 'Hindade tabel', annexFile: aFile(), ...form })
  return { number, id, title, add, item: () => app.visitor.get(meetingPaths.item(number, id)) }
}

/** Files stand in quarantine until they were looked at. */
const check = () =>
  app.db.updateTable('files_files').set({ state: 'checked' }).where('state', '=', 'received').execute()

it('an annex is everybody’s once its meeting is announced, and nobody’s before', async () => {
  const { number, id, add, item } = await anAgenda()
  expect((await add()).status).toBe(303)
  await check()
  const { id: file } = await app.db
    .selectFrom('files_files')
    .select('id')
    .where('attached_to', 'like', 'meeting-annex:%')
    .executeTakeFirstOrThrow()
  expect((await app.visitor.get(`/failid/${file}`)).status).not.toBe(200)
  await secretary.post(desk.announce(number), {})
  expect(text(await item())).toContain('Hindade tabel')
  expect((await app.visitor.get(`/failid/${file}`)).status).toBe(200)
  const closed = anItem({ title: 'Kinnine', visibility: 'closed', closedBasis: 'AvTS § 35' })
  expect((await secretary.post(desk.item(number, id), closed)).status).toBe(303)
  expect((await app.visitor.get(`/failid/${file}`)).status).not.toBe(200)
  expect(text(await item())).not.toContain('Hindade tabel')
})

it('an annex of a closed item stays the members’ when the item is opened to all, until it is put up anew', async () => {
  const closing = { visibility: 'closed', closedBasis: 'AvTS § 35' }
  const { number, id, title, add, item } = await anAgenda(closing)
  await add({ annexTitle: 'Isikuandmetega avaldus' })
  await check()
  await secretary.post(desk.announce(number), {})
  const { file_id: file } = await app.db
    .selectFrom('meetings_annexes')
    .select('file_id')
    .where('item_id', '=', id)
    .executeTakeFirstOrThrow()
  expect((await secretary.post(desk.item(number, id), anItem({ title }))).status).toBe(303)
  expect((await app.visitor.get(`/failid/${file}`)).status).not.toBe(200)
  expect(text(await item())).not.toContain('Isikuandmetega avaldus')
  expect((await secretary.get(`/failid/${file}`)).status).toBe(200)
  expect(text(await secretary.get(desk.item(number, id)))).toContain('Isikuandmetega avaldus')
  await add({ annexTitle: 'Avaldus ilma isikuandmeteta' })
  expect(text(await item())).toContain('Avaldus ilma isikuandmeteta')
})

it('after the call an annex needs a reason, which everybody reads', async () => {
  const { number, add, item } = await anAgenda()
  await secretary.post(desk.announce(number), {})
  await secretary.post(desk.invite(number), { lateBecause: 'Proovi tarvis' })
  const refused = await add()
  expect([refused.status, text(refused)]).toEqual([422, expect.stringContaining('kirjuta, miks fail lisatakse hiljem')])
  expect(refused.page.querySelector('input[name=annexTitle]')?.getAttribute('value')).toBe('Hindade tabel')
  expect((await add({ annexLateBecause: 'Pakkumine saabus eile' })).status).toBe(303)
  expect(text(await item())).toContain('Põhjus: Pakkumine saabus eile')
})

it('an annex that is taken back keeps its place, says why, and opens to nobody', async () => {
  const { number, id, add, item } = await anAgenda()
  await add()
  await check()
  await secretary.post(desk.announce(number), {})
  const annex = await app.db
    .selectFrom('meetings_annexes')
    .select(['id', 'file_id'])
    .where('item_id', '=', id)
    .executeTakeFirstOrThrow()
  const path = desk.withdrawAnnex(number, id, annex.id)
  const noReason = await secretary.post(path, { because: '' })
  expect([noReason.status, text(noReason)]).toEqual([422, expect.stringContaining('Kirjuta põhjus')])
  expect((await secretary.post(path, { because: 'Vales failis olid isikuandmed' })).status).toBe(303)
  expect(text(await item())).toContain('Tagasi võetud. Põhjus: Vales failis olid isikuandmed')
  expect((await app.visitor.get(`/failid/${annex.file_id}`)).status).not.toBe(200)
  expect((await secretary.post(path, { because: 'Veel kord' })).status).toBe(422)
})

it('only those who prepare meetings add and take back, and a bad file is told in words', async () => {
  const { number, id, add } = await anAgenda()
  const stranger = await app.signIn({ name: 'Võõras Vaatleja' })
  expect((await add({}, stranger)).status).toBe(403)
  const none = await secretary.post(desk.annexes(number, id), { annexTitle: 'Tühi' })
  expect([none.status, text(none)]).toEqual([422, expect.stringContaining('Vali fail')])
  const program = await add({ annexFile: new File(['MZ\u0090\u0000'], 'tool.exe') })
  expect(program.status).toBe(422)
})

it('a file need not be chosen again when something else of its form was wrong, and is nobody else’s to attach', async () => {
  const { number, add, item, id } = await anAgenda()
  const wrong = await add({ annexTitle: '' })
  expect([wrong.status, text(wrong)]).toEqual([422, expect.stringContaining('Fail „hinnad.txt” on juba siin')])
  const hidden = wrong.page.querySelector('input[name=annexFileKept]')!.getAttribute('value')!
  const stranger = await app.signIn({ name: 'Teine Sekretär', roles: ['meetingSecretary'] })
  const again = { annexTitle: 'Hindade tabel', annexFileKept: hidden, annexFileName: 'hinnad.txt' }
  expect((await stranger.post(desk.annexes(number, id), again)).status).toBe(403)
  const unknown = { ...again, annexFileKept: crypto.randomUUID() }
  expect((await secretary.post(desk.annexes(number, id), unknown)).status).toBe(404)
  expect((await secretary.post(desk.annexes(number, id), again)).status).toBe(303)
  expect((await secretary.post(desk.annexes(number, id), again)).status).toBe(403)
  await check()
  await secretary.post(desk.announce(number), {})
  expect(text(await item())).toContain('Hindade tabel')
})
