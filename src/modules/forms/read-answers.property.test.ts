import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDefinition, anyValues } from './arbitraries.ts'
import type { Answers } from './answer.ts'
import { checkDefinition } from './check-definition.ts'
import { countCharacters } from './clean-text.ts'
import { holds, visibleFields } from './conditions.ts'
import type { Definition, Field } from './definition.ts'
import { forms } from './index.ts'
import { differenceOf } from './difference.ts'
import { codeFor, conditionOf, rowsOf, withMoved } from './edit-definition.ts'
import { fieldFrom, fieldInput } from './field-input.ts'
import { valuesOfField } from './field-values.ts'
import { forBrowser } from './for-browser.ts'
import { inputName, readAnswers, readForm } from './read-answers.ts'
import { isSameJson } from './same-json.ts'
import { answersAsText, sayAnswers, sayErrors } from './say-answers.ts'
import { sayCondition } from './say-condition.ts'

const runs = { numRuns: 400 }
const codesOf = (fields: readonly Field[]) => fields.map(({ code }) => code)

/** The definition of what is asked, written again without care for speed. */
function asked(definition: Definition, answers: Answers): string[] {
  const counting: Record<string, Answers[string]> = {}
  const shown: string[] = []
  for (const field of definition.fields) {
    if (field.shownIf !== undefined && !holds(field.shownIf, counting)) continue
    shown.push(field.code)
    if (!Object.hasOwn(answers, field.code) || field.type === 'note') continue
    const answer = answers[field.code]!
    counting[field.code] = answer
    const chosen = Array.isArray(answer) ? answer : [answer]
    if ('options' in field && field.options.some((o) => o.stop !== undefined && chosen.includes(o.code))) break
  }
  return shown
}

test('whatever is sent, only what is asked of this person is kept, and all of it keeps its limits', () => {
  fc.assert(
    fc.property(aDefinition, anyValues, (definition, values) => {
      const read = readAnswers(definition, values)
      if (!read.ok) return
      const shown = visibleFields(definition, read.answers)
      expect(codesOf(shown)).toEqual(asked(definition, read.answers))
      expect(codesOf(shown)).toEqual(expect.arrayContaining(Object.keys(read.answers)))
      for (const field of shown) {
        const answer = Object.hasOwn(read.answers, field.code) ? read.answers[field.code] : undefined
        if (field.required) expect(answer).toBeDefined()
        if (answer === undefined) continue
        if (field.type === 'text') {
          expect(countCharacters(answer as string)).toBeLessThanOrEqual(field.maxLength)
          expect(answer).not.toMatch(/[\p{Cc}\u202A-\u202E]/u)
        }
        if (field.type === 'choice') expect(field.options.map(({ code }) => code)).toContain(answer)
        if (field.type === 'number') expect(Math.abs(answer as number)).toBeLessThanOrEqual(1e12)
      }
    }),
    runs,
  )
})

test('values of questions that are not shown change nothing', () => {
  fc.assert(
    fc.property(aDefinition, anyValues, (definition, values) => {
      const all = readForm(definition, values)
      const names = all.shown.map(({ code }) => inputName(code))
      const visible = Object.fromEntries(
        Object.entries(values).filter(([name]) => names.some((own) => name === own || name.startsWith(`${own}.`))),
      )
      expect(readForm(definition, visible)).toEqual(all)
      expect(readAnswers(definition, visible)).toEqual(readAnswers(definition, values))
    }),
    runs,
  )
})

test('the browser shows exactly the questions that the server asks', () => {
  fc.assert(
    fc.property(aDefinition, anyValues, (definition, values) => {
      const server = readForm(definition, values)
      const browser = readForm(JSON.parse(JSON.stringify(forBrowser(definition))) as Definition, values)
      expect(codesOf(browser.shown)).toEqual(codesOf(server.shown))
      expect(browser.stoppedAt).toBe(server.stoppedAt)
      const stopping = definition.fields.find(({ code }) => code === server.stoppedAt)
      const options = stopping !== undefined && 'options' in stopping ? stopping.options : []
      // The browser finds the notice by the code of its option.
      expect(options.find(({ code }) => code === browser.stop?.et)?.stop).toEqual(server.stop)
    }),
    runs,
  )
})

test('everything that is kept or refused can be said in every language', () => {
  fc.assert(
    fc.property(aDefinition, anyValues, fc.constantFrom('et', 'en', 'ru'), (definition, values, language) => {
      const { answers, errors, shown } = readForm(definition, values)
      const said = sayAnswers(definition, answers, language, 'staff')
      expect(said.map(({ code }) => code)).toEqual(codesOf(shown).filter((code) => Object.hasOwn(answers, code)))
      for (const { value } of said) expect(value).not.toMatch(/undefined|NaN|Invalid/u)
      const open = sayAnswers(definition, answers, language, 'public')
      expect(open).toEqual(said.filter(({ isPublic }) => isPublic))
      for (const sentence of Object.values(sayErrors(errors, language))) expect(sentence).not.toMatch(/undefined/u)
      for (const field of definition.fields) {
        const sentence = sayCondition(definition, field, language)
        expect(sentence === null).toBe(field.shownIf === undefined)
        expect(sentence ?? '').not.toMatch(/undefined/u)
      }
      expect(typeof answersAsText(definition, answers, 'public')).toBe('string')
    }),
    runs,
  )
})

test('what was read says the same when it is read back from the database', () => {
  fc.assert(
    fc.property(aDefinition, anyValues, (definition, values) => {
      const { answers } = readForm(definition, values)
      const kept = JSON.parse(JSON.stringify(answers)) as Answers
      expect(sayAnswers(definition, kept, 'et', 'staff')).toEqual(sayAnswers(definition, answers, 'et', 'staff'))
    }),
    runs,
  )
})

test('a form of sound parts has no fault and keeps its shape', () => {
  fc.assert(
    fc.property(aDefinition, (definition) => {
      expect(checkDefinition(definition)).toEqual([])
      expect(forms.definitionSchema.parse(definition)).toEqual(definition)
    }),
    runs,
  )
})

test('two versions have no difference in sentences only when they are the same', () => {
  const inOneForm = fc.tuple(aDefinition, aDefinition)
  fc.assert(
    fc.property(inOneForm, fc.constantFrom('et', 'en', 'ru'), ([before, after], language) => {
      expect(differenceOf(before, before, language)).toEqual([])
      expect(differenceOf(before, after, language).length > 0).toBe(!isSameJson(before, after))
      const [first] = before.fields
      if (first === undefined) return
      const moved = withMoved(before, first.code, 1)
      expect(differenceOf(before, moved, language)).toHaveLength(before.fields.length > 1 ? 1 : 0)
    }),
    runs,
  )
})

test('a question saved as its page shows it stays as it was', () => {
  fc.assert(
    fc.property(aDefinition, (definition) => {
      for (const field of definition.fields) {
        const values = { revision: '1', ...valuesOfField(field) }
        const made = fieldFrom(fieldInput.parse(values), values, {
          type: field.type,
          field,
          taken: codesOf(definition.fields),
        })
        expect(made.ok && isSameJson(withoutShell(made.field), withoutShell(field))).toBe(true)
      }
    }),
    runs,
  )
})

/** A list of one condition may become that condition. */
function withoutShell(field: Field): unknown {
  const rows = rowsOf(field.shownIf)
  return rows === null ? field : { ...field, shownIf: conditionOf(rows) }
}

test('a made code is always a code that nobody has', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('kusimus', 'kusimus-2', 'a')),
      (words, taken) => {
        const code = codeFor(words, taken, 'kusimus')
        expect(code).toMatch(/^[a-z][a-z0-9-]{0,39}$/)
        expect(taken).not.toContain(code)
      },
    ),
  )
})
