import type { Language } from '#platform/language.ts'

export type NavigationLink = { label: string; path: string }

/** One of the (at most six) doors of the public site, with what stands behind it. */
export type Door = { key: string; label: string; links: readonly NavigationLink[] }

/** What surrounds every page; made once per request by the platform and passed down as a plain value. */
export type PageFrame = {
  language: Language
  /** Path and query without the language prefix: what the language switch links to. */
  path: string
  site: {
    name: string
    shortName: string
    timeZone: string
    contact: { address: string; email: string; phone: string; hours: string }
  }
  doors: readonly Door[]
  /** One tap away on every page. */
  everywhere?: readonly NavigationLink[]
  viewer: { name: string; initials: string; isOfficial: boolean; actingFor: string | null } | null
  /** What an official finds beside the workspace's pages. */
  workspace?: readonly NavigationLink[]
  /** A demo site wears a ribbon that says so and how to sign in as whom. */
  demo: boolean
  assets: {
    styles: readonly string[]
    scripts: readonly string[]
    /** Where the browser finds a script that only some pages need, by the name of its source. */
    url: (source: string) => string
  }
  /** Number of the newest public log row that the page may show. */
  version: number
  /** Instant of the newest public log row. */
  lastEntryAt: Date | null
  now: Date
  /** Whole minutes by which a demo's clock was moved; the browser's own words for time follow it. */
  minutesAhead?: number
}
