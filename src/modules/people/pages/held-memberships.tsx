import { formatDay, type LocalDate } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { publicMessages } from '../messages/public.ts'
import { peoplePaths } from '../paths.ts'
import type { HeldMembership } from '../queries/memberships.ts'
import { suspensionOn, type Stretch } from '../rules.ts'

type HeldProps = { caption: string; memberships: readonly HeldMembership[]; language: Language; today: LocalDate }

/** What someone holds or held, as a table. */
export function HeldMemberships({ caption, memberships, language, today }: HeldProps) {
  const t = publicMessages[language]
  const hasEnd = memberships.some((one) => one.untilDate !== null)
  const columns: Column<HeldMembership>[] = [
    {
      key: 'post',
      label: t.post,
      rowHeader: true,
      cell: ({ post, body, behalf, ...held }) => (
        <>
          <LocalTextView text={post?.title ?? body.name} inline />
          {behalf === null ? null : <span class="quiet small"> {t.behalf(readText(behalf.name, language).text)}</span>}
          <Rests suspension={suspensionOn(held, today)} language={language} />
        </>
      ),
    },
    {
      key: 'body',
      label: t.body,
      cell: ({ body }) => (
        <Link href={peoplePaths.body(body.slug)}>
          <LocalTextView text={body.name} inline />
        </Link>
      ),
    },
    { key: 'since', label: t.since, cell: ({ fromDate }) => <Day day={fromDate} /> },
  ]
  if (hasEnd) columns.push({ key: 'until', label: t.until, cell: lastDayOf })
  return <DataTable caption={caption} hideCaption columns={columns} rows={memberships} rowKey={rowKey} />
}

function Rests({ suspension, language }: { suspension: Stretch | undefined; language: Language }) {
  if (suspension === undefined) return null
  const { fromDate, untilDate } = suspension
  const until = untilDate === null ? null : formatDay(untilDate, language)
  return <span class="quiet small"> {publicMessages[language].suspendedNow(formatDay(fromDate, language), until)}</span>
}

function lastDayOf({ untilDate }: HeldMembership) {
  return untilDate === null ? '–' : <Day day={untilDate} />
}

function rowKey({ body, post, fromDate }: HeldMembership): string {
  return `${body.slug} ${post?.slug ?? ''} ${fromDate}`
}
