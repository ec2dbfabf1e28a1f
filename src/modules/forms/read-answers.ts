import type { Answer, AnswerError, Answers } from './answer.ts'
import { walk } from './conditions.ts'
import type { Definition, Field } from './definition.ts'
import { readValue, type Settlement } from './read-value.ts'
import type { LocalText } from '#platform/language.ts'

export type ReadAnswers =
  | { ok: true; answers: Answers }
  | {
      ok: false
      /** By the name of the input. */
      errors: Record<string, AnswerError>
      /** An option was chosen with which the form cannot be sent. */
      stop?: LocalText
    }

export type ReadingAnswers = {
  prefix?: string
  /** Those from which an address may choose; without them any settlement is refused. */
  settlements?: readonly Settlement[]
}

export const usualPrefix = 'k'

export function inputName(code: string, prefix: string = usualPrefix): string {
  return `${prefix}.${code}`
}

/** In which version a form was opened; no code of a question can be written so. */
export function versionName(prefix: string = usualPrefix): string {
  return `${prefix}-version`
}

export type FormReading = {
  shown: readonly Field[]
  answers: Answers
  errors: Record<string, AnswerError>
  stop: LocalText | undefined
  stoppedAt: string | undefined
}

/** What a form as it is filled in shows, says and lacks; the same on the server and in the browser. */
export function readForm(
  definition: Definition,
  values: Readonly<Record<string, string>>,
  { prefix = usualPrefix, settlements }: ReadingAnswers = {},
): FormReading {
  const errors: Record<string, AnswerError> = {}
  const reached = walk(definition, (field): Answer | undefined => {
    const name = inputName(field.code, prefix)
    const valueOf = (at: string) => (Object.hasOwn(values, name + at) ? (values[name + at] ?? '') : '')
    const { answer, error, at = '' } = readValue(field, valueOf, settlements)
    if (error !== undefined) errors[name + at] = error
    else if (answer === undefined && field.required) errors[name] = { reason: requiredOf(field) }
    return answer
  })
  return { errors, stoppedAt: undefined, ...reached }
}

function requiredOf({ type }: Field): 'required' | 'requiredChoice' | 'requiredFile' {
  if (type === 'file') return 'requiredFile'
  return type === 'choice' || type === 'choices' || type === 'yes-no' ? 'requiredChoice' : 'required'
}

/** The server's own judgement, whatever the browser sent: answers that count, or what is wrong with them. */
export function readAnswers(
  definition: Definition,
  values: Readonly<Record<string, string>>,
  reading: ReadingAnswers = {},
): ReadAnswers {
  const { answers, errors, stop } = readForm(definition, values, reading)
  if (stop !== undefined) return { ok: false, errors, stop }
  return Object.keys(errors).length === 0 ? { ok: true, answers } : { ok: false, errors }
}
