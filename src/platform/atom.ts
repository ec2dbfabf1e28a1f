/** Where it is, in degrees (WGS 84). */
type Place = { latitude: number; longitude: number }

export type AtomEntry = { id: string; title: string; url: string; updated: Date; summary?: string; point?: Place }
export type AtomFeed = {
  /** Stable for ever; a `tag:` URI. */
  id: string
  title: string
  language: string
  selfUrl: string
  htmlUrl: string
  author: string
  updated: Date
  entries: readonly AtomEntry[]
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

function escape(text: string): string {
  // Control characters may not stand in XML at all, not even escaped.
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => escapes[sign]!)
}

/** OGC GeoRSS Simple. */
const georss = 'http://www.georss.org/georss'

/** An Atom document (RFC 4287), with places where entries have one (GeoRSS); addresses must be absolute. */
export function atomFeed(feed: AtomFeed): string {
  const entries = feed.entries.map(
    ({ id, title, url, updated, summary, point }) => `
  <entry>
    <id>${escape(id)}</id>
    <title>${escape(title)}</title>
    <link rel="alternate" type="text/html" href="${escape(url)}"/>
    <updated>${updated.toISOString()}</updated>${
      summary === undefined ? '' : `\n    <summary>${escape(summary)}</summary>`
    }${point === undefined ? '' : `\n    <georss:point>${point.latitude} ${point.longitude}</georss:point>`}
  </entry>`,
  )
  const names = feed.entries.some(({ point }) => point !== undefined) ? ` xmlns:georss="${georss}"` : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${names} xml:lang="${escape(feed.language)}">
  <id>${escape(feed.id)}</id>
  <title>${escape(feed.title)}</title>
  <link rel="self" type="application/atom+xml" href="${escape(feed.selfUrl)}"/>
  <link rel="alternate" type="text/html" href="${escape(feed.htmlUrl)}"/>
  <updated>${feed.updated.toISOString()}</updated>
  <author><name>${escape(feed.author)}</name></author>${entries.join('')}
</feed>
`
}
