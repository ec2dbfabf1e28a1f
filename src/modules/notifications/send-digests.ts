import { inRefusableTransaction, Refused, todayOf, type Context } from '#platform/context.ts'
import { formatDay } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import type { Letter, LetterBlock } from '#platform/mail/letter.ts'
import { letterMessages } from './messages/letters.ts'
import { findDigestLanguage, listDigestReaders, takeDigestItems, type DigestItem } from './queries/digests.ts'
import { insertMails } from './queries/outbox.ts'
import { writeList } from './rules.ts'

/** One letter per reader with everything that waits; its making and the end of the waiting are one transaction. */
export async function sendDigests(context: Context, how: 'daily' | 'weekly', signal: AbortSignal): Promise<void> {
  const day = todayOf(context)
  let after: string | null = null
  for (;;) {
    const readers = await listDigestReaders(context.db, how, after)
    for (const addressId of readers) {
      if (signal.aborted) return
      await inRefusableTransaction(context, async (ctx) => {
        const items = await takeDigestItems(ctx.db, addressId, how)
        const language = await findDigestLanguage(ctx.db, addressId)
        if (items.length === 0 || language === undefined) return
        const mail = {
          dedupeKey: `digest:${how}:${day}:${addressId}`,
          to: { addressId },
          kind: `notifications.${how}-digest`,
          purpose: 'digest' as const,
          list: writeList({ what: 'digest', key: how }),
          letter: digestLetter(items, how, formatDay(day, language), language),
        }
        // Today's letter is made already: what has come since waits for the next one.
        if ((await insertMails(ctx.db, [mail], ctx.now)) === 0) throw new Refused(undefined)
      })
    }
    after = readers.at(-1) ?? null
    if (after === null) return
  }
}

const mostLines = 200

/** Grouped by page, in the order in which things happened. */
export function digestLetter(
  items: readonly DigestItem[],
  how: 'daily' | 'weekly',
  day: string,
  language: Language,
): Letter {
  const t = letterMessages[language]
  const pages = new Map<string, { text: string; path: string }[]>()
  for (const item of items.slice(0, mostLines)) {
    const title = readText(item.title, language).text
    const lines = pages.get(title) ?? []
    lines.push({ text: readText(item.sentence, language).text, path: item.path })
    pages.set(title, lines)
  }
  const blocks: LetterBlock[] = [{ paragraph: t.digestLead[how] }]
  for (const [heading, lines] of pages) blocks.push({ heading }, { lines })
  if (items.length > mostLines) blocks.push({ paragraph: t.digestMore(items.length - mostLines) })
  return { language, subject: t.digestSubject[how](day), blocks }
}
