import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTransaction, system, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { Site } from '#platform/site.ts'
import { attachFiles, keepUpload } from '#modules/files/index.ts'
import { findRepliedPaths } from '#modules/notifications/index.ts'
import { answerQuestion } from '../answer-question.ts'
import { mailSubject, reportSubject } from '../events.ts'
import { entryMessages } from '../messages/entry.ts'
import { reportPaths } from '../paths.ts'
import { findOpenQuestion } from '../queries/questions.ts'
import { findReport, type Report } from '../queries/reports.ts'
import { readersOf } from '../readers.ts'
import { tellMore } from '../tell-more.ts'
import { readReportToken } from '../tokens.ts'
import { isAutomatic, ownWords } from './mail-rules.ts'
import { readMail, type IncomingMail } from './read-mail.ts'

export type TakenMail = { as: 'queued' | 'answered' | 'ignored' | 'known' | 'unreadable' }

type Taking = { site: Pick<Site, 'keys' | 'store'>; ownAddress: string }

/**
 * Takes a message to the address for reports, as it arrived. An answer to a letter about a report becomes its sender's
 * words; everything else waits for a clerk. What programs write is passed over.
 */
export async function takeMail(context: Context, { site, ownAddress }: Taking, raw: Buffer): Promise<TakenMail> {
  const mail = await readMail(raw)
  if (mail === null) return { as: 'unreadable' }
  if (isAutomatic(mail.headers, mail.from?.address ?? null, ownAddress)) return { as: 'ignored' }
  const index = site.keys.index(mail.name === '' ? createHash('sha256').update(raw).digest('hex') : mail.name)
  const ctx = { ...context, actor: system }
  const known = await ctx.db
    .selectFrom('reports_mails')
    .select('id')
    .where('message_index', '=', index)
    .executeTakeFirst()
  if (known !== undefined) return { as: 'known' }
  const replied = await findRepliedReport(ctx, site, mail)
  const pictures = await keepPictures(ctx, site, mail)
  const kept = { pictures: pictures.ids, leftOut: mail.leftOut + pictures.refused }
  return inTransaction(ctx, async (inside) => {
    const id = randomUUID()
    const said = replied === undefined ? '' : ownWords(mail.words)
    const isReply = replied !== undefined && said !== '' && (await say(inside, site, replied, index, said))
    const row = isReply
      ? { state: 'answered', report_id: replied.id, decided_at: ctx.now, subject: '', words: '' }
      : {
          state: 'waiting',
          from_address: mail.from!.address,
          from_name: mail.from!.name === '' ? null : mail.from!.name,
          subject: mail.subject,
          words: mail.words,
        }
    const inserted = await inside.db
      .insertInto('reports_mails')
      .values({ id, message_index: index, received_at: ctx.now, left_out: kept.leftOut, ...row })
      .onConflict((conflict) => conflict.constraint('reports_mails_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted === undefined) return { as: 'known' }
    const attaching = isReply
      ? { to: reportSubject(replied.id), readers: readersOf(replied) }
      : { to: mailSubject(id), readers: { visibility: 'roles' as const, roles: ['official' as const] } }
    await attachFiles(inside, kept.pictures, attaching)
    await record(inside, 'reports.mail-taken', mailSubject(id), { as: isReply ? 'answered' : 'queued' })
    return { as: isReply ? 'answered' : 'queued' }
  })
}

/** The report whose own link stands in the letter that is answered. */
async function findRepliedReport(
  { db }: Context,
  { keys }: Pick<Site, 'keys'>,
  mail: IncomingMail,
): Promise<Report | undefined> {
  const prefix = reportPaths.own('')
  for (const path of await findRepliedPaths(db, keys, mail.references)) {
    const token = path.startsWith(prefix) ? (path.slice(prefix.length).split('/')[0] ?? '') : ''
    const id = readReportToken(keys, 'report reader', token)
    const report = id === null ? undefined : await findReport(db, { id })
    if (report !== undefined && report.state !== 'unconfirmed') return report
  }
  return undefined
}

/** As the sender's own words, or as the answer to what they were asked. */
async function say(
  ctx: Context,
  { keys }: Pick<Site, 'keys'>,
  report: Report,
  index: Buffer,
  words: string,
): Promise<boolean> {
  const idempotencyKey = index.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
  const by = { id: report.id, holdsLink: true }
  if ((await findOpenQuestion(ctx.db, report.id)) !== undefined) {
    return (await answerQuestion(ctx, by, { idempotencyKey, reply: words })).ok
  }
  return (await tellMore(ctx, keys, by, { idempotencyKey, words, change: '' })).ok
}

/** Pictures pass the same checks as those from a form; what is none is counted and not kept. */
async function keepPictures(
  ctx: Context,
  site: Pick<Site, 'store'>,
  { pictures }: IncomingMail,
): Promise<{ ids: string[]; refused: number }> {
  const { temporaryDirectory } = site.store
  const description = {
    et: entryMessages.et.photoOfReport,
    en: entryMessages.en.photoOfReport,
    ru: entryMessages.ru.photoOfReport,
  }
  const ids: string[] = []
  for (const { name, bytes } of pictures) {
    const path = join(temporaryDirectory, `mail-${randomUUID()}`)
    try {
      await mkdir(temporaryDirectory, { recursive: true })
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
      const hash = createHash('sha256').update(bytes).digest('hex')
      const upload = { path, name, size: bytes.length, hash, isTooLarge: false }
      const kept = await keepUpload(ctx, site, upload, { description, only: 'pictures' })
      if (kept.ok) ids.push(kept.id)
    } finally {
      await rm(path, { force: true })
    }
  }
  return { ids, refused: pictures.length - ids.length }
}
