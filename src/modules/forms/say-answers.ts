import { formatDay, formatNumber } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import type { AddressAnswer, Answer, AnswerError, Answers } from './answer.ts'
import { answerTo, walk } from './conditions.ts'
import type { Definition, Field } from './definition.ts'
import { answerMessages } from './messages/answers.ts'
import { optionWords } from './say-condition.ts'

export type Audience = 'public' | 'staff'

export type SaidAnswer = {
  code: string
  label: string
  /** One line, but for long text. */
  value: string
  isPublic: boolean
  /** Ids, where the answer is files. */
  files: readonly string[]
}

/** What was answered, in words: questions in their order, those without an answer left out. */
export function sayAnswers(
  definition: Definition,
  answers: Answers,
  language: Language,
  audience: Audience,
): SaidAnswer[] {
  const counted = walk(definition, ({ code }) => answerTo(answers, code))
  return counted.shown.flatMap((field) => {
    const answer = answerTo(counted.answers, field.code)
    if (answer === undefined || (audience === 'public' && !field.isPublic)) return []
    const { code, label, isPublic, type } = field
    const files = type === 'file' ? (answer as readonly string[]) : []
    return [{ code, label: readText(label, language).text, value: sayAnswer(field, answer, language), isPublic, files }]
  })
}

function sayAnswer(field: Field, answer: Answer, language: Language): string {
  switch (field.type) {
    case 'number': {
      const number = formatNumber(answer as number, language)
      return field.unit === undefined ? number : `${number} ${readText(field.unit, language).text}`
    }
    case 'date':
      return formatDay(answer as string, language)
    case 'date-time': {
      const [day = '', time = ''] = (answer as string).split('T')
      return `${formatDay(day, language)} ${time}`
    }
    case 'choice':
      return optionWords(field, [answer as string], language).join('')
    case 'choices':
      return optionWords(field, answer as readonly string[], language).join(', ')
    case 'yes-no':
      return optionWords(field, [answer === true ? 'yes' : 'no'], language).join('')
    case 'address': {
      const { text, settlement } = answer as AddressAnswer
      return [text, settlement?.name ?? ''].filter((part) => part !== '').join(', ')
    }
    case 'file':
      return answerMessages[language].files((answer as readonly string[]).length)
    default:
      return answer as string
  }
}

/** Everything that was answered in words, for search; options are found by their Estonian names. */
export function answersAsText(definition: Definition, answers: Answers, audience: Audience): string {
  const isWords = new Map(definition.fields.map(({ code, type }) => [code, type !== 'file' && type !== 'yes-no']))
  return sayAnswers(definition, answers, 'et', audience)
    .filter(({ code }) => isWords.get(code) === true)
    .map(({ value }) => value)
    .join('\n')
}

/** What is wrong with answers, in the reader's words, by the name of the input. */
export function sayErrors(errors: Readonly<Record<string, AnswerError>>, language: Language): Record<string, string> {
  const { faults } = answerMessages[language]
  return Object.fromEntries(
    Object.entries(errors).map(([name, { reason, limit }]) => [
      name,
      faults[reason](limit === undefined ? '' : formatNumber(limit, language)),
    ]),
  )
}
