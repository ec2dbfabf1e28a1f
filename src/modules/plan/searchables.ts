import { todayOf } from '#platform/context.ts'
import type { Language } from '#platform/language.ts'
import type { Searchable } from '#platform/searchable.ts'
import { commitmentSubject } from './events.ts'
import { participationMessages } from './messages/participation.ts'
import { numbered } from './numbered.ts'
import { planPaths } from './paths.ts'
import { listSearchableCommitments, type SearchableCommitment } from './queries/searchable.ts'

/** A commitment is found by its promise, by what officials wrote of it and by what residents asked. */
export const planSearchables: readonly Searchable[] = [
  {
    kind: 'plan.commitment',
    name: { et: 'Tegevuskava lubadused', en: 'Promises of the action plan', ru: 'Обещания плана действий' },
    changedBy: [
      'plan.version-adopted',
      'plan.narrative-written',
      'plan.question-asked',
      'plan.question-answered',
      'plan.contribution-hidden',
    ],
    touched: ({ subject }) => {
      const prefix = commitmentSubject('')
      return subject.startsWith(prefix) ? [subject.slice(prefix.length)] : 'all'
    },
    documents: async function* (ctx, ids) {
      const commitments = await listSearchableCommitments(ctx.db, todayOf(ctx), ids)
      yield commitments.map((commitment) => ({
        id: commitment.id,
        path: planPaths.commitment(commitment.number),
        title: numbered(commitment.number, commitment.name),
        body: { et: bodyIn('et', commitment), en: bodyIn('en', commitment), ru: bodyIn('ru', commitment) },
        on: commitment.inForceFrom,
        readers: 'everyone',
      }))
    },
  },
]

/** What is asked and answered says so: torn out of its page, a question must not read like a promise. */
function bodyIn(language: Language, { text, texts, questions }: SearchableCommitment): string {
  const t = participationMessages[language]
  const said = questions.flatMap(({ words, answer }) => [
    // It is not known in which language a resident wrote; it stands once, with the Estonian.
    language === 'et' ? `${t.question}: ${words}` : '',
    answer?.[language] ? `${t.answer}: ${answer[language]}` : '',
  ])
  return [text[language], ...texts.map((one) => one[language]), ...said].filter(Boolean).join('\n')
}
