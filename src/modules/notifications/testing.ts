import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Config } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { Letter } from '#platform/mail/letter.ts'
import type { Site } from '#platform/site.ts'
import { addressKey } from '#platform/mail/mail-address.ts'
import { insertMails } from './queries/outbox.ts'
import type { Purpose } from './rules.ts'
import type { Sending } from './send-mails.ts'

export type Received = { from: string; to: string[]; raw: Buffer; mail: ParsedMail }
export type Sink = { url: string; received: Received[]; stop(): Promise<void> }

/** A real SMTP server that keeps what it gets; `options` make it refuse, wait or die. */
export async function openSink(options: SMTPServerOptions = {}): Promise<Sink> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        void simpleParser(raw).then((mail) => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
          received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, mail })
          done()
        })
      })
    },
    ...options,
  })
  // A client that breaks off is no fault of the sink.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** What the sending job is given, with a mail server of its own. */
export function sendingThrough(
  smtpUrl: string | null,
  { ctx, site, config }: { ctx: Context; site: Site; config: Config },
): Sending {
  const mailFrom = 'teavitused@naidisvald.example'
  return { ctx, site, config: { ...config, smtpUrl, mailFrom }, signal: new AbortController().signal }
}

export async function aConfirmedAddress(
  db: Db,
  address: string,
  changes: { personId?: string | null; language?: string; confirmed?: boolean } = {},
): Promise<string> {
  const { personId = null, language = 'et', confirmed = true } = changes
  const at = new Date('2026-01-01T10:00:00Z')
  const row = await db
    .insertInto('notifications_addresses')
    .values({
      person_id: personId,
      address,
      address_key: addressKey(address),
      language,
      confirmed_at: confirmed ? at : null,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

let serial = 0

export const aLetter = (changes: Partial<Letter> = {}): Letter => ({
  language: 'et',
  subject: 'Proovikiri',
  blocks: [{ paragraph: 'Tere, Jõelähtme!' }, { button: 'Vaata', path: '/tegevuskava/1.3' }],
  ...changes,
})

/** Queues a letter and answers its id. */
export async function aMail(
  ctx: Context,
  to: { addressId: string } | { literalAddress: string },
  changes: { letter?: Letter; purpose?: Purpose; list?: string | null; dedupeKey?: string } = {},
): Promise<number> {
  serial += 1
  const { letter = aLetter(), purpose = 'matter', list = null, dedupeKey = `proov:${serial}` } = changes
  await insertMails(ctx.db, [{ dedupeKey, to, kind: 'test.letter', purpose, list, letter }], ctx.now)
  const row = await ctx.db
    .selectFrom('notifications_mails')
    .select('id')
    .where('dedupe_key', '=', dedupeKey)
    .executeTakeFirstOrThrow()
  return row.id
}

export async function stateOf(db: Db, id: number): Promise<{ state: string; attempts: number; reason: string | null }> {
  return db
    .selectFrom('notifications_mails')
    .select(['state', 'attempts', 'last_error as reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
