import { reportPaths } from '../paths.ts'
import type { AlertFilter } from './rules.ts'

const base = '/teated/alad/'

export const alertPaths = {
  form: '/teated/jalgi',
  alert: (code: string) => base + code,
  codeOf: (path: string) => path.slice(base.length),
} as const

/** The form, with what a list shows chosen already. */
export function alertAddress({ koht, teema }: { koht: string; teema: string }): string {
  const given = Object.entries({ koht, teema }).filter(([, value]) => value !== '')
  return given.length === 0 ? alertPaths.form : `${alertPaths.form}?${new URLSearchParams(given).toString()}`
}

/** The feed that tells of the same reports. */
export function feedAddress({ settlement, group, circle }: AlertFilter): string {
  const query = new URLSearchParams()
  if (settlement !== null) query.set('koht', settlement)
  if (group !== null) query.set('teema', group)
  if (circle !== null) {
    query.set('punkt', `${circle.latitude},${circle.longitude}`)
    query.set('kaugus', String(circle.metres))
  }
  return query.size === 0 ? reportPaths.feed : `${reportPaths.feed}?${query.toString()}`
}
