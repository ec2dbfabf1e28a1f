import type { Followable } from '#platform/followable.ts'
import { logMessages } from './messages.ts'

const { et, en, ru } = logMessages

/** Whoever follows the log hears of everything that is public. */
export const logFollowables: readonly Followable[] = [
  {
    path: /\/logi/,
    title: async () => ({ et: et.title, en: en.title, ru: ru.title }),
    feed: () => '/logi/feed.atom',
    tellsEverything: true,
  },
]
