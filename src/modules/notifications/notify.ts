import { inTransaction, type Context } from '#platform/context.ts'
import { offeredNoticeKinds } from '#platform/followable.ts'
import { readText, type Language, type LocalText } from '#platform/language.ts'
import type { Letter } from '#platform/mail/letter.ts'
import { letterMessages } from './messages/letters.ts'
import { listAddressesOfPersons } from './queries/addresses.ts'
import { insertDigestItems, type NewDigestItem } from './queries/digests.ts'
import { listPreferences } from './queries/follows.ts'
import { insertNotices } from './queries/inbox.ts'
import { insertMails, type NewMail } from './queries/outbox.ts'
import { asSubject, howFor, writeList } from './rules.ts'

export type Notice = {
  /** One of the kinds that modules offer. */
  kind: string
  persons: readonly string[]
  title: LocalText
  sentence: LocalText
  path: string
  /** The same notice to the same person is told once. */
  dedupe: string
}

/** Tells persons something: always in their inbox, and by mail as each of them wants it for the kind. */
export async function notify(context: Context, notice: Notice): Promise<void> {
  const kind = offeredNoticeKinds().find(({ key }) => key === notice.kind)
  if (kind === undefined) throw new Error(`No module offers notices of kind ${notice.kind}`)
  const dedupeKey = `${kind.key}:${notice.dedupe}`
  await inTransaction(context, async (ctx) => {
    const told = await insertNotices(ctx.db, [...new Set(notice.persons)], { ...notice, at: ctx.now, dedupeKey })
    if (told.length === 0) return
    const wanted = new Map((await listPreferences(ctx.db, told, kind.key)).map((one) => [one.personId, one.how]))
    const mails: NewMail[] = []
    const items: NewDigestItem[] = []
    for (const address of await listAddressesOfPersons(ctx.db, told)) {
      const how = howFor(kind, wanted.get(address.personId!))
      if (address.confirmedAt === null || how === 'never') continue
      if (how === 'at-once') {
        mails.push({
          dedupeKey: `notice:${dedupeKey}:${address.id}`,
          to: { addressId: address.id },
          kind: kind.key,
          purpose: kind.mayBeRefused ? 'notice' : 'matter',
          list: kind.mayBeRefused ? writeList({ what: 'kind', key: kind.key }) : null,
          letter: noticeLetter(notice, address.language),
        })
      } else items.push({ ...notice, addressId: address.id, how, at: ctx.now, dedupeKey })
    }
    await insertMails(ctx.db, mails, ctx.now)
    await insertDigestItems(ctx.db, items)
  })
}

/** One notice as a letter: what happened, and where to see it. */
export function noticeLetter(
  { title, sentence, path }: Pick<Notice, 'title' | 'sentence' | 'path'>,
  language: Language,
): Letter {
  return {
    language,
    subject: asSubject(readText(title, language).text),
    blocks: [{ paragraph: readText(sentence, language).text }, { button: letterMessages[language].openPage, path }],
  }
}
