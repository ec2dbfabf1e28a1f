import { randomBytes } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { Unavailable } from '#platform/context.ts'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { attachFiles, type Attaching } from './attach-files.ts'
import { sweepFiles } from './jobs/sweep-files.ts'
import { ownFiles } from './own-data.ts'
import { findFile } from './queries/files.ts'
import { anUpload, jobWork, keepFile } from './testing.ts'
import { keepUpload } from './keep-upload.ts'

let app: TestApp
let sender: Client
beforeEach(async () => {
  app = await openTestApp()
  sender = await app.signIn({ name: 'Saara Saatja' })
})

const hour = 3_600_000
const words = (answer: Answer) => answer.page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const parts = async () => ({ ctx: app.context(await sender.actor()), site: app.site, config: app.config })
const pass = (hours: number) => app.clock.move(new Date(app.clock.now().getTime() + hours * hour))
const sweep = (site = app.site) => sweepFiles.run(jobWork({ ctx: app.context(), site, config: app.config }))

async function attached(content: string, more: Partial<Attaching> = {}): Promise<string> {
  const id = await keepFile(await parts(), 'kiri.txt', content)
  await attachFiles((await parts()).ctx, [id], { to: 'thing:1', readers: { visibility: 'everyone' }, ...more })
  return id
}

const stored = async () => {
  const found = []
  for await (const { hash } of app.site.store.list()) found.push(hash)
  return found
}

describe('the nightly sweep', () => {
  it('takes what was never added to anything after two days, and keeps what was', async () => {
    const lone = await keepFile(await parts(), 'uks.txt', 'üksik')
    const kept = await attached('kuulub kuhugi')
    pass(47)
    await sweep()
    expect(await findFile(app.db, lone)).toMatchObject({ state: 'checked', removedAt: null })
    pass(2)
    await sweep()
    expect(await findFile(app.db, lone)).toMatchObject({ blob: null, removedWhy: 'unattached' })
    expect((await app.visitor.get(`/failid/${kept}/kiri.txt`)).text).toBe('kuulub kuhugi')
    // A text file and its words are the same bytes.
    expect(await stored()).toHaveLength(1)
    const administrator = await app.signIn({ name: 'Ants Admin', roles: ['administrator'] })
    expect(words(await administrator.get('/too/failid'))).toMatch(/Eemaldatud.*uks\.txt.*ei lisatud kuhugi/u)
  })

  it('takes what is past its day; the page says so, with name and hash', async () => {
    const id = await attached('ajutine', { keepUntil: '2026-11-30' })
    pass(24 * 7)
    await sweep()
    expect((await app.visitor.get(`/failid/${id}/kiri.txt`)).status).toBe(200)
    pass(24)
    await sweep()
    const page = await app.visitor.get(`/failid/${id}`)
    const { hash } = (await findFile(app.db, id))!
    expect(words(page)).toContain('sest selle säilitamise aeg sai läbi')
    expect(words(page)).toContain(hash)
    expect(words(page)).not.toContain('ajutine')
    expect((await app.visitor.get(`/failid/${id}/kiri.txt`)).status).toBe(410)
    expect(await stored()).toEqual([])
  })

  it('keeps bytes as long as one file needs them', async () => {
    const short = await attached('sama sisu', { keepUntil: '2026-11-24' })
    const long = await attached('sama sisu')
    pass(72)
    await sweep()
    expect(await findFile(app.db, short)).toMatchObject({ blob: null, removedWhy: 'retention' })
    expect((await app.visitor.get(`/failid/${long}/kiri.txt`)).text).toBe('sama sisu')
  })

  it('takes bytes that nothing names only when they are a day old: an upload may be under way', async () => {
    const { ctx } = await parts()
    const stray = randomBytes(32).toString('hex')
    const temporary = join(app.site.store.temporaryDirectory, 'stray')
    await mkdir(app.site.store.temporaryDirectory, { recursive: true })
    await writeFile(temporary, 'jäi maha')
    await app.site.store.put(stray, temporary, 8)
    await sweep()
    expect(await stored()).toEqual([stray])
    app.clock.move(new Date(Date.now() + 25 * hour))
    const upload = await anUpload('uus.txt', 'uus')
    const outcome = await keepUpload({ ...ctx, now: app.clock.now() }, app.site, upload)
    await sweep()
    expect([outcome.ok, await stored()]).toEqual([true, [upload.hash]])
  })

  it('takes the temporary files of an upload that was killed', async () => {
    const { temporaryDirectory } = app.site.store
    await mkdir(join(temporaryDirectory, 'work-old'), { recursive: true })
    for (const name of ['upload-old', 'upload-new']) await writeFile(join(temporaryDirectory, name), 'pooleli')
    const old = new Date(app.clock.now().getTime() - 30 * hour)
    for (const name of ['upload-old', 'work-old']) await utimes(join(temporaryDirectory, name), old, old)
    await utimes(join(temporaryDirectory, 'upload-new'), app.clock.now(), app.clock.now())
    await sweep()
    expect(await readdir(temporaryDirectory)).toEqual(['upload-new'])
  })

  it('checks what the queue has given up on, and loses nothing while the store is away', async () => {
    const id = await keepFile(await parts(), 'ootab.txt', 'ootab', { check: false })
    pass(7)
    const away = { ...app.site, store: { ...app.site.store, open: () => Promise.reject(new Unavailable('away')) } }
    await sweep(away)
    expect(await findFile(app.db, id)).toMatchObject({ state: 'received', removedAt: null })
    await sweep()
    expect(await findFile(app.db, id)).toMatchObject({ state: 'checked' })
  })

  it('that cannot remove bytes finds them the next night', async () => {
    await keepFile(await parts(), 'uks.txt', 'üksik')
    pass(50)
    const stuck = { ...app.site, store: { ...app.site.store, remove: () => Promise.reject(new Unavailable('away')) } }
    await expect(sweep(stuck)).rejects.toBeInstanceOf(Unavailable)
    expect(await stored()).not.toEqual([])
    await sweep()
    expect(await stored()).toEqual([])
  })
})

it('a person takes out what they sent, and what belongs to nothing is let go at their wish', async () => {
  const lone = await keepFile(await parts(), 'uks.txt', 'üksik')
  const kept = await attached('kuulub kuhugi')
  const { ctx } = await parts()
  const taken = await ownFiles.takeOut!(ctx, app.site.keys)
  expect(taken.files!.map(({ name }) => name).toSorted()).toEqual(['kiri.txt', 'uks.txt'])
  expect(await ownFiles.forget!(ctx)).toHaveLength(1)
  expect(await findFile(app.db, lone)).toMatchObject({ blob: null, removedWhy: 'person' })
  expect(await findFile(app.db, kept)).toMatchObject({ removedAt: null })
})
