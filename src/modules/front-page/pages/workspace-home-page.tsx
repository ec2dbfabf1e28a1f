import { formatDay, type LocalDate } from '#platform/format.ts'
import type { Role } from '#platform/context.ts'
import { sayEvent, sayRole } from '#platform/event-words.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { readText, type LocalText } from '#platform/language.ts'
import type { WaitingTask } from '#platform/module.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { SelectField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { SectionNav } from '#ui/section-nav.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { frontPageMessages } from '../messages.ts'
import { daysUntil, groupOf, taskGroups } from '../rules.ts'

export type WorkspaceHomeProps = {
  frame: PageFrame
  tasks: readonly WaitingTask[]
  today: LocalDate
  /** What was done lately in what the official answers for. */
  recent: readonly RecordedEvent[]
  roles: readonly Role[]
  /** The role whose work is shown; null is all of them. */
  role: Role | null
  /** Bodies for which the person may act. */
  bodies: readonly { id: string; name: LocalText }[]
  actingFor: string | null
}

/** Monday morning: what waits for me, by deadline, with the one thing to do right there. */
export function WorkspaceHomePage({ frame, tasks, today, recent, roles, role, bodies, actingFor }: WorkspaceHomeProps) {
  const t = frontPageMessages[frame.language]
  const groups = Map.groupBy(tasks, (task) => groupOf(task.dueOn, today))
  return (
    <WorkspacePage frame={frame} title={t.workTitle} current="/too" sections={frame.workspace ?? []}>
      <h1>{t.workTitle}</h1>
      <RoleSwitch {...{ frame, roles, role }} />
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
      <RecentChanges {...{ frame, recent }} />
      <BodySwitch {...{ frame, bodies, actingFor }} />
    </WorkspacePage>
  )
}

function RoleSwitch({ frame, roles, role }: Pick<WorkspaceHomeProps, 'frame' | 'roles' | 'role'>) {
  const t = frontPageMessages[frame.language]
  if (roles.length < 2) return null
  const links = [
    { label: t.allRoles, path: '/too' },
    ...roles.map((one) => ({ label: sayRole(one, frame.language), path: `/too?roll=${one}` })),
  ]
  return <SectionNav links={links} label={t.asRole} current={role === null ? '/too' : `/too?roll=${role}`} />
}

function RecentChanges({ frame, recent }: Pick<WorkspaceHomeProps, 'frame' | 'recent'>) {
  const t = frontPageMessages[frame.language]
  return (
    <section class="stack-tight" id="muutused">
      <h2>{t.recent}</h2>
      {recent.length === 0 ? (
        <p class="quiet">{t.noRecent}</p>
      ) : (
        <ul class="plain-list stack-tight">
          {recent.map((event) => {
            const { sentence, path } = sayEvent(event, frame.language)
            return (
              <li key={event.id}>
                {path === null ? sentence : <Link href={path}>{sentence}</Link>}{' '}
                <span class="quiet">
                  <Moment at={event.occurredAt} />
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function BodySwitch({ frame, bodies, actingFor }: Pick<WorkspaceHomeProps, 'frame' | 'bodies' | 'actingFor'>) {
  const t = frontPageMessages[frame.language]
  if (bodies.length === 0) return null
  return (
    <section class="stack-tight">
      <h2>{t.actFor}</h2>
      <Form action="/minu/esindan">
        <input type="hidden" name="to" value="/too" />
        <SelectField
          form={{ values: { bodyId: actingFor ?? '' }, errors: {} }}
          name="bodyId"
          label={t.actFor}
          options={[
            { value: '', label: t.forMyself },
            ...bodies.map(({ id, name }) => ({ value: id, label: readText(name, frame.language).text })),
          ]}
        />
        <Button variant="secondary">{t.switchBody}</Button>
      </Form>
    </section>
  )
}
