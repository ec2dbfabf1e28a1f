import { formatDay, type LocalDate } from '#platform/format.ts'
import type { WaitingTask } from '#platform/module.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { frontPageMessages } from '../messages.ts'
import { daysUntil, groupOf, taskGroups } from '../rules.ts'

/** Monday morning: what waits for me, by deadline, with the one thing to do right there. */
export function WorkspaceHomePage({
  frame,
  tasks,
  today,
}: {
  frame: PageFrame
  tasks: readonly WaitingTask[]
  today: LocalDate
}) {
  const t = frontPageMessages[frame.language]
  const groups = Map.groupBy(tasks, (task) => groupOf(task.dueOn, today))
  return (
    <WorkspacePage frame={frame} title={t.workTitle} current="/too" sections={frame.workspace ?? []}>
      <h1>{t.workTitle}</h1>
      {tasks.length === 0 ? (
        <EmptyState title={t.workEmpty}>
          <p>{t.workEmptyText}</p>
        </EmptyState>
      ) : null}
      {taskGroups.map((group) => {
        const inGroup = groups.get(group)
        return inGroup === undefined ? null : (
          <DataTable
            key={group}
            caption={`${t.groups[group]} (${inGroup.length})`}
            rows={inGroup.toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))}
            rowKey={(task) => `${task.path} ${task.what} ${task.about}`}
            columns={[
              {
                key: 'what',
                label: t.what,
                rowHeader: true,
                cell: (task) => <Link href={task.path}>{task.what}</Link>,
              },
              { key: 'about', label: t.about, cell: (task) => task.about },
              {
                key: 'by',
                label: t.by,
                cell: (task) =>
                  task.dueOn === null
                    ? '–'
                    : `${formatDay(task.dueOn, frame.language)} (${t.days(daysUntil(task.dueOn, today))})`,
              },
              {
                key: 'do',
                label: t.doIt,
                cell: (task) => (
                  <ButtonLink href={task.path} variant="secondary" small>
                    {task.action}
                  </ButtonLink>
                ),
              },
            ]}
          />
        )
      })}
    </WorkspacePage>
  )
}
