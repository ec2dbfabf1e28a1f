import { readText } from '#platform/language.ts'
import { type Settlement } from '#modules/places/index.ts'
import { SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useReader } from '#ui/reader.ts'
import { deskMessages } from '../../messages/desk.ts'
import { publicMessages } from '../../messages/public.ts'
import { templateMessages } from '../../messages/templates.ts'
import { inboxAddress, reportDeskPaths } from '../../paths.ts'
import type { Category } from '../../queries/categories.ts'
import type { AssignablePost, InboxFilter } from '../../queries/inbox.ts'
import { dueFilters, priorities } from '../../rules.ts'
import { settlementOptions, subjectOptions } from '../options.ts'

export type InboxFiltersProps = {
  filter: InboxFilter
  found: number
  settlements: readonly Settlement[]
  categories: readonly Category[]
  posts: readonly AssignablePost[]
}

/** The choices as they stand in the address. */
export function chosenIn({ view, settlement, category, post, priority, due }: InboxFilter) {
  return { vaade: view, koht: settlement, teema: category, vastutaja: post, kiirus: priority, tahtaeg: due }
}

export function InboxFilters({ filter, found, settlements, categories, posts }: InboxFiltersProps) {
  const { language } = useReader()
  const [t, words] = [deskMessages[language], templateMessages[language]]
  const chosen = chosenIn(filter)
  const options = {
    koht: settlementOptions(settlements, language),
    teema: subjectOptions(categories, language),
    tahtaeg: dueFilters.map((one) => ({ value: one, label: t.dueFilters[one] })),
    vastutaja: posts.map(({ id, title }) => ({ value: id, label: readText(title, language).text })),
    kiirus: priorities.map((one) => ({ value: one, label: words.priorities[one] })),
  }
  const labels = {
    koht: publicMessages[language].settlement,
    teema: t.category,
    tahtaeg: t.due,
    vastutaja: t.answers,
    kiirus: words.priority,
  }
  const names = ['koht', 'teema', 'tahtaeg', 'vastutaja', 'kiirus'] as const
  const values = Object.fromEntries(names.map((name) => [name, chosen[name] ?? '']))
  const active = names.flatMap((name) => {
    const label = options[name].find(({ value }) => value === chosen[name])?.label
    return label === undefined ? [] : [{ label, removeHref: inboxAddress({ ...chosen, [name]: undefined }) }]
  })
  return (
    <FilterBar
      action={reportDeskPaths.inbox}
      kept={{ vaade: filter.view }}
      active={active}
      clearHref={inboxAddress({ vaade: filter.view })}
      count={found}
    >
      {names.map((name) => (
        <SelectField
          key={name}
          form={{ values, errors: {} }}
          name={name}
          label={labels[name]}
          optional
          emptyLabel={t.all}
          options={options[name]}
        />
      ))}
    </FilterBar>
  )
}
