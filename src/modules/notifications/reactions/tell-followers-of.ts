import type { Context } from '#platform/context.ts'
import { sayEvent } from '#platform/event-words.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { otherPagesOf } from '#platform/followable.ts'
import type { LocalText } from '#platform/language.ts'
import { findFollowedPage } from '../follow-page.ts'
import { letterMessages } from '../messages/letters.ts'
import { noticeLetter } from '../notify.ts'
import { insertDigestItems, type NewDigestItem } from '../queries/digests.ts'
import { listHearers } from '../queries/follows.ts'
import { insertNotices } from '../queries/inbox.ts'
import { insertMails, type NewMail } from '../queries/outbox.ts'
import { asSubject, pathsAbove, writeList } from '../rules.ts'

const kind = 'notifications.follow'

/** Everybody who follows the page that an event belongs to, or a page above it, hears of it. */
export async function tellFollowersOf(ctx: Context, event: RecordedEvent): Promise<void> {
  const et = sayEvent(event, 'et')
  if (et.sentence === event.type) return
  const sentence = { et: et.sentence, en: sayEvent(event, 'en').sentence, ru: sayEvent(event, 'ru').sentence }
  const path = et.path ?? '/logi'
  const pages = [...(et.path === null ? [] : pathsAbove(et.path)), ...(await otherPagesOf(ctx.db, event))]
  const hearers = await listHearers(ctx.db, pages)
  const titles = new Map<string, LocalText>()
  const persons = new Map<string, string[]>()
  const mails: NewMail[] = []
  const items: NewDigestItem[] = []
  const dedupeKey = `event:${event.id}`
  for (const hearer of hearers) {
    const title = titles.get(hearer.path) ?? (await findFollowedPage(ctx.db, hearer.path))?.title ?? { et: hearer.path }
    titles.set(hearer.path, title)
    if (hearer.personId !== null) persons.set(hearer.path, [...(persons.get(hearer.path) ?? []), hearer.personId])
    const { addressId, how, language } = hearer
    if (addressId === null) continue
    if (how !== 'at-once') items.push({ addressId, how, title, sentence, path, at: event.occurredAt, dedupeKey })
    else {
      const letter = noticeLetter({ title, sentence, path }, language)
      mails.push({
        dedupeKey: `${dedupeKey}:${addressId}`,
        to: { addressId },
        kind,
        purpose: 'follow',
        list: writeList({ what: 'follow', key: hearer.followId }),
        letter: { ...letter, subject: asSubject(letterMessages[language].followSubject(letter.subject)) },
      })
    }
  }
  for (const [followed, personIds] of persons) {
    const title = titles.get(followed)!
    await insertNotices(ctx.db, personIds, { kind, title, sentence, path, at: event.occurredAt, dedupeKey })
  }
  await insertMails(ctx.db, mails, ctx.now)
  await insertDigestItems(ctx.db, items)
}
