/** What is read of a message before anything is done with it; names in lower case. */
export type MailHeaders = ReadonlyMap<string, string>

const bulk = new Set(['bulk', 'junk', 'list', 'auto_reply'])
const machines = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|noreply-.*|bounces?(?:[+-].*)?)$/i

/**
 * Whether a program wrote it (RFC 3834): an answer of absence, a list, a message that came back, or a letter of our
 * own. Such mail makes no report and is never answered, so that two programs cannot write to each other for ever.
 */
export function isAutomatic(headers: MailHeaders, from: string | null, own: string): boolean {
  const has = (name: string) => headers.has(name)
  const value = (name: string) => headers.get(name)?.trim().toLowerCase() ?? ''
  const submitted = value('auto-submitted')
  if (submitted !== '' && !/^no\b/.test(submitted)) return true
  if (bulk.has(value('precedence'))) return true
  if (has('list-id') || has('list-unsubscribe') || has('x-autoreply') || has('x-autorespond')) return true
  if (/\b(?:all|oof|autoreply)\b/.test(value('x-auto-response-suppress'))) return true
  if (value('return-path') === '<>' || value('content-type').startsWith('multipart/report')) return true
  if (from === null) return true
  return machines.test(from.split('@')[0] ?? '') || from.toLowerCase() === own.toLowerCase()
}

const beforeQuote = [
  /^-{2,}\s*(?:original message|algne kiri|edastatud kiri|исходное сообщение|пересылаемое сообщение)/i,
  /^(?:on|kuupäeval|le)\b.{5,200}\b(?:wrote|kirjutas):?\s*$/i,
  /^.{5,200}\s(?:kirjutas|wrote|писал\(?а?\)?|пишет):\s*$/iu,
  /^_{10,}$/,
  /^(?:from|saatja|kellelt|от):\s.+/i,
]

/** What the sender wrote above the letter that they answer. */
export function ownWords(text: string): string {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => beforeQuote.some((sign) => sign.test(line.trim())))
  const own = end === -1 ? lines : lines.slice(0, end)
  return own
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim()
}

/** The words without the lines below them that only sign: what becomes a public report should not name its sender. */
export function withoutSignature(words: string, name: string | null): string {
  const lines = words.trimEnd().split('\n')
  const dashes = lines.findLastIndex((line) => line.trimEnd() === '--')
  const rest = dashes > 0 ? lines.slice(0, dashes) : lines
  const isSigning = (line: string) => line.trim() === '' || line.trim() === name?.trim() || greetings.test(line.trim())
  while (rest.length > 1 && isSigning(rest.at(-1)!)) rest.pop()
  return rest.join('\n')
}

const greetings =
  /^(?:(?:lugupidamisega|parimate soovidega|tervitades|tervitustega|heade soovidega|best regards|kind regards|regards|с уважением)[,.!]?)$/i
