/** What came back for a letter: it can never arrive, it did not arrive this time, or the reader called it spam. */
export type Bounce = { kind: 'hard' | 'soft' | 'complaint'; status: string | null }

type Report = { contentType: string; text: string }

/** Reads a delivery report (RFC 3464) or a complaint (RFC 5965). Null for any other mail. */
export async function readBounce(raw: Buffer): Promise<Bounce | null> {
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true })
  const reports = mail.attachments.map(({ contentType, content }): Report => ({
    contentType,
    text: content.toString('utf8'),
  }))
  if (reports.some(({ contentType }) => contentType === 'message/feedback-report')) {
    return { kind: 'complaint', status: null }
  }
  const delivery = reports.find(({ contentType }) => contentType.endsWith('delivery-status'))
  if (delivery === undefined) return null
  const action = field(delivery.text, 'Action')?.toLowerCase()
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field(delivery.text, 'Status') ?? '')?.[0] ?? null
  if (action !== 'failed' || status === null) return null
  return { kind: isForGood(status) ? 'hard' : 'soft', status }
}

/** A full mailbox, a full server or a refused content says nothing about the address itself. */
function isForGood(status: string): boolean {
  return status.startsWith('5.') && !/^5\.(2\.[23]|3\.|6\.|7\.)/.test(status)
}

/** Reports are a few short lines; whoever sends more gets no more read. */
const mostLines = 2000
const longestLine = 1000

function field(text: string, name: string): string | undefined {
  const start = `${name.toLowerCase()}:`
  const line = text.split('\n', mostLines).find((one) => one.slice(0, start.length).toLowerCase() === start)
  return line?.slice(start.length, longestLine).trim()
}

/** From the envelope's sender of the letter that came back, wherever the report quotes it, else from its Message-ID. */
export function findLetterToken(raw: Buffer): string | null {
  const text = raw.toString('latin1')
  const named = /\+b\.([a-z0-9]{1,12}-[a-z0-9]{16})@/i.exec(text) ?? /<([a-z0-9]{1,12}-[a-z0-9]{16})@/i.exec(text)
  return named?.[1]?.toLowerCase() ?? null
}
