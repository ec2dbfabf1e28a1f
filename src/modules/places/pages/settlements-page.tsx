import { DataTable, type Column } from '#ui/data-table.tsx'
import { SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { placeMessages } from '../messages.ts'
import { placePaths } from '../paths.ts'
import {
  formatArea,
  nameOfSettlement,
  sortSettlements,
  type Settlement,
  type SettlementKind,
  type SettlementOrder,
} from '../rules.ts'
import { SettlementMap } from './settlement-map.tsx'

type SettlementsPageProps = {
  frame: PageFrame
  settlements: readonly Settlement[]
  kind: SettlementKind | null
  order: SettlementOrder
}

function listPath(kind: SettlementKind | null, order: SettlementOrder): string {
  const query = new URLSearchParams()
  if (kind !== null) query.set('liik', kind)
  if (order !== 'nimi') query.set('jarjestus', order)
  return query.size === 0 ? placePaths.list : `${placePaths.list}?${query}`
}

export function SettlementsPage({ frame, settlements, kind, order }: SettlementsPageProps) {
  const t = placeMessages[frame.language]
  const shown = sortSettlements(
    settlements.filter((one) => kind === null || one.kind === kind),
    order,
  )
  const kinds = [...new Set(settlements.map((one) => one.kind))].toSorted()
  const sortBy = (key: 'nimi' | 'pindala') => ({
    href: listPath(kind, order === key ? `-${key}` : key),
    direction: order === key ? ('ascending' as const) : order === `-${key}` ? ('descending' as const) : null,
  })
  const columns: readonly Column<Settlement>[] = [
    {
      key: 'name',
      label: t.name,
      rowHeader: true,
      sort: sortBy('nimi'),
      cell: (one) => <Link href={placePaths.show(one.ehak)}>{nameOfSettlement(one, frame.language)}</Link>,
    },
    { key: 'kind', label: t.kind, cell: (one) => t.kinds[one.kind] },
    { key: 'ehak', label: 'EHAK', cell: (one) => <span class="number">{one.ehak}</span> },
    {
      key: 'area',
      label: t.area,
      numeric: true,
      sort: sortBy('pindala'),
      cell: (one) => formatArea(one.areaM2, frame.language),
    },
  ]
  return (
    <PublicPage frame={frame} title={t.settlements} current="life" wide>
      <h1>{t.settlements}</h1>
      <p class="lead">{t.lead(settlements.length)}</p>
      {settlements.length === 0 ? null : <SettlementMap settlements={settlements} />}
      <FilterBar
        action={placePaths.list}
        active={kind === null ? [] : [{ label: `${t.kind}: ${t.kinds[kind]}`, removeHref: listPath(null, order) }]}
        clearHref={listPath(null, order)}
        count={shown.length}
        kept={order === 'nimi' ? {} : { jarjestus: order }}
      >
        <SelectField
          form={{ values: { liik: kind ?? '' }, errors: {} }}
          name="liik"
          label={t.kind}
          emptyLabel={t.allKinds}
          optional
          options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
      </FilterBar>
      <DataTable
        caption={t.settlements}
        hideCaption
        columns={columns}
        rows={shown}
        rowKey={(one) => one.ehak}
        empty={t.none}
      />
    </PublicPage>
  )
}
