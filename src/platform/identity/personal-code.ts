import type { LocalDate } from '../format.ts'

const centuries: Record<string, string> = { 1: '18', 2: '18', 3: '19', 4: '19', 5: '20', 6: '20', 7: '21', 8: '21' }

function checkDigit(code: string): number {
  const sum = (weights: readonly number[]) =>
    weights.reduce((total, weight, at) => total + weight * Number(code[at]), 0)
  const first = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
  if (first < 10) return first
  const second = sum([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11
  return second < 10 ? second : 0
}

/** Birth date of an Estonian personal code (isikukood), or null when the code is not valid. */
export function birthDateOf(code: string): LocalDate | null {
  if (!/^[1-8]\d{10}$/.test(code) || checkDigit(code) !== Number(code[10])) return null
  const date = `${centuries[code[0]!]}${code.slice(1, 3)}-${code.slice(3, 5)}-${code.slice(5, 7)}`
  const instant = new Date(`${date}T00:00Z`)
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date ? null : date
}

export function isPersonalCode(code: string): boolean {
  return birthDateOf(code) !== null
}

/** A valid code for synthetic persons: birth date, sex and a serial number of three digits. */
export function makePersonalCode(birthDate: LocalDate, sex: 'female' | 'male', serial: number): string {
  const century = Number(birthDate.slice(0, 2))
  const first = (century - 18) * 2 + (sex === 'male' ? 1 : 2)
  const body = `${first}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${birthDate.slice(8, 10)}${String(serial).padStart(3, '0')}`
  return `${body}${checkDigit(body)}`
}

/** Whole years on a day, both calendar days of the municipality. Someone born on 29 February ages on 1 March. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
