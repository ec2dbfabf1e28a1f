import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { runCheck } from '#modules/files/testing.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { sendAReport, words } from '../testing.ts'
import { readBox } from './boxes.ts'

let app: TestApp
let roads: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
})

const filesOf = (subject: string) =>
  app.db.selectFrom('files_files').select(['id', 'visibility', 'hash']).where('attached_to', '=', subject).execute()

const check = (id: string) => runCheck({ ctx: app.context(), site: app.site, config: app.config }, id)

async function withPicture() {
  const bytes = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const photo1 = new File([new Uint8Array(bytes)], 'auk.jpg', { type: 'image/jpeg' })
  const { report } = await sendAReport(app, resident, { photo1 })
  const [file] = await filesOf(`report:${report.id}`)
  await check(file!.id)
  return { ...report, file: file!.id }
}

describe('a part of a picture', () => {
  it.each([
    ['10, 20, 30, 15', { left: 10, top: 20, width: 30, height: 15 }],
    ['0 0 100 100', { left: 0, top: 0, width: 100, height: 100 }],
    ['1.5;2.25;3;4', { left: 1.5, top: 2.25, width: 3, height: 4 }],
    ['', null],
    ['10, 20, 30', undefined],
    ['10, 20, 0, 5', undefined],
    ['100, 0, 5, 5', undefined],
    ['-1, 0, 5, 5', undefined],
    ['a, b, c, d', undefined],
  ])('%j', (text, box) => expect(readBox(text)).toEqual(box))

  it('is covered for everybody in a new picture, and the old one is closed', async () => {
    const { number, id, file } = await withPicture()
    const path = `/too/teated/${number}/pildid/${file}`
    const page = await roads.get(path)
    expect(page.page.querySelector('picture-boxes img')?.getAttribute('src')).toContain('allkiri=')
    for (const [box1, sentence] of [
      ['', 'Tõmba vähemalt üks kast.'],
      ['1, 2', 'Kirjuta neli arvu'],
    ] as const) {
      const wrong = await roads.post(path, { box1 })
      expect([wrong.status, words(wrong)]).toEqual([422, expect.stringContaining(sentence)])
    }
    expect((await roads.post(path, { box1: '0, 0, 50, 100', box2: '' })).status).toBe(303)
    expect((await roads.post(path, { box1: '0, 0, 50, 100' })).status).toBe(404)
    const [original] = await filesOf(`report-original:${id}`)
    expect(original).toMatchObject({ id: file, visibility: 'persons' })
    const [covered] = await filesOf(`report:${id}`)
    expect(covered).toMatchObject({ visibility: 'everyone' })
    await check(covered!.id)
    const kept = await app.db
      .selectFrom('files_files')
      .select('blob')
      .where('id', '=', covered!.id)
      .executeTakeFirstOrThrow()
    const chunks: Buffer[] = []
    for await (const chunk of (await app.site.store.open(kept.blob!)) as AsyncIterable<Buffer>) chunks.push(chunk)
    const pixel = async (left: number) =>
      (
        await sharp(Buffer.concat(chunks))
          .extract({ left, top: 50, width: 1, height: 1 })
          .removeAlpha()
          .raw()
          .toBuffer()
      )[0]!
    expect([(await pixel(30)) < 30, (await pixel(150)) > 225]).toEqual([true, true])
    const seen = await app.visitor.get(`/teated/${number}`)
    expect([seen.text.includes(covered!.id), seen.text.includes(file)]).toEqual([true, false])
    for (const who of [app.visitor, roads]) expect((await who.get(`/failid/${file}`)).status).not.toBe(200)
    expect((await app.visitor.get('/logi')).text).toContain(`Teate ${number} pildist kaeti osa`)
  })

  it('is opened as it was only with a reason, which is kept, and for whoever works on the report', async () => {
    const { number, id, file } = await withPicture()
    await roads.post(`/too/teated/${number}/pildid/${file}`, { box1: '0, 0, 50, 50' })
    const path = `/too/teated/${number}/pildid/${file}/originaal`
    expect((await roads.post(path, { whyOpen: '' })).status).toBe(422)
    for (const who of [resident, app.visitor])
      expect((await who.post(path, { whyOpen: 'Tahan näha' })).status).toBe(403)
    const opened = await roads.post(path, { whyOpen: 'Politsei päring 12' })
    expect([opened.status, opened.page.querySelector('main img')?.getAttribute('src')]).toEqual([
      200,
      expect.stringContaining('allkiri='),
    ])
    const src = opened.page.querySelector('main img')!.getAttribute('src')!
    expect((await roads.get(src)).status).toBe(200)
    expect((await app.visitor.get(src)).status).not.toBe(200)
    const kept = await app.db
      .selectFrom('reports_originals_opened')
      .select(['reason', 'by_person as by'])
      .where('report_id', '=', id)
      .execute()
    expect(kept).toEqual([{ reason: 'Politsei päring 12', by: roads.personId }])
    const traces = await app.db.selectFrom('platform_access_log').selectAll().execute()
    expect(JSON.stringify(traces)).toContain(resident.personId)
  })

  it('is not for others to cover', async () => {
    const { number, file } = await withPicture()
    const path = `/too/teated/${number}/pildid/${file}`
    for (const who of [resident, app.visitor]) {
      expect([403, 303]).toContain((await who.get(path)).status)
      expect((await who.post(path, { box1: '0, 0, 50, 50' })).status).toBe(403)
    }
    const other = await withPicture()
    expect((await roads.post(`/too/teated/${number}/pildid/${other.file}`, { box1: '0, 0, 5, 5' })).status).toBe(404)
  })
})
