import type { ComponentChildren } from 'preact'
import { Icon } from '#ui/icons.tsx'
import { Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { useReader } from '#ui/reader.ts'

export type FilterBarProps = {
  /** Path of the list itself; the choices stay in the address. */
  action: string
  /** Fields with `optional`; give them `{ values: filters, errors: {} }` as their form. */
  children: ComponentChildren
  active: readonly { label: string; removeHref: string }[]
  clearHref: string
  count: number
  /** What the address carries besides the fields, for example the sorting. */
  kept?: Readonly<Record<string, string>>
}

export function FilterBar({ action, children, active, clearHref, count, kept = {} }: FilterBarProps) {
  const { language, words } = useReader()
  return (
    <search class="filter-bar" aria-label={words.filter}>
      <form method="get" action={localPath(action, language)}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="filter-fields">
          {children}
          <button type="submit" class="button button-secondary">
            {words.showResults}
          </button>
        </div>
      </form>
      <div class="row result-line">
        <strong>{words.results(count)}</strong>
        {active.length === 0 ? null : <ActiveFilters active={active} clearHref={clearHref} />}
      </div>
    </search>
  )
}

function ActiveFilters({ active, clearHref }: Pick<FilterBarProps, 'active' | 'clearHref'>) {
  const { words } = useReader()
  return (
    <>
      <ul class="row plain-list" aria-label={words.activeFilters}>
        {active.map(({ label, removeHref }) => (
          <li key={label}>
            <Link class="filter-chip" href={removeHref}>
              <span class="visually-hidden">{words.removeFilter} </span>
              {label}
              <Icon name="close" />
            </Link>
          </li>
        ))}
      </ul>
      <Link href={clearHref}>{words.clearFilters}</Link>
    </>
  )
}
