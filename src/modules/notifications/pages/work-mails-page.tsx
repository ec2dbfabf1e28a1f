import { formatInstant, formatNumber } from '#platform/format.ts'
import { maskAddress } from '#platform/mail/mail-address.ts'
import { Button } from '#ui/button.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { workMessages, type WorkMessages } from '../messages/work.ts'
import { notificationPaths } from '../paths.ts'
import type { ListedMail, MailCounts } from '../queries/mail-lists.ts'
import type { SenderState } from '../queries/outbox.ts'
import { minutesLeft } from '../rules.ts'

export type WorkMailsPageProps = {
  frame: PageFrame
  counts: MailCounts
  sender: SenderState
  server: 'given' | 'missing' | 'demo'
  unsettled: readonly ListedMail[]
  suppressed: readonly ListedMail[]
  olderHref: string | undefined
}

const shown = ['queued', 'sent', 'failed', 'uncertain', 'suppressed'] as const

export function WorkMailsPage(props: WorkMailsPageProps) {
  const { frame, counts, unsettled, suppressed, olderHref } = props
  const { language } = frame
  const t = workMessages[language]
  const left = minutesLeft(counts.states.queued ?? 0, counts.sentInLastTenMinutes)
  return (
    <WorkspacePage frame={frame} title={t.title} current={notificationPaths.workMails} sections={frame.workspace ?? []}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Server {...props} t={t} />
      <DefinitionList
        definitions={shown.map((state) => ({
          term: t[state],
          definition: formatNumber(counts.states[state] ?? 0, language),
        }))}
      />
      {left === null ? null : <p>{t.timeLeft(left)}</p>}
      <section class="stack-tight">
        <h2>{t.needsTitle}</h2>
        <p class="quiet">{t.needsLead}</p>
        <DataTable
          caption={t.caption}
          hideCaption
          rows={unsettled}
          rowKey={({ id }) => String(id)}
          empty={t.empty}
          columns={[...columnsFor(t), actionColumn(t)]}
        />
        <KeysetPager olderHref={olderHref} />
      </section>
      <section class="stack-tight">
        <h2>{t.suppressedTitle}</h2>
        <DataTable
          caption={t.suppressedCaption}
          hideCaption
          rows={suppressed}
          rowKey={({ id }) => String(id)}
          empty={t.emptySuppressed}
          columns={columnsFor(t)}
        />
      </section>
    </WorkspacePage>
  )
}

function columnsFor(t: WorkMessages): Column<ListedMail>[] {
  return [
    {
      key: 'subject',
      label: t.subject,
      rowHeader: true,
      cell: ({ subject, language }) => <span lang={language}>{subject}</span>,
    },
    // The reader's private address is not needed for the decision.
    { key: 'to', label: t.to, cell: ({ to }) => (to === null ? '–' : maskAddress(to)) },
    {
      key: 'state',
      label: t.state,
      cell: ({ state }) => <StatusTag tone={state === 'failed' ? 'danger' : 'warning'} label={t[state]} />,
    },
    { key: 'reason', label: t.reason, cell: ({ reason }) => sayReason(reason, t) },
    { key: 'when', label: t.when, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ]
}

function actionColumn(t: WorkMessages): Column<ListedMail> {
  return {
    key: 'again',
    label: t.action,
    cell: ({ id, subject }) => (
      <Form action={notificationPaths.workSendAgain(id)}>
        <Button variant="secondary" small>
          {t.again}
          <span class="visually-hidden"> ({subject})</span>
        </Button>
      </Form>
    ),
  }
}

/** Our own reasons in words; what a mail server said stays as it said it. */
function sayReason(reason: string | null, t: WorkMessages): string {
  if (reason === null) return '–'
  const bounced = /^bounced (.+)$/.exec(reason)?.[1]
  return bounced === undefined ? (t.reasons[reason] ?? reason) : t.bounced(bounced)
}

function Server({ server, sender, t, frame }: WorkMailsPageProps & { t: WorkMessages }) {
  if (server === 'demo') {
    return (
      <Notice>
        <p>
          {t.demoLead} <Link href={notificationPaths.devMails}>{t.mailbox}</Link>
        </p>
      </Notice>
    )
  }
  if (server === 'missing') {
    return (
      <Notice tone="danger" title={t.noServer}>
        <p>{t.noServerLead}</p>
      </Notice>
    )
  }
  if (sender.pausedUntil === null || sender.pausedUntil <= frame.now) return null
  const until = formatInstant(sender.pausedUntil, frame.language, frame.site.timeZone)
  return (
    <Notice tone="warning" title={t.paused}>
      <p>{t.pausedLead(until, formatNumber(sender.failures, frame.language))}</p>
      <p>
        <code>{sender.reason}</code>
      </p>
    </Notice>
  )
}
