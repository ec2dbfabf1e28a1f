import type { Language } from '#platform/language.ts'
import type { ListedSession } from '#platform/identity/sessions.ts'
import { Button } from '#ui/button.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { Moment } from '#ui/moment.tsx'
import { Tag } from '#ui/status-tag.tsx'
import { myPageMessages } from '../messages/my-page.ts'
import { peoplePaths } from '../paths.ts'

type SessionsTableProps = { sessions: readonly ListedSession[]; currentSession: string; language: Language }

export function SessionsTable({ sessions, currentSession, language }: SessionsTableProps) {
  const t = myPageMessages[language]
  const columns: readonly Column<ListedSession>[] = [
    {
      key: 'device',
      label: t.device,
      rowHeader: true,
      cell: ({ id, device }) => (
        <>
          {device} {id === currentSession ? <Tag>{t.thisSession}</Tag> : null}
        </>
      ),
    },
    { key: 'method', label: t.method, cell: ({ method }) => t.methods[method] ?? method },
    { key: 'started', label: t.started, cell: ({ startedAt }) => <Moment at={startedAt} /> },
    { key: 'seen', label: t.lastSeen, cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
    {
      key: 'end',
      label: t.action,
      cell: ({ id, device }) => (
        <Form action={peoplePaths.sessionEnd(id)}>
          <Button variant="secondary" small>
            {t.end}
            <span class="visually-hidden"> {device}</span>
          </Button>
        </Form>
      ),
    },
  ]
  return (
    <>
      <DataTable caption={t.sessions} hideCaption columns={columns} rows={sessions} rowKey={({ id }) => id} />
      {sessions.length < 2 ? null : (
        <Form action={peoplePaths.otherSessionsEnd}>
          <Button variant="secondary">{t.endOthers}</Button>
        </Form>
      )}
    </>
  )
}
