import type { Answer, AnswerError, AnswerFault } from './answer.ts'
import { cleanLine, cleanText, countCharacters } from './clean-text.ts'
import type { Field } from './definition.ts'
import { limits } from './limits.ts'

/** A place that an address may be in. */
export type Settlement = { code: string; name: string }

/** `at` is the part of the input's name after the field's own. */
export type ReadValue = { answer: Answer | undefined; error?: AnswerError; at?: string }

const fault = (reason: AnswerFault, limit?: number): ReadValue => ({
  answer: undefined,
  error: { reason, ...(limit === undefined ? {} : { limit }) },
})
const nothing: ReadValue = { answer: undefined }

/** One question's answer out of what was typed; `valueOf` gives the raw text of an input by the end of its name. */
export function readValue(
  field: Field,
  valueOf: (at: string) => string,
  settlements: readonly Settlement[] | undefined,
): ReadValue {
  const raw = valueOf('')
  switch (field.type) {
    case 'text':
      return readText(cleanLine(raw), field.maxLength, field.kind)
    case 'long-text':
      return readText(cleanText(raw), field.maxLength, 'plain')
    case 'number':
      return readNumber(raw, field)
    case 'date': {
      if (cleanLine(raw) === '') return nothing
      const day = readDay(raw)
      return day === undefined ? fault('notDay') : { answer: day }
    }
    case 'date-time': {
      if (cleanLine(raw) === '') return nothing
      const time = readTime(raw)
      return time === undefined ? fault('notTime') : { answer: time }
    }
    case 'choice':
      if (raw === '') return nothing
      return field.options.some(({ code }) => code === raw) ? { answer: raw } : fault('notAnOption')
    case 'choices':
      return readChoices(raw, field)
    case 'yes-no':
      if (raw === '') return nothing
      return raw === 'yes' || raw === 'no' ? { answer: raw === 'yes' } : fault('notAnOption')
    case 'address':
      return readAddress(raw, valueOf('.settlement'), settlements)
    case 'file':
      return readFiles(valueOf('.kept'), field.most)
    case 'note':
      return nothing
  }
}

const anEmail = /^[^\s@"<>(),:;[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u
const aPhone = /^\+?[\d\s()/-]+$/u

function readText(text: string, maxLength: number, kind: 'plain' | 'e-mail' | 'phone'): ReadValue {
  if (text === '') return nothing
  if (countCharacters(text) > maxLength) return fault('tooLong', maxLength)
  if (kind === 'e-mail' && !anEmail.test(text)) return fault('notEmail')
  const digits = text.replaceAll(/\D/gu, '').length
  if (kind === 'phone' && (!aPhone.test(text) || digits < 5 || digits > 15)) return fault('notPhone')
  return { answer: text }
}

/** Accepts „1 234,5“ as people write it; undefined for what is no number. */
export function parseNumber(raw: string): { value: number; decimals: number } | undefined {
  const plain = raw
    .replaceAll(/[\s\u00A0\u202F\u2009']/gu, '')
    .replace(/^[−–]/u, '-')
    .replace(',', '.')
  const match = /^([+-]?)(\d{0,15})(?:\.(\d{0,15}))?$/.exec(plain)
  const [, sign = '', whole = '', decimals = ''] = match ?? []
  if (match === null || whole + decimals === '') return undefined
  const value = Number(`${sign}${whole === '' ? '0' : whole}.${decimals === '' ? '0' : decimals}`)
  return { value: value === 0 ? 0 : value, decimals: decimals.replace(/0+$/, '').length }
}

function readNumber(raw: string, field: Field & { type: 'number' }): ReadValue {
  if (cleanLine(raw) === '') return nothing
  const number = parseNumber(cleanLine(raw))
  if (number === undefined) return fault('notNumber')
  const { min = -limits.number, max = limits.number, decimals } = field
  if (number.decimals > decimals) return decimals === 0 ? fault('notWhole') : fault('tooManyDecimals', decimals)
  if (number.value < min) return fault('tooSmall', min)
  if (number.value > max) return fault('tooLarge', max)
  return { answer: number.value }
}

const two = (digits: string) => digits.padStart(2, '0')

/** A calendar day, written as `2026-10-15` or `15.10.2026`. */
export function readDay(raw: string): string | undefined {
  const text = cleanLine(raw)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const estonian = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(text)
  const [year = '', month = '', day = ''] = iso?.slice(1) ?? estonian?.slice(1).toReversed() ?? []
  const written = `${year}-${two(month)}-${two(day)}`
  const date = new Date(`${written}T00:00Z`)
  if (year < '1000' || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written) return undefined
  return written
}

/** A local time: `2026-10-15T14:30`, `15.10.2026 14:30`, `15.10.2026 kell 14.30`. */
export function readTime(raw: string): string | undefined {
  const match = /^(.+?)(?:T|,?\s+(?:kell\s+)?)(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?$/u.exec(cleanLine(raw))
  const [, before = '', hour = '', minute = ''] = match ?? []
  const day = readDay(before)
  if (match === null || day === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${day}T${two(hour)}:${minute}`
}

function readChoices(raw: string, { options, min = 0, max = Infinity }: Field & { type: 'choices' }): ReadValue {
  const sent = new Set(raw.split(',').filter((code) => code !== ''))
  if (sent.size === 0) return nothing
  const chosen = options.map(({ code }) => code).filter((code) => sent.has(code))
  if (chosen.length < sent.size) return fault('notAnOption')
  if (chosen.length < min) return fault('tooFewChosen', min)
  if (chosen.length > max) return fault('tooManyChosen', max)
  return { answer: chosen }
}

const longestAddress = 300

function readAddress(raw: string, code: string, settlements: readonly Settlement[] | undefined): ReadValue {
  const text = cleanLine(raw)
  if (countCharacters(text) > longestAddress) return fault('tooLong', longestAddress)
  const settlement = settlements?.find((one) => one.code === code)
  if (code !== '' && settlement === undefined) return { ...fault('notSettlement'), at: '.settlement' }
  if (text === '' && settlement === undefined) return nothing
  if (settlement === undefined) return { answer: { text } }
  return { answer: { text, settlement: { code: settlement.code, name: settlement.name } } }
}

const anId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Files come as ids: their owner keeps the bytes before the form is read. */
function readFiles(kept: string, most: number): ReadValue {
  const ids = new Set(kept.split(',').filter((id) => id !== ''))
  if (ids.size === 0) return nothing
  if (![...ids].every((id) => anId.test(id))) return fault('notFile')
  if (ids.size > most) return fault('tooManyFiles', most)
  return { answer: [...ids] }
}
