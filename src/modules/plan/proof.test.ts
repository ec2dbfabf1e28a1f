import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { Unavailable } from '#platform/context.ts'
import { runCheck } from '#modules/files/testing.ts'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'

let app: TestApp
let owner: Client
let second: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  owner = await app.signIn({ name: 'Kati Kiri', postSlugs: ['kommunikatsioonispetsialist'] })
  second = await app.signIn({ name: 'Riho Raha', postSlugs: ['finantsjuht'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
})

const words = (answer: Answer) => answer.page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

function vouch(who: Client, title: string, proof: File, more: Record<string, string> = {}): Promise<Answer> {
  const form = { idempotencyKey: crypto.randomUUID(), 'title.et': title, occurredOn: '2026-11-05', ...more, proof }
  return who.post('/too/tegevuskava/1.3/toendid', form)
}

async function aPhoto(): Promise<File> {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a6' } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], 'ümarlaud.jpg', { type: 'image/jpeg' })
}

/** What the queue does after an upload. */
async function checkAll(): Promise<void> {
  const rows = await app.db.selectFrom('files_files').select('id').where('state', '=', 'received').execute()
  const { site, config } = app
  for (const { id } of rows) await runCheck({ ctx: app.context(), site, config }, id)
}

async function newestEvidence(): Promise<string> {
  const query = app.db.selectFrom('plan_vouched_evidence').select('id').orderBy('vouched_at', 'desc').limit(1)
  return (await query.executeTakeFirstOrThrow()).id
}

const countEvidence = async () => (await app.db.selectFrom('plan_vouched_evidence').select('id').execute()).length
const countFiles = async () => (await app.db.selectFrom('files_files').select('id').execute()).length
const temporary = () => {
  const { temporaryDirectory } = app.site.store
  return existsSync(temporaryDirectory) ? readdirSync(temporaryDirectory) : []
}

describe('a photo as proof', () => {
  it('is seen by officials until a second one confirms the evidence, and then by everyone', async () => {
    const sent = await vouch(owner, 'Ümarlaud mõisas', await aPhoto(), { proofDescription: 'Inimesed laua ümber' })
    expect([sent.status, sent.location]).toEqual([303, '/too/tegevuskava/1.3#ootavad'])
    expect(temporary()).toEqual([])
    const waiting = await owner.get('/too/tegevuskava/1.3')
    expect(words(waiting)).toContain('ümarlaud.jpg')
    expect(words(waiting)).toContain('kontrollimisel')
    await checkAll()
    const evidence = await newestEvidence()
    for (const path of ['/too/tegevuskava', '/tegevuskava/1.3', `/too/toendid/${evidence}/kinnitamine`]) {
      const seen = await second.get(path)
      expect([path, seen.page.querySelector('img.file-thumbnail')?.getAttribute('alt')]).toEqual([
        path,
        'Inimesed laua ümber',
      ])
    }
    const page = (await second.get('/tegevuskava/1.3')).page.querySelector('a[href^="/failid/"]')!.getAttribute('href')!
    expect((await second.get(page)).status).toBe(200)
    expect((await resident.get(page)).status).toBe(403)
    expect(words(await app.visitor.get('/tegevuskava/1.3'))).not.toContain('ümarlaud.jpg')

    await second.post(`/too/toendid/${evidence}/kinnitamine`, {})
    const shown = await app.visitor.get('/tegevuskava/1.3')
    expect(words(shown)).toMatch(/Ümarlaud mõisas.*ümarlaud\.jpg/u)
    const picture = shown.page.querySelector('img.file-thumbnail')!.getAttribute('src')!
    const bytes = await app.visitor.get(picture)
    expect([bytes.status, bytes.headers.get('content-type')]).toEqual([200, 'image/webp'])
    expect(words(await app.visitor.get(`/en${page}`))).toContain('picture (JPG)')
  })

  it('needs words for those who cannot see it', async () => {
    const answer = await vouch(owner, 'Foto ilma sõnadeta', await aPhoto())
    expect([answer.status, answer.page.querySelector('#field-proofDescription-error')?.text]).toEqual([
      422,
      expect.stringContaining('Kirjuta, mis pildil näha on.'),
    ])
  })
})

describe('a proof that is refused', () => {
  it('says why at the field, keeps everything else, and leaves nothing behind', async () => {
    const [evidence, files] = [await countEvidence(), await countFiles()]
    const wrong: [File, string][] = [
      [new File([eicar], 'arve.txt'), 'Failist leiti viirus.'],
      [new File(['MZ tekst'], 'programm.exe'), 'Seda liiki faili ei saa vastu võtta.'],
      [new File(['lihtsalt tekst'], 'leht.pdf'), 'Faili sisu ei vasta nime lõpule.'],
      [new File(['tekst'], 'arve\u202Efdp.txt'), 'Faili nimes on'],
      [new File([new Uint8Array(26 * 1024 * 1024)], 'suur.pdf'), 'Fail on liiga suur.'],
    ]
    for (const [file, sentence] of wrong) {
      const answer = await vouch(owner, 'Hea pealkiri', file, { url: 'https://naide.ee/uudis' })
      expect([file.name, answer.status]).toEqual([file.name, 422])
      expect(answer.page.querySelector('#field-proof-error')?.text).toContain(sentence)
      expect(answer.page.querySelector('input[name="title.et"]')?.getAttribute('value')).toBe('Hea pealkiri')
      expect(answer.page.querySelector('input[name=url]')?.getAttribute('value')).toBe('https://naide.ee/uudis')
      expect(words(answer)).toContain('Viimati valitud fail:')
    }
    expect([await countEvidence(), await countFiles(), temporary()]).toEqual([evidence, files, []])
  })

  it('is not even read from someone who may not add evidence here', async () => {
    const big = new File([new Uint8Array(20 * 1024 * 1024)], 'suur.pdf')
    expect((await vouch(resident, 'Võõras tõend', big)).status).toBe(403)
    expect((await vouch(app.visitor, 'Võõras tõend', big)).status).toBe(403)
    const forged = await owner.post(
      '/too/tegevuskava/1.3/toendid',
      { idempotencyKey: crypto.randomUUID(), 'title.et': 'Võltsitud', occurredOn: '2026-11-05', proof: big },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect(forged.status).toBe(403)
    expect(temporary()).toEqual([])
  })

  it('over every bound ends before it is read, and other forms keep to theirs', async () => {
    const huge = new File([new Uint8Array(65 * 1024 * 1024)], 'hiigel.pdf')
    expect((await vouch(owner, 'Hiigelsuur tõend', huge)).status).toBe(413)
    const form = { period: '2026', 'text.et': 'x'.repeat(7 * 1024 * 1024), more: new File(['x'], 'x.txt') }
    expect((await owner.post('/too/tegevuskava/1.3/selgitused', form)).status).toBe(413)
  })
})

describe('a proof on other pages', () => {
  it('is linked by words from the administrators’ page of files', async () => {
    await vouch(owner, 'Ootel protokoll', new File(['Koosolek'], 'ootel.txt'))
    const administrator = await app.signIn({ name: 'Aadu Admin', roles: ['administrator'] })
    const seen = await administrator.get('/too/failid')
    const link = seen.page.querySelectorAll('main td a').find((one) => one.text === '1.3 Ootel protokoll')
    expect(link?.getAttribute('href')).toBe('/tegevuskava/1.3#toendid')
    expect(words(seen)).not.toContain('evidence:')
  })

  it('is linked from the report of the year once it is confirmed, and posts are named in the reader’s language', async () => {
    const report = await app.visitor.get('/tegevuskava/aruanne/2026')
    const page = report.page.querySelectorAll('main td a, main th a').find((one) => one.text === 'ümarlaud.jpg')
    expect(page?.getAttribute('href')).toMatch(/^\/failid\//u)
    for (const path of ['/en/tegevuskava/1.3', '/en/tegevuskava/aruanne/2026']) {
      expect(words(await app.visitor.get(path))).toContain('added by Communications specialist')
    }
  })

  it('of many says nothing on the front page and stands in the log', async () => {
    expect((await app.visitor.get('/')).text).not.toContain('Avalikustati fail')
    expect((await app.visitor.get('/logi')).text).toContain('Avalikustati fail')
  })
})

describe('a second official', () => {
  it('does not confirm what nobody can have looked at: a file under check, or one that was refused', async () => {
    await vouch(owner, 'Protokoll kontrollis', new File(['Koosoleku protokoll'], 'protokoll.txt'))
    const evidence = await newestEvidence()
    const path = `/too/toendid/${evidence}/kinnitamine`
    expect(words(await second.get('/too/tegevuskava'))).toContain('Faili kontrollitakse.')
    const early = await second.post(path, {})
    expect([early.status, words(early)]).toEqual([422, expect.stringContaining('Faili kontrollitakse.')])

    const file = app.db.updateTable('files_files').where('attached_to', '=', `evidence:${evidence}`)
    const as = (state: string, refusal: string | null) =>
      file.set({ state, refusal, decided_at: app.context().now }).execute()
    await as('refused', 'macros')
    for (const page of [path, '/too/tegevuskava', '/tegevuskava/1.3']) {
      const seen = words(await second.get(page))
      expect([page, seen]).toEqual([page, expect.stringMatching(/protokoll\.txt.*ei võetud vastu.*makrosid/u)])
      expect(seen).toContain('Tõendi fail jäi vastu võtmata')
    }
    expect((await second.get(path)).page.querySelector(`main form[action="${path}"]`)).toBeNull()
    expect((await second.post(path, {})).status).toBe(422)
    expect(words(await resident.get('/tegevuskava/1.3'))).not.toContain('makrosid')

    await as('checked', null)
    expect((await second.post(path, {})).status).toBe(303)
  })

  it('may confirm by the link where the file was refused', async () => {
    const more = { url: 'https://naide.ee/protokoll' }
    await vouch(owner, 'Protokoll lingiga', new File(['Teine protokoll'], 'lingiga.txt'), more)
    const evidence = await newestEvidence()
    const refused = { state: 'refused', refusal: 'macros', decided_at: app.context().now }
    await app.db.updateTable('files_files').where('attached_to', '=', `evidence:${evidence}`).set(refused).execute()
    expect((await second.post(`/too/toendid/${evidence}/kinnitamine`, {})).status).toBe(303)
    expect(words(await app.visitor.get('/tegevuskava/1.3'))).not.toContain('lingiga.txt')
  })
})

describe('when disk or store fails', () => {
  it('a full store is a clear page; nothing half is left and trying again works', async () => {
    const [evidence, { put }] = [await countEvidence(), app.site.store]
    app.site.store.put = () => {
      throw new Unavailable('full', { cause: Object.assign(new Error('full'), { code: 'ENOSPC' }) })
    }
    const file = new File(['Koosoleku protokoll'], 'protokoll.txt')
    const full = await vouch(owner, 'Protokoll lisatud', file)
    expect([full.status, words(full)]).toEqual([503, expect.stringContaining('Midagi ei läinud kaotsi')])
    expect([await countEvidence(), temporary()]).toEqual([evidence, []])
    app.site.store.put = put
    expect((await vouch(owner, 'Protokoll lisatud', file)).status).toBe(303)
  })

  it('so is a disk that takes no upload', async () => {
    const { temporaryDirectory } = app.site.store
    await rename(temporaryDirectory, `${temporaryDirectory}-away`)
    writeFileSync(temporaryDirectory, '')
    expect((await vouch(owner, 'Protokoll lisatud', new File(['tekst'], 'a.txt'))).status).toBe(503)
    rmSync(temporaryDirectory)
    await rename(`${temporaryDirectory}-away`, temporaryDirectory)
  })
})

it('a form without a beginning or an end is no form', async () => {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
    expect((await owner.post('/too/tegevuskava/1.3/toendid', {}, { 'content-type': type })).status).toBe(400)
  }
})
