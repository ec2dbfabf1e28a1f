import { todayOf } from '#platform/context.ts'
import type { Searchable } from '#platform/searchable.ts'
import type { LocalText } from '#platform/language.ts'
import { peoplePaths } from './paths.ts'
import { listSearchableBodies, listSearchablePersons } from './queries/searchable.ts'

const changesOfMembership = ['people.membership-began', 'people.membership-ended', 'people.person-renamed'] as const

/** Some dozens of bodies and of persons of public life: a change renews them all. */
export const peopleSearchables: readonly Searchable[] = [
  {
    kind: 'people.body',
    name: { et: 'Kogud ja asutused', en: 'Bodies and institutions', ru: 'Органы и учреждения' },
    changedBy: [
      'people.body-created',
      'people.body-edited',
      'people.body-dissolved',
      'people.post-created',
      'people.post-edited',
      'people.post-closed',
    ],
    touched: () => 'all',
    documents: async function* ({ db }, ids) {
      const bodies = await listSearchableBodies(db)
      yield bodies
        .filter(({ id }) => ids === 'all' || ids.includes(id))
        .map(({ id, slug, name, aliases, contact, description, posts }) => ({
          id,
          path: peoplePaths.body(slug),
          title: name,
          body: joinTexts([description, ...posts], [...aliases, contact ?? '']),
          on: null,
          readers: 'everyone',
        }))
    },
  },
  {
    kind: 'people.person',
    name: { et: 'Inimesed avalikus elus', en: 'People of public life', ru: 'Люди общественной жизни' },
    changedBy: changesOfMembership,
    touched: () => 'all',
    documents: async function* (ctx, ids) {
      const persons = await listSearchablePersons(ctx.db, todayOf(ctx))
      yield persons
        .filter(({ id }) => ids === 'all' || ids.includes(id))
        .map(({ id, slug, givenName, familyName, posts }) => ({
          id,
          path: peoplePaths.person(slug),
          title: { et: `${givenName} ${familyName}` },
          body: joinTexts(posts, []),
          on: null,
          readers: 'everyone',
        }))
    },
  },
]

function joinTexts(texts: readonly (LocalText | null)[], plain: readonly string[]): LocalText {
  const join = (language: 'et' | 'en' | 'ru') => texts.map((text) => text?.[language] ?? '').filter(Boolean)
  return {
    et: [...join('et'), ...plain].filter(Boolean).join('\n'),
    en: join('en').join('\n'),
    ru: join('ru').join('\n'),
  }
}
