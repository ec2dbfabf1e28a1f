import { oneLine } from './letter.ts'
import { bounceAddress, readAddress } from './mail-address.ts'
import type { RenderedLetter } from './render-letter.tsx'

export type Outgoing = RenderedLetter & {
  /** Stable per letter, so that a second sending is recognised as the same. */
  token: string
  from: { name: string; address: string }
  replyTo: string
  to: string
  subject: string
  language: string
  date: Date
  /** Null for what nobody can unsubscribe from. */
  list: { key: string; unsubscribeUrl: string } | null
}

export type Message = { envelope: { from: string; to: string[] }; raw: Buffer }

/** The bytes of a letter, and between whom they travel. Null when the recipient's address is none. */
export async function buildMessage(outgoing: Outgoing): Promise<Message | null> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const { token, from, list, language } = outgoing
  const to = readAddress(outgoing.to)
  if (to === null) return null
  const replyTo = readAddress(outgoing.replyTo)
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const composer = new MailComposer({
    from: { name: oneLine(from.name, 100), address: from.address },
    to: { name: '', address: to },
    ...(replyTo === null ? {} : { replyTo: { name: oneLine(from.name, 100), address: replyTo } }),
    subject: oneLine(outgoing.subject),
    date: outgoing.date,
    messageId: `<${token}@${domain}>`,
    text: outgoing.text,
    html: outgoing.html,
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
      ...(list === null
        ? {}
        : {
            Precedence: 'bulk',
            'List-Id': `<${oneLine(list.key, 60).replaceAll(/[^a-z0-9.-]/g, '-')}.${domain}>`,
            'List-Unsubscribe': { prepared: true, value: `<${oneLine(list.unsubscribeUrl, 900)}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
  })
  return { envelope: { from: bounceAddress(from.address, token), to: [to] }, raw: await composer.compile().build() }
}
