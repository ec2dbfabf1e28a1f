import { atomFeed, type AtomEntry } from '#platform/atom.ts'
import type { EventType, RecordedEvent } from '#platform/events.ts'
import { readText, type Language } from '#platform/language.ts'
import { localPath } from '#ui/links.ts'
import { planEventWords } from './event-words.ts'
import { planEventMessages } from './messages/events.ts'
import { planPageMessages } from './messages/page-plan.ts'
import { planPaths } from './paths.ts'
import type { FedEvent } from './queries/feed.ts'

export type FeedParts = {
  language: Language
  /** `https://…` of this site, as the reader reached it. */
  origin: string
  /** The site's own name for ever, in which ids are kept apart from those of other sites. */
  host: string
  siteName: string
  events: readonly FedEvent[]
  /** The day on which there was nothing yet to tell of. */
  begunAt: Date
}

function wordsOf<K extends EventType>(event: RecordedEvent<K>, language: Language) {
  const say: ((event: RecordedEvent<K>, language: Language) => { sentence: string; path: string | null }) | undefined =
    planEventWords[event.type]
  return say?.(event, language)
}

/** What happened to the promises, as an Atom feed. Ids are the numbers of rows that never change. */
export function planFeed({ language, origin, host, siteName, events, begunAt }: FeedParts): string {
  const tag = (name: string) => `tag:${host},2026:plan/${name}`
  const address = (path: string) => `${origin}${localPath(path, language)}`
  const entries = events.flatMap((event): AtomEntry[] => {
    const words = wordsOf(event, language)
    if (words === undefined) return []
    return [
      {
        id: tag(`event/${event.id}`),
        title: words.sentence,
        url: address(words.path ?? planPaths.plan),
        updated: event.occurredAt,
        ...(event.name === null ? {} : { summary: readText(event.name, language).text }),
      },
    ]
  })
  return atomFeed({
    id: tag('feed'),
    title: planEventMessages[language].feedTitle(`${siteName}, ${planPageMessages[language].plan.toLowerCase()}`),
    language,
    selfUrl: address(planPaths.feed),
    htmlUrl: address(planPaths.plan),
    author: siteName,
    updated: events[0]?.occurredAt ?? begunAt,
    entries,
  })
}
