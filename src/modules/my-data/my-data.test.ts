import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { system } from '#platform/context.ts'
import { openTestApp } from '#test/app.ts'
import { collectData } from './collect-data.ts'
import { myDataMessages } from './messages.ts'
import { toCsv } from '#platform/csv.ts'
import { writeArchive } from './write-archive.ts'

async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(files))
      zip.readEntry()
    })
  })
}

const question = { idempotencyKey: crypto.randomUUID(), words: 'Millal saab Neeme tee tolmuvabaks?', named: 'on' }

describe('my own data', async () => {
  const app = await openTestApp()
  const mari = await app.signIn({ name: 'Mari Maasikas' })
  await mari.post('/tegevuskava/1.8/kusimused', question)
  await mari.post('/minu/kontaktid', { email: 'mari@example.ee', phone: '+372 5555 5555' })

  it('shows my matters with their state on my page', async () => {
    const shown = await mari.get('/minu')
    expect(shown.text).toContain('Küsimus tegevuskava kohta: 1.8')
    expect(shown.text).toContain('ootab vastust')
    expect(shown.page.querySelector('a[href="/minu/andmed"]')).not.toBeNull()
  })

  it('comes whole as one archive that other programs read', async () => {
    const listed = await mari.get('/minu/andmed')
    expect(listed.status).toBe(200)
    const actor = await mari.actor()
    const data = await collectData(app.context(actor), app.site)
    expect(Object.keys(data.lists).filter((name) => myDataMessages.et.names[name] === undefined)).toEqual([])
    const chunks: Buffer[] = []
    for await (const chunk of writeArchive(data, 'kiri', app.clock.now())) chunks.push(chunk as Buffer)
    const files = await unzip(Buffer.concat(chunks))
    const all = JSON.parse(files.get('andmed.json')!) as Record<string, Record<string, unknown>[]>
    expect(all.person![0]).toMatchObject({ givenName: 'Mari', email: 'mari@example.ee' })
    expect(all.person![0]!.personalCode).toMatch(/^EE\d{11}$/)
    expect(all.contributions![0]).toMatchObject({ words: question.words, number: '1.8' })
    expect(all.log!.some(({ type }) => type === 'plan.question-asked')).toBe(true)
    expect(files.get('contributions.csv')).toContain(question.words)
    expect(files.get('LOEMIND.txt')).toBe('kiri')
    const download = await mari.get('/minu/andmed/valjavote.zip')
    expect(download.headers.get('content-type')).toBe('application/zip')
    expect(download.headers.get('cache-control')).toContain('no-store')
    expect((await app.visitor.get('/minu/andmed/valjavote.zip')).status).toBe(303)
  })

  it('is not deleted by a visit, without a clear yes, or while a post is held', async () => {
    const without = await mari.post('/minu/andmed/kustutamine', {})
    expect(without.status).toBe(422)
    expect(without.text).toContain('Kustutamiseks märgi')
    const official = await app.signIn({ name: 'Olev Ojamaa', roles: ['official'] })
    expect((await official.get('/minu/andmed')).text).toContain('Praegu kustutada ei saa')
    const refused = await official.post('/minu/andmed/kustutamine', { sure: 'on' })
    expect(refused.status).toBe(422)
    expect((await official.get('/minu')).status).toBe(200)
  })

  it('is deleted where the law allows, and what stays is said with its reason', async () => {
    const done = await mari.post('/minu/andmed/kustutamine', { sure: 'on' })
    expect(done.status).toBe(200)
    expect(done.text).toContain('Sinu andmed on kustutatud')
    expect(done.text).toContain('Need on osa avalikust arutelust')
    expect((await mari.get('/minu')).status).toBe(303)
    const { rows } = await sql<{ row: string }>`select to_jsonb(p)::text as row from people_persons p
      where id = ${mari.personId}`.execute(app.db)
    expect(rows[0]!.row).not.toMatch(/Mari|Maasikas|mari@|5555|1980/)
    const page = await app.visitor.get('/tegevuskava/1.8')
    expect(page.text).toContain(question.words)
    expect(page.text).not.toContain('Mari Maasikas')
    for (const table of ['notifications_follows', 'notifications_inbox', 'platform_sessions']) {
      const left = await sql`select 1 from ${sql.table(table)} where person_id = ${mari.personId}`.execute(app.db)
      expect(left.rows, table).toEqual([])
    }
  })

  it('a cell that a spreadsheet would run stays words', () => {
    expect(toCsv([{ a: '=1+1', b: 'x,"y"\nz', c: null, d: -5 }])).toBe('\uFEFFa,b,c,d\r\n\'=1+1,"x,""y""\nz",,-5\r\n')
  })

  it('of nobody is nobody’s', async () => {
    await expect(collectData({ ...app.context(), actor: system }, app.site)).rejects.toThrow()
  })
})
