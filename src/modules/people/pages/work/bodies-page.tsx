import { readText } from '#platform/language.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { publicMessages } from '../../messages/public.ts'
import { workMessages } from '../../messages/work.ts'
import { peoplePaths } from '../../paths.ts'
import type { ListedBody } from '../../queries/bodies.ts'
import { bodyKinds, type BodyKind } from '../../rules.ts'

type WorkBodiesPageProps = { frame: PageFrame; bodies: readonly ListedBody[]; kind: BodyKind | null }

export function WorkBodiesPage({ frame, bodies, kind }: WorkBodiesPageProps) {
  const { language } = frame
  const t = workMessages[language]
  const words = publicMessages[language]
  const ordered = bodyKinds.flatMap((one) => bodies.filter((body) => body.kind === one))
  const columns: readonly Column<ListedBody>[] = [
    {
      key: 'name',
      label: t.name,
      rowHeader: true,
      cell: (body) => <Link href={peoplePaths.workBody(body.id)}>{readText(body.name, language).text}</Link>,
    },
    { key: 'kind', label: t.kind, cell: (body) => words.kinds[body.kind] },
    {
      key: 'seats',
      label: words.seatsFilled,
      numeric: true,
      cell: ({ filled, seats }) => (seats === null ? filled : `${filled} / ${seats}`),
    },
    {
      key: 'status',
      label: t.status,
      cell: ({ dissolvedOn }) =>
        dissolvedOn === null ? (
          <StatusTag tone="success" label={t.atWork} />
        ) : (
          <StatusTag tone="neutral" label={t.past} />
        ),
    },
  ]
  return (
    <WorkspacePage frame={frame} title={t.bodies} current={peoplePaths.workBodies} sections={frame.workspace ?? []}>
      <div class="row row-between">
        <h1>{t.bodies}</h1>
        <ButtonLink href={peoplePaths.workNewBody}>{t.newBody}</ButtonLink>
      </div>
      <FilterBar
        action={peoplePaths.workBodies}
        active={kind === null ? [] : [{ label: `${t.kind}: ${words.kinds[kind]}`, removeHref: peoplePaths.workBodies }]}
        clearHref={peoplePaths.workBodies}
        count={bodies.length}
      >
        <SelectField
          form={{ values: { liik: kind ?? '' }, errors: {} }}
          name="liik"
          label={t.kind}
          emptyLabel={words.allBodies}
          optional
          options={bodyKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
      </FilterBar>
      <DataTable caption={t.bodies} hideCaption columns={columns} rows={ordered} rowKey={(body) => body.id} />
    </WorkspacePage>
  )
}
