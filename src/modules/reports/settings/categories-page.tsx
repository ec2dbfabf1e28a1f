import { readText } from '#platform/language.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { DeskPage } from '../pages/work/desk-page.tsx'
import type { Group } from '../queries/categories.ts'
import type { AssignablePost } from '../queries/inbox.ts'
import type { OfferedCategory } from './offered.ts'
import { settingsMessages, type SettingsMessages } from './page-messages.ts'
import { settingsPaths } from './paths.ts'
import { writeDayOfYear } from './rules.ts'

export type CategoriesPageProps = {
  frame: PageFrame
  groups: readonly Group[]
  categories: readonly OfferedCategory[]
  posts: readonly AssignablePost[]
}

/** Every subject by group, with who answers and by when. */
export function CategoriesPage({ frame, groups, categories, posts }: CategoriesPageProps) {
  const { language } = frame
  const t = settingsMessages[language]
  const titleOf = new Map(posts.map(({ id, title }) => [id, readText(title, language).text]))
  return (
    <DeskPage frame={frame} title={t.title} lead={t.lead} section={settingsPaths.list}>
      <p class="row">
        <ButtonLink href={settingsPaths.newCategory}>{t.add}</ButtonLink>
        <ButtonLink variant="secondary" href={settingsPaths.newGroup}>
          {t.addGroup}
        </ButtonLink>
      </p>
      {groups.map((group) => {
        const name = readText(group.name, language).text
        return (
          <section key={group.code} class="stack-tight">
            <div class="row-between">
              <h2>{name}</h2>
              <Link href={settingsPaths.group(group.code)}>
                {t.changeGroup}
                <span class="visually-hidden">: {name}</span>
              </Link>
            </div>
            <DataTable
              caption={name}
              hideCaption
              rows={categories.filter(({ groupCode }) => groupCode === group.code)}
              rowKey={({ code }) => code}
              empty={t.none}
              columns={[
                {
                  key: 'name',
                  label: t.subject,
                  rowHeader: true,
                  cell: (one) => (
                    <Link href={settingsPaths.category(one.code)}>{readText(one.name, language).text}</Link>
                  ),
                },
                {
                  key: 'terms',
                  label: t.terms,
                  cell: ({ answerDays, fixDays }) => t.termsOf(answerDays, fixDays),
                },
                {
                  key: 'post',
                  label: t.post,
                  cell: ({ postId }) => (postId === null ? t.nobody : (titleOf.get(postId) ?? '–')),
                },
                { key: 'state', label: t.state, cell: (one) => stateOf(one, t) },
              ]}
            />
          </section>
        )
      })}
    </DeskPage>
  )
}

function stateOf({ isOpen, rests, isPrivate, seasonFrom, seasonUntil }: OfferedCategory, t: SettingsMessages): string {
  const season = seasonFrom === null ? '' : t.resting(writeDayOfYear(seasonFrom), writeDayOfYear(seasonUntil))
  const parts = [isOpen || rests ? t.open : t.closed, season, isPrivate ? t.isPrivate : '']
  return parts.filter((part) => part !== '').join(', ')
}
