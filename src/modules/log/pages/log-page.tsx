import { sayEvent, sayRole } from '#platform/event-words.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { formatNumber } from '#platform/format.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { DownloadLink, Link } from '#ui/link.tsx'
import { LiveChanges } from '#ui/live-changes.tsx'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { logMessages } from '../messages.ts'

export function LogPage(props: {
  frame: PageFrame
  events: readonly RecordedEvent[]
  head: { id: number; hash: string }
  olderHref: string | undefined
  newerHref: string | undefined
}) {
  const { frame, events, head } = props
  const t = logMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.title} description={t.lead} feedPath="/logi/feed.atom" wide>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <LiveChanges frame={frame} path="*" />
      <FollowBox path="/logi" />
      {events.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <DataTable
          caption={t.caption}
          rows={events}
          rowKey={(event) => String(event.id)}
          columns={[
            {
              key: 'id',
              label: t.number,
              cell: (event) => <span class="nowrap">{formatNumber(event.id, frame.language)}</span>,
            },
            { key: 'when', label: t.when, cell: (event) => <Moment at={event.occurredAt} /> },
            { key: 'what', label: t.what, rowHeader: true, cell: (event) => <Sentence event={event} frame={frame} /> },
            { key: 'role', label: t.role, cell: (event) => capital(sayRole(event.actorRole, frame.language)) },
          ]}
        />
      )}
      <KeysetPager olderHref={props.olderHref} newerHref={props.newerHref} />
      <section class="band stack-tight">
        <h2>{t.chainTitle}</h2>
        <p class="text">{t.chain}</p>
        <p>
          {t.row(formatNumber(head.id, frame.language))} <code class="hash">{head.hash}</code>
        </p>
        <p>
          <DownloadLink href="/logi/feed.atom" label={t.feed} />
        </p>
      </section>
    </PublicPage>
  )
}

function Sentence({ event, frame }: { event: RecordedEvent; frame: PageFrame }) {
  const { sentence, path } = sayEvent(event, frame.language)
  return path === null ? <>{sentence}</> : <Link href={path}>{sentence}</Link>
}

/** Modules name their roles as titles, the platform as words within a sentence. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
