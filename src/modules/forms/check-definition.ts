import {
  codePattern,
  optionCodePattern,
  type Condition,
  type Definition,
  type Field,
  type Option,
} from './definition.ts'
import { limits } from './limits.ts'
import type { LocalText } from '#platform/language.ts'

export const faultReasons = [
  'tooManyFields',
  'tooManyFiles',
  'codeWrong',
  'codeTwice',
  'labelMissing',
  'labelTooLong',
  'hintTooLong',
  'optionsMissing',
  'tooManyOptions',
  'optionCodeWrong',
  'optionCodeTwice',
  'optionLabelMissing',
  'everyOptionStops',
  'lengthWrong',
  'decimalsWrong',
  'boundsWrong',
  'countsWrong',
  'filesWrong',
  'conditionUnknown',
  'conditionForward',
  'conditionOnNote',
  'conditionOption',
  'conditionKind',
  'conditionEmpty',
  'conditionDeep',
] as const
export type FaultReason = (typeof faultReasons)[number]

/** `path` leads into the definition: `fields.2.options.0.label`. `about` is what stands there wrongly. */
export type DefinitionFault = { path: string; reason: FaultReason; about?: string }

type Say = (path: string, reason: FaultReason, about?: string) => void

/** Everything for which a form cannot be published. */
export function checkDefinition({ fields }: Definition): DefinitionFault[] {
  const faults: DefinitionFault[] = []
  const say: Say = (path, reason, about) => {
    faults.push({ path, reason, ...(about === undefined ? {} : { about }) })
  }
  if (fields.length > limits.fields) say('fields', 'tooManyFields')
  const files = fields.reduce((sum, field) => sum + (field.type === 'file' ? field.most : 0), 0)
  if (files > limits.filesInForm) say('fields', 'tooManyFiles')
  for (const [index, field] of fields.entries()) {
    const at = `fields.${index}`
    const before = fields.slice(0, index)
    if (!codePattern.test(field.code)) say(`${at}.code`, 'codeWrong', field.code)
    if (before.some(({ code }) => code === field.code)) say(`${at}.code`, 'codeTwice', field.code)
    checkLabel(say, `${at}.label`, field.label, 'labelMissing', field.type === 'note' ? limits.note : limits.label)
    checkHint(say, `${at}.hint`, field.hint)
    checkType(say, at, field)
    if (field.shownIf !== undefined) checkCondition(say, `${at}.shownIf`, field.shownIf, before, fields, 1)
  }
  return faults
}

const isTooLong = (text: LocalText, most: number) =>
  [text.et, text.en ?? '', text.ru ?? ''].some((words) => words.length > most)

function checkLabel(say: Say, path: string, text: LocalText, missing: FaultReason, most: number): void {
  if (text.et.trim() === '') say(path, missing)
  if (isTooLong(text, most)) say(path, 'labelTooLong')
}

function checkHint(say: Say, path: string, text: LocalText | undefined): void {
  if (text !== undefined && isTooLong(text, limits.hint)) say(path, 'hintTooLong')
}

function checkType(say: Say, at: string, field: Field): void {
  switch (field.type) {
    case 'text':
    case 'long-text':
      if (!isWithin(field.maxLength, 1, limits.answer)) say(`${at}.maxLength`, 'lengthWrong')
      break
    case 'number': {
      const { min = -limits.number, max = limits.number, decimals } = field
      if (!isWithin(decimals, 0, limits.decimals)) say(`${at}.decimals`, 'decimalsWrong')
      if (min > max || min < -limits.number || max > limits.number) say(`${at}.max`, 'boundsWrong')
      break
    }
    case 'choice':
      checkOptions(say, at, field.options, 2)
      break
    case 'choices': {
      checkOptions(say, at, field.options, 1)
      const { min = 0, max = field.options.length } = field
      if (min > max || min < 0 || max < 1 || min > field.options.length) say(`${at}.max`, 'countsWrong')
      break
    }
    case 'file':
      if (!isWithin(field.most, 1, limits.files) || field.kinds.length === 0) say(`${at}.most`, 'filesWrong')
      break
    default:
  }
}

function isWithin(count: number, least: number, most: number): boolean {
  return Number.isInteger(count) && least <= count && count <= most
}

function checkOptions(say: Say, at: string, options: readonly Option[], least: number): void {
  if (options.length < least) say(`${at}.options`, 'optionsMissing')
  if (options.length > limits.options) say(`${at}.options`, 'tooManyOptions')
  if (options.length > 0 && options.every(({ stop }) => stop !== undefined)) say(`${at}.options`, 'everyOptionStops')
  for (const [index, { code, label, hint, stop }] of options.entries()) {
    const path = `${at}.options.${index}`
    if (!optionCodePattern.test(code)) say(`${path}.code`, 'optionCodeWrong', code)
    if (options.slice(0, index).some((other) => other.code === code)) say(`${path}.code`, 'optionCodeTwice', code)
    checkLabel(say, `${path}.label`, label, 'optionLabelMissing', limits.label)
    checkHint(say, `${path}.hint`, hint)
    checkHint(say, `${path}.stop`, stop)
  }
}

function checkCondition(
  say: Say,
  path: string,
  condition: Condition,
  before: readonly Field[],
  all: readonly Field[],
  depth: number,
): void {
  if (depth > limits.depth) return say(path, 'conditionDeep')
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    if (parts.length === 0) say(path, 'conditionEmpty')
    for (const [index, part] of parts.entries()) checkCondition(say, `${path}.${index}`, part, before, all, depth + 1)
    return
  }
  const field = before.find(({ code }) => code === condition.field)
  if (field === undefined) {
    const isLater = all.some(({ code }) => code === condition.field)
    return say(path, isLater ? 'conditionForward' : 'conditionUnknown', condition.field)
  }
  if (field.type === 'note') return say(path, 'conditionOnNote', condition.field)
  if ('answered' in condition) return
  const codes = 'is' in condition ? condition.is : 'isNot' in condition ? condition.isNot : undefined
  const known = optionCodesOf(field)
  if (codes === undefined ? field.type !== 'number' : known === undefined) {
    return say(path, 'conditionKind', condition.field)
  }
  if (codes !== undefined) {
    if (codes.length === 0) say(path, 'conditionEmpty')
    for (const code of codes) if (known?.includes(code) !== true) say(path, 'conditionOption', code)
  } else if ('atLeast' in condition || 'atMost' in condition) {
    const { atLeast = -Infinity, atMost = Infinity } = condition
    if (atLeast > atMost) say(path, 'conditionEmpty')
  } else say(path, 'conditionEmpty')
}

/** The codes that a condition on this question may name; undefined where answers are no choice. */
export function optionCodesOf(field: Field): readonly string[] | undefined {
  if (field.type === 'yes-no') return ['yes', 'no']
  return field.type === 'choice' || field.type === 'choices' ? field.options.map(({ code }) => code) : undefined
}
