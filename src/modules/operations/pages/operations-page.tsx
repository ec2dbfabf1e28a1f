import type { FailedWork, QueueCount } from '#platform/jobs/failed-work.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { operationsMessages } from '../messages.ts'
import { operationsPaths } from '../paths.ts'

export type CalendarLine = { name: string; title: string; cron: string; next: Date }

export type OperationsPageProps = {
  frame: PageFrame
  counts: readonly QueueCount[]
  failed: readonly (FailedWork & { title: string })[]
  calendar: readonly CalendarLine[]
  refusal: 'gone' | undefined
  isDone: boolean
}

/** What happens behind the pages, for those who answer for it. */
export function OperationsPage({ frame, counts, failed, calendar, refusal, isDone }: OperationsPageProps) {
  const t = operationsMessages[frame.language]
  const sum = (is: (one: QueueCount) => boolean) => String(counts.filter(is).reduce((all, one) => all + one.count, 0))
  const isDead = ({ queue }: QueueCount) => queue.endsWith('-dead')
  return (
    <WorkspacePage
      frame={frame}
      title={t.title}
      current={operationsPaths.home}
      sections={frame.workspace ?? []}
      hasErrors={refusal !== undefined}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {refusal === undefined ? null : (
        <Notice tone="danger" live>
          <p>{t[refusal]}</p>
        </Notice>
      )}
      {isDone && refusal === undefined ? (
        <Notice tone="success" live>
          <p>{t.retried}</p>
        </Notice>
      ) : null}
      <section class="stack-tight">
        <h2>{t.queue}</h2>
        <DefinitionList
          definitions={[
            { term: t.waiting, definition: sum((one) => !isDead(one) && one.state === 'created') },
            { term: t.active, definition: sum((one) => one.state === 'active') },
            { term: t.again, definition: sum((one) => one.state === 'retry') },
            { term: t.givenUp, definition: sum(isDead) },
          ]}
        />
      </section>
      <DataTable
        caption={t.failed}
        rows={failed}
        rowKey={(one) => one.id}
        empty={t.nothingFailed}
        columns={[
          { key: 'work', label: t.work, rowHeader: true, cell: (one) => one.title },
          { key: 'reason', label: t.reason, cell: (one) => (one.reason === '' ? t.noReason : one.reason) },
          { key: 'event', label: t.event, numeric: true, cell: (one) => one.event ?? '–' },
          { key: 'since', label: t.since, cell: (one) => <Moment at={one.at} /> },
          { key: 'state', label: t.state, cell: (one) => <StateOfWork one={one} frame={frame} /> },
        ]}
      />
      <DataTable
        caption={t.calendar}
        rows={calendar}
        rowKey={(one) => one.name}
        columns={[
          { key: 'work', label: t.work, rowHeader: true, cell: (one) => one.title },
          { key: 'next', label: t.nextTime, cell: (one) => <Moment at={one.next} /> },
          { key: 'rule', label: t.rule, cell: (one) => <code>{one.cron}</code> },
        ]}
      />
    </WorkspacePage>
  )
}

function StateOfWork({ one, frame }: { one: FailedWork; frame: PageFrame }) {
  const t = operationsMessages[frame.language]
  if (one.state === 'waiting') {
    return (
      <>
        {t.tries(one.tries)}, {t.next}: {one.nextAt === null ? '–' : <Moment at={one.nextAt} />}
      </>
    )
  }
  return (
    <Form action={operationsPaths.retry(one.id)}>
      <Button variant="secondary" small>
        {t.retry}
      </Button>
    </Form>
  )
}
