import { readAddress } from '#platform/mail/mail-address.ts'
import { oneLine } from '#platform/mail/letter.ts'
import { cleanWords } from '../rules.ts'
import { htmlWords } from './html-words.ts'
import type { MailHeaders } from './mail-rules.ts'

export type IncomingMail = {
  /** As the sending program named it; empty when it did not. */
  name: string
  headers: MailHeaders
  from: { address: string; name: string } | null
  subject: string
  words: string
  /** The names of messages that it answers. */
  references: string
  pictures: { name: string; bytes: Buffer }[]
  leftOut: number
}

const mostPictures = 5
const longestWords = 4000

/** Reads a message as it arrived; one that is HTML alone becomes text. Null for what is made to break its reader. */
export async function readMail(raw: Buffer): Promise<IncomingMail | null> {
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true }).catch(() => null)
  if (mail === null) return null
  const [sender] = mail.from?.value ?? []
  const address = sender?.address === undefined ? null : readAddress(sender.address)
  const attached = mail.attachments.filter(({ contentType }) => contentType !== 'message/delivery-status')
  const pictures = attached.filter(({ contentType }) => contentType.startsWith('image/')).slice(0, mostPictures)
  return {
    name: mail.messageId ?? '',
    headers: headersOf(raw),
    from: address === null ? null : { address, name: cleanWords(oneLine(sender?.name ?? '', 100)) },
    subject: cleanWords(oneLine(mail.subject ?? '', 200)),
    words: [...cleanWords(wordsOf(mail).replaceAll('\r\n', '\n'))].slice(0, longestWords).join(''),
    references: [mail.inReplyTo ?? '', ...[mail.references ?? []].flat()].join(' '),
    pictures: pictures.map(({ filename, content }, at) => ({ name: filename ?? `pilt-${at + 1}`, bytes: content })),
    leftOut: attached.length - pictures.length,
  }
}

function wordsOf({ text, html = false }: { text?: string | undefined; html?: string | false }): string {
  if (text !== undefined && text.trim() !== '') return text
  return html === false ? '' : htmlWords(html)
}

const mostHeaderBytes = 128 * 1024

/** The first line of each field with what is folded under it; enough to know a program's letter. */
function headersOf(raw: Buffer): MailHeaders {
  const head =
    raw
      .subarray(0, mostHeaderBytes)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? ''
  const fields = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const pairs = fields.flatMap((field): [string, string][] => {
    const colon = field.indexOf(':')
    return colon < 1 ? [] : [[field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).trim()]]
  })
  return new Map(pairs.toReversed())
}
