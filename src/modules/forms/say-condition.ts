import { formatNumber } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import type { Condition, Definition, Field } from './definition.ts'
import { conditionMessages } from './messages/conditions.ts'

/** When a question is asked, as a sentence for whoever answers without script and for whoever edits the form. */
export function sayCondition(definition: Definition, field: Field, language: Language): string | null {
  if (field.shownIf === undefined) return null
  const t = conditionMessages[language]
  const words = wordsOf(definition, field.shownIf, language)
  return field.type === 'note' ? t.appliesIf(words) : t.answerIf(words)
}

/** The condition alone, without the sentence around it. */
export function wordsOf(definition: Definition, condition: Condition, language: Language, nested = false): string {
  const t = conditionMessages[language]
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    const words = parts.map((part) => wordsOf(definition, part, language, true))
    const joined = words.join('all' in condition ? t.and : t.or)
    return nested && words.length > 1 ? `(${joined})` : joined
  }
  const field = definition.fields.find(({ code }) => code === condition.field)
  const question = t.quote(field === undefined ? condition.field : readText(field.label, language).text)
  if ('answered' in condition) return condition.answered ? t.answered(question) : t.unanswered(question)
  if ('is' in condition) return t.is(question, optionWords(field, condition.is, language).map(t.quote))
  if ('isNot' in condition) return t.isNot(question, optionWords(field, condition.isNot, language).map(t.quote))
  const [atLeast, atMost] = [condition.atLeast, condition.atMost].map((bound) =>
    bound === undefined ? undefined : formatNumber(bound, language),
  )
  if (atLeast === undefined) return t.atMost(question, atMost ?? '')
  return atMost === undefined ? t.atLeast(question, atLeast) : t.between(question, atLeast, atMost)
}

/** What chosen codes are called; one that is not there is shown as it is written. */
export function optionWords(field: Field | undefined, codes: readonly string[], language: Language): string[] {
  return codes.map((code) => {
    if (field?.type === 'yes-no') return conditionMessages[language].yesNo[code === 'yes' ? 'yes' : 'no']
    const options = field?.type === 'choice' || field?.type === 'choices' ? field.options : []
    const option = options.find((one) => one.code === code)
    return option === undefined ? code : readText(option.label, language).text
  })
}
