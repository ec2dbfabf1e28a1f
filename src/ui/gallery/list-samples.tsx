import { formatMoney } from '#platform/format.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { TextField, SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { Link } from '#ui/link.tsx'
import { Day } from '#ui/moment.tsx'
import { PersonLink } from '#ui/person-link.tsx'
import { SectionNav } from '#ui/section-nav.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'

type Grant = { number: string; name: string; due: string; cents: number; tone: Tone; status: string }

const grants: readonly Grant[] = [
  {
    number: 'T-31',
    name: 'MTÜ Jõelähtme Noored',
    due: '2026-11-27',
    cents: 240_000,
    tone: 'warning',
    status: 'Hindamisel',
  },
  { number: 'T-30', name: 'Neeme külaselts', due: '2026-11-20', cents: 118_050, tone: 'danger', status: 'Hilinenud' },
  { number: 'T-29', name: 'Loo spordiklubi', due: '2026-12-04', cents: 500_000, tone: 'success', status: 'Rahuldatud' },
  {
    number: 'T-28',
    name: 'Kostivere eakate klubi',
    due: '2026-12-09',
    cents: 64_000,
    tone: 'info',
    status: 'Esitatud',
  },
  {
    number: 'T-27',
    name: 'Kaberneeme rannaselts',
    due: '2026-12-11',
    cents: 90_000,
    tone: 'neutral',
    status: 'Tagasi võetud',
  },
]

const columns: readonly Column<Grant>[] = [
  {
    key: 'name',
    label: 'Taotleja',
    rowHeader: true,
    cell: (row) => <Link href={`/toetused/${row.number}`}>{row.name}</Link>,
  },
  { key: 'number', label: 'Number', cell: (row) => row.number },
  {
    key: 'due',
    label: 'Tähtaeg',
    sort: { href: '/toetused?jarjestus=-tahtaeg', direction: 'ascending' },
    cell: (row) => <Day day={row.due} />,
  },
  { key: 'status', label: 'Seis', cell: (row) => <StatusTag tone={row.tone} label={row.status} /> },
  {
    key: 'sum',
    label: 'Summa',
    numeric: true,
    sort: { href: '/toetused?jarjestus=summa', direction: null },
    cell: (row) => formatMoney(row.cents, 'et'),
  },
]

const filters = { values: { otsing: 'selts', seis: 'hindamisel' }, errors: {} }

export function ListSamples() {
  return (
    <section id="loendid" class="stack">
      <h2>Loendid ja tabelid</h2>
      <SectionNav
        links={[
          { label: 'Taotlused', path: '/toetused', count: 37 },
          { label: 'Otsused', path: '/toetused/otsused', count: 112 },
          { label: 'Aruanded', path: '/toetused/aruanded' },
        ]}
        current="/toetused"
        label="Toetuste vaated"
      />
      <FilterBar
        action="/toetused"
        active={[
          { label: 'Otsing: selts', removeHref: '/toetused?seis=hindamisel' },
          { label: 'Seis: hindamisel', removeHref: '/toetused?otsing=selts' },
        ]}
        clearHref="/toetused"
        count={37}
        kept={{ jarjestus: 'tahtaeg' }}
      >
        <TextField form={filters} name="otsing" label="Otsing" type="search" optional />
        <SelectField
          form={filters}
          name="seis"
          label="Seis"
          emptyLabel="Kõik"
          optional
          options={[{ value: 'hindamisel', label: 'Hindamisel' }]}
        />
      </FilterBar>
      <DataTable caption="Toetuste taotlused" columns={columns} rows={grants} rowKey={(row) => row.number} />
      <KeysetPager newerHref="/toetused?enne=31" olderHref="/toetused?parast=27" />
      <DataTable caption="Tühi tabel" columns={columns.slice(0, 2)} rows={[]} rowKey={(row) => row.number} />
      <DefinitionList
        definitions={[
          {
            term: 'Vastutaja',
            definition: <PersonLink name="Kadri Kask" initials="KK" href="/inimesed/4" note="Abivallavanem" />,
          },
          {
            term: 'Vastu võetud',
            definition: (
              <>
                12 : 5 · <Day day="2026-10-15" />
              </>
            ),
          },
          { term: 'Õiguslik alus', definition: 'Kohaliku omavalitsuse korralduse seadus § 22 lg 1 p 5' },
        ]}
      />
    </section>
  )
}
