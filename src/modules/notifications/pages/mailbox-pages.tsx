import { EmptyState } from '#ui/empty-state.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { workMessages } from '../messages/work.ts'
import { notificationPaths } from '../paths.ts'

export type MailboxLine = { id: number; to: string | null; subject: string; sentAt: Date | null; language: string }

/** The demo's mailbox: everything that was sent, newest first. */
export function MailboxPage({ frame, mails }: { frame: PageFrame; mails: readonly MailboxLine[] }) {
  const t = workMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.mailboxTitle} wide>
      <h1>{t.mailboxTitle}</h1>
      <p class="lead">{t.mailboxLead}</p>
      {mails.length === 0 ? (
        <EmptyState title={t.mailboxEmpty} />
      ) : (
        <DataTable
          caption={t.mailboxTitle}
          hideCaption
          rows={mails}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'subject',
              label: t.subject,
              rowHeader: true,
              cell: ({ id, subject, language }) => (
                <Link href={notificationPaths.devMail(id)}>
                  <span lang={language}>{subject}</span>
                </Link>
              ),
            },
            { key: 'to', label: t.to, cell: ({ to }) => to ?? '–' },
            { key: 'when', label: t.when, cell: ({ sentAt }) => (sentAt === null ? '–' : <Moment at={sentAt} />) },
          ]}
        />
      )}
    </PublicPage>
  )
}

type MailboxLetterPageProps = { frame: PageFrame; mail: MailboxLine; text: string }

/** One letter: its plain text, and its HTML in a frame that may run and fetch nothing. */
export function MailboxLetterPage({ frame, mail, text }: MailboxLetterPageProps) {
  const t = workMessages[frame.language]
  return (
    <PublicPage frame={frame} title={mail.subject} wide>
      <p>
        <Link href={notificationPaths.devMails}>{t.toMailbox}</Link>
      </p>
      <h1 lang={mail.language}>{mail.subject}</h1>
      <DefinitionList definitions={[{ term: t.to, definition: mail.to ?? '–' }]} />
      <section class="stack-tight">
        <h2>{t.plainText}</h2>
        <pre lang={mail.language} class="letter-text">
          {text}
        </pre>
      </section>
      <section class="stack-tight">
        <h2>{t.htmlPart}</h2>
        <iframe
          class="letter-frame"
          title={`${t.htmlPart}: ${mail.subject}`}
          sandbox="allow-popups allow-top-navigation-by-user-activation"
          src={localPath(notificationPaths.devMailHtml(mail.id), frame.language)}
        />
      </section>
    </PublicPage>
  )
}
