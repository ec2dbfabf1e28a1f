import { readText, type Language, type LocalText } from '#platform/language.ts'
import type { Definition, Field, Option } from './definition.ts'
import { differenceMessages, type DifferenceMessages } from './messages/difference.ts'
import { fieldTypeMessages } from './messages/field-types.ts'
import { isSameJson } from './same-json.ts'
import { wordsOf } from './say-condition.ts'

/** What changed between two versions, in sentences; none when they are the same. */
export function differenceOf(before: Definition, after: Definition, language: Language): string[] {
  const t = differenceMessages[language]
  const nameOf = ({ label }: { label: LocalText }) => t.quote(short(readText(label, language).text))
  const old = new Map(before.fields.map((field) => [field.code, field]))
  const kept = new Set(after.fields.map(({ code }) => code))
  const sentences = before.fields.filter(({ code }) => !kept.has(code)).map((field) => t.removed(nameOf(field)))
  for (const field of after.fields) {
    const known = old.get(field.code)
    if (known === undefined) sentences.push(t.added(nameOf(field)))
    else sentences.push(...changesOf(known, field, { before, after, language, t, name: nameOf(known) }))
  }
  for (const code of movedCodes(before.fields, after.fields)) {
    const field = after.fields.find((one) => one.code === code)
    if (field !== undefined) sentences.push(t.moved(nameOf(field)))
  }
  return sentences
}

type Compared = { before: Definition; after: Definition; language: Language; t: DifferenceMessages; name: string }

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

function changesOf(old: Field, young: Field, compared: Compared): string[] {
  const { t, name, language } = compared
  const sentences: string[] = []
  if (old.label.et !== young.label.et)
    sentences.push(t.renamed(name, t.quote(short(readText(young.label, language).text))))
  else if (!isSameJson(old.label, young.label)) sentences.push(t.translated(name))
  if (!isSameJson(old.hint, young.hint)) sentences.push(t.hintChanged(name))
  if (old.type !== young.type) {
    const types = fieldTypeMessages[language].types
    sentences.push(t.typeChanged(name, types[old.type], types[young.type]))
  }
  if (old.required !== young.required) sentences.push(young.required ? t.nowRequired(name) : t.nowOptional(name))
  if (old.isPublic !== young.isPublic) sentences.push(young.isPublic ? t.nowPublic(name) : t.nowStaffOnly(name))
  if (!isSameJson(old.shownIf, young.shownIf)) sentences.push(conditionChange(young, compared))
  if (old.type === young.type) {
    if (!isSameJson(settingsOf(old), settingsOf(young))) sentences.push(t.limitsChanged(name))
    sentences.push(...optionChanges(optionsOf(old), optionsOf(young), compared))
  }
  return sentences
}

function conditionChange(young: Field, { t, name, after, language }: Compared): string {
  return young.shownIf === undefined ? t.alwaysAsked(name) : t.askedIf(name, wordsOf(after, young.shownIf, language))
}

const optionsOf = (field: Field): readonly Option[] =>
  field.type === 'choice' || field.type === 'choices' ? field.options : []

/** What is said about a question beside its words, condition and options. */
function settingsOf(field: Field): unknown {
  const { label: _label, hint: _hint, required: _required, isPublic: _isPublic, shownIf: _shownIf, ...rest } = field
  return { ...rest, options: undefined }
}

function optionChanges(old: readonly Option[], young: readonly Option[], { t, name, language }: Compared): string[] {
  const nameOf = ({ label }: Option) => t.quote(short(readText(label, language).text))
  const before = new Map(old.map((option) => [option.code, option]))
  const kept = new Set(young.map(({ code }) => code))
  const sentences = old.filter(({ code }) => !kept.has(code)).map((option) => t.optionRemoved(name, nameOf(option)))
  for (const option of young) {
    const known = before.get(option.code)
    if (known === undefined) {
      sentences.push(t.optionAdded(name, nameOf(option)))
      continue
    }
    if (known.label.et !== option.label.et) sentences.push(t.optionRenamed(name, nameOf(known), nameOf(option)))
    else if (!isSameJson(known.label, option.label)) sentences.push(t.optionTranslated(name, nameOf(option)))
    if (!isSameJson(known.hint, option.hint)) sentences.push(t.optionHintChanged(name, nameOf(option)))
    if (!isSameJson(known.stop, option.stop)) {
      sentences.push((option.stop === undefined ? t.optionStopsNoMore : t.optionStops)(name, nameOf(option)))
    }
  }
  if (movedCodes(old, young).length > 0) sentences.push(t.optionsReordered(name))
  return sentences
}

type Coded = { code: string }

/** The fewest that have to be moved to get from one order to the other: all but the longest run that kept its order. */
function movedCodes(before: readonly Coded[], after: readonly Coded[]): string[] {
  const place = new Map(before.map(({ code }, index) => [code, index]))
  const common = after.filter(({ code }) => place.has(code)).map(({ code }) => ({ code, at: place.get(code) ?? 0 }))
  const runs: { length: number; before: number }[] = []
  let last = -1
  for (const [index, { at }] of common.entries()) {
    let best = { length: 1, before: -1 }
    for (let earlier = 0; earlier < index; earlier += 1) {
      const run = runs[earlier]
      if (run !== undefined && (common[earlier]?.at ?? 0) < at && run.length + 1 > best.length) {
        best = { length: run.length + 1, before: earlier }
      }
    }
    runs.push(best)
    if (last === -1 || best.length > (runs[last]?.length ?? 0)) last = index
  }
  const stayed = new Set<string>()
  for (let at = last; at >= 0; at = runs[at]?.before ?? -1) stayed.add(common[at]?.code ?? '')
  return common.map(({ code }) => code).filter((code) => !stayed.has(code))
}
