import { readText } from '#platform/language.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { preferenceMessages } from '../messages/preferences.ts'
import { notificationPaths } from '../paths.ts'
import type { InboxNotice } from '../queries/inbox.ts'

export type InboxPageProps = {
  frame: PageFrame
  notices: readonly InboxNotice[]
  unread: number
  newerHref: string | undefined
  olderHref: string | undefined
}

export function InboxPage({ frame, notices, unread, newerHref, olderHref }: InboxPageProps) {
  const t = preferenceMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.inboxTitle}>
      <h1>{t.inboxTitle}</h1>
      <p class="lead">{t.inboxLead}</p>
      <p>
        <Link href={notificationPaths.own}>{t.choices}</Link>
      </p>
      {notices.length === 0 ? (
        <EmptyState title={t.inboxEmpty}>
          <p>{t.inboxEmptyHint}</p>
        </EmptyState>
      ) : (
        <>
          <div class="row">
            <p>{t.unread(unread)}</p>
            {unread === 0 ? null : (
              <Form action={notificationPaths.inboxAllRead}>
                <Button variant="secondary" small>
                  {t.markAllRead}
                </Button>
              </Form>
            )}
          </div>
          <ul class="plain-list ruled stack">
            {notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} frame={frame} />
            ))}
          </ul>
        </>
      )}
      <KeysetPager newerHref={newerHref} olderHref={olderHref} />
    </PublicPage>
  )
}

function NoticeLine({ notice, frame }: { notice: InboxNotice; frame: PageFrame }) {
  const t = preferenceMessages[frame.language]
  const isUnread = notice.readAt === null
  return (
    <li class="stack-tight">
      <p>
        <Link href={notice.path}>
          <strong>{readText(notice.title, frame.language).text}</strong>
        </Link>{' '}
        {isUnread ? <StatusTag tone="info" label={t.unreadMark} /> : null}
      </p>
      <p>
        <LocalTextView text={notice.sentence} inline />
      </p>
      <div class="row">
        <span class="quiet small">
          <Moment at={notice.at} />
        </span>
        {isUnread ? (
          <Form action={notificationPaths.inboxRead(notice.id)}>
            <Button variant="secondary" small>
              {t.markRead}
              <span class="visually-hidden"> ({readText(notice.sentence, frame.language).text})</span>
            </Button>
          </Form>
        ) : null}
      </div>
    </li>
  )
}
