import type { Answer, Answers } from './answer.ts'
import type { Condition, Definition, Field, Option } from './definition.ts'
import type { LocalText } from '#platform/language.ts'

export function answerTo(answers: Answers, code: string): Answer | undefined {
  return Object.hasOwn(answers, code) ? answers[code] : undefined
}

/** The codes by which an answer can be asked after; yes and no have codes too. */
function chosenIn(answer: Answer | undefined): readonly string[] {
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no']
  if (typeof answer === 'string') return [answer]
  return Array.isArray(answer) ? (answer as readonly string[]) : []
}

/** Nothing is true of a question that was not asked or not answered, but that it was not answered. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, answers))
  if ('any' in condition) return condition.any.some((one) => holds(one, answers))
  const answer = answerTo(answers, condition.field)
  if ('answered' in condition) return (answer !== undefined) === condition.answered
  if (answer === undefined) return false
  if ('is' in condition) return chosenIn(answer).some((code) => condition.is.includes(code))
  if ('isNot' in condition) return !chosenIn(answer).some((code) => condition.isNot.includes(code))
  const { atLeast = -Infinity, atMost = Infinity } = condition
  return typeof answer === 'number' && atLeast <= answer && answer <= atMost
}

function stopIn(field: Field, answer: Answer | undefined): LocalText | undefined {
  if (field.type !== 'choice' && field.type !== 'choices') return undefined
  const chosen = chosenIn(answer)
  return field.options.find((option: Option) => option.stop !== undefined && chosen.includes(option.code))?.stop
}

export type Walk = { shown: Field[]; answers: Record<string, Answer>; stop: LocalText | undefined; stoppedAt?: string }

/**
 * Goes through the form as a person does, from the top: a question is shown or not by the answers that count so far,
 * and the form ends where an option stops it.
 */
export function walk(definition: Definition, answerOf: (field: Field) => Answer | undefined): Walk {
  const shown: Field[] = []
  const answers: Record<string, Answer> = {}
  for (const field of definition.fields) {
    if (field.shownIf !== undefined && !holds(field.shownIf, answers)) continue
    shown.push(field)
    if (field.type === 'note') continue
    const answer = answerOf(field)
    if (answer === undefined) continue
    answers[field.code] = answer
    const stop = stopIn(field, answer)
    if (stop !== undefined) return { shown, answers, stop, stoppedAt: field.code }
  }
  return { shown, answers, stop: undefined }
}

/** The questions that are asked of somebody with these answers; a hidden question's answer never counts. */
export function visibleFields(definition: Definition, answers: Answers): Field[] {
  return walk(definition, ({ code }) => answerTo(answers, code)).shown
}
