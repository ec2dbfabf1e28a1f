/** What came back for a letter: it can never arrive, it did not arrive this time, or the reader called it spam. */
export type Bounce = { kind: 'hard' | 'soft' | 'complaint'; token: string; status: string | null }

type Report = { contentType: string; text: string }

/** Reads a delivery report (RFC 3464) or a complaint (RFC 5965). Null for any other mail. */
export async function readBounce(raw: Buffer): Promise<Bounce | null> {
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true })
  const reports = mail.attachments.map(({ contentType, content }): Report => ({
    contentType,
    text: content.toString('utf8'),
  }))
  const token = findToken(raw)
  if (token === null) return null
  if (reports.some(({ contentType }) => contentType === 'message/feedback-report')) {
    return { kind: 'complaint', token, status: null }
  }
  const delivery = reports.find(({ contentType }) => contentType.endsWith('delivery-status'))
  if (delivery === undefined) return null
  const action = field(delivery.text, 'Action')?.toLowerCase()
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field(delivery.text, 'Status') ?? '')?.[0] ?? null
  if (action !== 'failed' || status === null) return null
  return { kind: isForGood(status) ? 'hard' : 'soft', token, status }
}

/** A full mailbox, a full server or a refused content says nothing about the address itself. */
function isForGood(status: string): boolean {
  return status.startsWith('5.') && !/^5\.(2\.[23]|3\.|6\.|7\.)/.test(status)
}

function field(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.+?)[ \\t]*\\r?$`, 'im').exec(text)?.[1]
}

/** From the envelope's sender of the letter that came back, wherever the report quotes it, else from its Message-ID. */
function findToken(raw: Buffer): string | null {
  const text = raw.toString('latin1')
  const named = /\+b\.([a-z0-9]{1,12}-[a-z0-9]{16})@/i.exec(text) ?? /<([a-z0-9]{1,12}-[a-z0-9]{16})@/i.exec(text)
  return named?.[1]?.toLowerCase() ?? null
}
