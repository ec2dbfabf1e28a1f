import { readText } from '#platform/language.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { SectionNav } from '#ui/section-nav.tsx'
import { publicMessages } from '../messages/public.ts'
import { peoplePaths } from '../paths.ts'
import type { BodyChoice } from '../queries/bodies.ts'
import type { ListedPerson, PersonFilter } from '../queries/persons.ts'
import { bodyKinds } from '../rules.ts'
import { PersonName } from './person-name.tsx'

export type PersonsPageProps = {
  frame: PageFrame
  persons: readonly ListedPerson[]
  hasMore: boolean
  isFirst: boolean
  count: number
  filter: PersonFilter
  bodies: readonly BodyChoice[]
}

function listPath({ search, bodySlug }: PersonFilter, after?: string): string {
  const query = new URLSearchParams()
  if (search !== '') query.set('nimi', search)
  if (bodySlug !== null) query.set('kogu', bodySlug)
  if (after !== undefined) query.set('parast', after)
  return query.size === 0 ? peoplePaths.persons : `${peoplePaths.persons}?${query}`
}

export function PersonsPage({ frame, persons, hasMore, isFirst, count, filter, bodies }: PersonsPageProps) {
  const { language } = frame
  const t = publicMessages[language]
  const form = { values: { nimi: filter.search, kogu: filter.bodySlug ?? '' }, errors: {} }
  const body = bodies.find((one) => one.slug === filter.bodySlug)
  const named = filter.search !== '' && {
    label: `${t.searchName}: ${filter.search}`,
    removeHref: listPath({ ...filter, search: '' }),
  }
  const seated = filter.bodySlug !== null && {
    label: `${t.body}: ${body === undefined ? filter.bodySlug : readText(body.name, language).text}`,
    removeHref: listPath({ ...filter, bodySlug: null }),
  }
  const last = persons.at(-1)
  return (
    <PublicPage frame={frame} title={t.persons} current="life">
      <h1>{t.persons}</h1>
      <p class="lead">{t.personsLead}</p>
      <SectionNav
        current={peoplePaths.persons}
        links={[
          { label: t.bodies, path: peoplePaths.bodies },
          { label: t.persons, path: peoplePaths.persons },
        ]}
      />
      <FilterBar
        action={peoplePaths.persons}
        active={[named, seated].filter((one) => one !== false)}
        clearHref={peoplePaths.persons}
        count={count}
      >
        <TextField form={form} name="nimi" label={t.searchName} type="search" optional />
        <SelectField
          form={form}
          name="kogu"
          label={t.body}
          emptyLabel={t.allBodies}
          optional
          options={bodyKinds
            .map((kind) => ({
              group: t.kinds[kind],
              options: bodies
                .filter((one) => one.kind === kind)
                .map((one) => ({ value: one.slug, label: readText(one.name, language).text })),
            }))
            .filter(({ options }) => options.length > 0)}
        />
      </FilterBar>
      {persons.length === 0 ? <EmptyState title={t.noPersons} /> : null}
      <ul class="plain-list ruled">
        {persons.map((person) => (
          <li key={person.slug}>
            <PersonName person={person} note={noteOf(person, language)} />
          </li>
        ))}
      </ul>
      <nav class="row" aria-label={t.persons}>
        {isFirst ? null : (
          <ButtonLink variant="secondary" href={listPath(filter)}>
            {t.first}
          </ButtonLink>
        )}
        {hasMore && last !== undefined ? (
          <ButtonLink variant="secondary" href={listPath(filter, last.slug)}>
            {t.next}
          </ButtonLink>
        ) : null}
      </nav>
    </PublicPage>
  )
}

function noteOf({ posts }: ListedPerson, language: PageFrame['language']): string {
  const titles = [...new Set(posts.map(({ title }) => readText(title, language).text))]
  return titles.length === 0 ? publicMessages[language].holdsNothing : titles.slice(0, 3).join(', ')
}
