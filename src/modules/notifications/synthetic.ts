import type { Context } from '#platform/context.ts'
import { inBatches, syntheticMark, type SyntheticLoad, type SyntheticSize } from '#platform/synthetic.ts'
import { registry } from '#modules/people/index.ts'
import {
  insertSyntheticAddresses,
  insertSyntheticFollows,
  insertSyntheticMails,
  insertSyntheticNotices,
} from './queries/synthetic.ts'
import { followHows } from './rules.ts'

const day = 86_400_000
const noticesPerYear = 4
const followsEach = 2
const lettersLastYear = 12
const personsAtOnce = 500

const title = {
  et: `Teade ${syntheticMark.et}`,
  en: `Notice ${syntheticMark.en}`,
  ru: `Уведомление ${syntheticMark.ru}`,
}
const sentence = {
  et: 'Jälgitav leht muutus.',
  en: 'A page that you follow has changed.',
  ru: 'Отслеживаемая страница изменилась.',
}

/** Readers with addresses that lead nowhere: what they follow, their inbox over the years, letters of the last year. */
export async function loadSyntheticReaders(ctx: Context, size: SyntheticSize): Promise<SyntheticLoad> {
  const { random, years } = size
  const { db, now } = ctx
  const pages = size.pages.length === 0 ? ['/logi'] : size.pages
  const persons = await registry.listSyntheticAccounts(db)
  const daysAgo = (days: number) => new Date(now.getTime() - days * day)
  const counts = { addresses: persons.length, follows: 0, notices: 0, letters: 0 }
  for (let at = 0; at < persons.length; at += personsAtOnce) {
    const readers = persons.slice(at, at + personsAtOnce).map((person, index) => ({
      person,
      id: random.uuid(),
      address: `sunteetiline-${at + index + 1}@naidis.example`,
    }))
    await inBatches(readers, (rows) => insertSyntheticAddresses(db, rows, now))
    const follows = readers.flatMap(({ person }) => {
      const first = random.below(pages.length)
      return [...new Set([first, (first + 7) % pages.length])].slice(0, followsEach).map((page) => ({
        id: random.uuid(),
        person,
        path: pages[page]!,
        how: random.pick(followHows),
        since: daysAgo(30 + random.below(years * 365)),
      }))
    })
    await inBatches(follows, (rows) => insertSyntheticFollows(db, rows))
    const notices = readers.flatMap(({ person }) =>
      Array.from({ length: years * noticesPerYear }, (_, nth) => {
        const told = 1 + Math.floor((nth * 365) / noticesPerYear) + random.below(90)
        // The three newest wait to be read.
        const read = nth < 3 ? null : daysAgo(told - 1)
        return { person, title, sentence, path: random.pick(pages), at: daysAgo(told), read, key: `synthetic:${nth}` }
      }),
    )
    await inBatches(notices, (rows) => insertSyntheticNotices(db, rows))
    const letters = readers.flatMap(({ id }) =>
      Array.from({ length: lettersLastYear }, (_, nth) => ({
        key: `synthetic:${nth}:${id}`,
        address: id,
        subject: title.et,
        at: daysAgo(nth * 30 + random.below(30)),
      })),
    )
    await inBatches(letters, (rows) => insertSyntheticMails(db, rows))
    counts.follows += follows.length
    counts.notices += notices.length
    counts.letters += letters.length
  }
  return { counts }
}
