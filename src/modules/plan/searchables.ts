import { todayOf } from '#platform/context.ts'
import type { Searchable } from '#platform/searchable.ts'
import { commitmentSubject } from './events.ts'
import { planPaths } from './paths.ts'
import { listSearchableCommitments } from './queries/searchable.ts'

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
      yield commitments.map(({ id, number, name, text, texts, inForceFrom }) => ({
        id,
        path: planPaths.commitment(number),
        title: {
          et: `${number} ${name.et}`,
          ...(name.en && { en: `${number} ${name.en}` }),
          ...(name.ru && { ru: `${number} ${name.ru}` }),
        },
        body: {
          et: [text.et, ...texts.map((one) => one.et)].filter(Boolean).join('\n'),
          en: [text.en, ...texts.map((one) => one.en)].filter(Boolean).join('\n'),
          ru: [text.ru, ...texts.map((one) => one.ru)].filter(Boolean).join('\n'),
        },
        on: inForceFrom,
        readers: 'everyone',
      }))
    },
  },
]
