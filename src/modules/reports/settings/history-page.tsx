import { DataTable } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { settingsMessages, type SettingsMessages } from './page-messages.ts'
import type { SettingChange } from './queries.ts'
import type { Change } from './rules.ts'

export type HistoryPageProps = {
  frame: PageFrame
  title: string
  backPath: string
  changes: readonly SettingChange[]
  /** What each setting is called. */
  fields: Readonly<Record<string, string>>
  list?: { label: string; path: string }
}

/** Who changed what, when and why. */
export function HistoryPage({ frame, title, backPath, changes, fields, list }: HistoryPageProps) {
  const t = settingsMessages[frame.language]
  return (
    <SettingsFrame {...{ frame, list }} title={`${t.history}: ${title}`} heading={t.history}>
      <p class="lead">
        <Link href={backPath}>{title}</Link>
      </p>
      <p class="quiet">{changes.length === 0 ? t.historyNone : t.historyLead}</p>
      {changes.map(({ id, at, by, why, changes: changed }, index) => (
        <section key={id} class="stack-tight">
          <h2>
            <Moment at={at} />
          </h2>
          <p>
            {by ?? t.byInstallation}: {why}
          </p>
          <DataTable
            caption={`${changes.length - index}. ${why}`}
            hideCaption
            rows={Object.entries(changed)}
            rowKey={([field]) => field}
            columns={[
              { key: 'field', label: t.field, rowHeader: true, cell: ([field]) => fields[field] ?? field },
              { key: 'before', label: t.before, cell: ([, [before]]) => say(before, t) },
              { key: 'after', label: t.after, cell: ([, [, after]]) => say(after, t) },
            ]}
          />
        </section>
      ))}
    </SettingsFrame>
  )
}

function say(value: Change[0], t: SettingsMessages): string {
  if (value === null) return t.nothing
  if (typeof value === 'boolean') return value ? t.yes : t.no
  return String(
    typeof value === 'string' && value in t.toldBy ? t.toldBy[value as keyof SettingsMessages['toldBy']] : value,
  )
}
