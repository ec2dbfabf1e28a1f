import type { Followable } from '#platform/followable.ts'
import type { Language, LocalText } from '#platform/language.ts'
import { formatNumber } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { alertMessages } from './messages.ts'
import { alertPaths } from './paths.ts'
import { findAlert, listMatching, type Alert } from './queries.ts'

/** `500 m`, `2 km` */
export function sayMetres(metres: number, language: Language): string {
  const unit = language === 'ru' ? { m: 'м', km: 'км' } : { m: 'm', km: 'km' }
  return metres < 1000 ? `${metres} ${unit.m}` : `${formatNumber(metres / 1000, language)} ${unit.km}`
}

/** `Teated: Teed ja tänavad, Loo alevik` */
export function nameOfAlert({ settlement, group, circle }: Omit<Alert, 'code'>, language: Language): string {
  const t = alertMessages[language]
  const where =
    circle === null
      ? ''
      : t.around(sayMetres(circle.metres, language), `${circle.latitude.toFixed(3)}, ${circle.longitude.toFixed(3)}`)
  const parts = [
    group === null ? '' : readText(group.name, language).text,
    settlement === null ? '' : nameOfSettlement(settlement, language),
    where,
  ]
  return `${t.reports}: ${parts.filter((part) => part !== '').join(', ')}`
}

/** What people chose to hear of; told of new reports that match. */
export const alertFollowables: readonly Followable[] = [
  {
    path: /\/teated\/alad\/[0-9a-f]{18}/,
    title: async (db, path): Promise<LocalText | null> => {
      const alert = await findAlert(db, alertPaths.codeOf(path))
      if (alert === undefined) return null
      return { et: nameOfAlert(alert, 'et'), en: nameOfAlert(alert, 'en'), ru: nameOfAlert(alert, 'ru') }
    },
    also: async (db, event) => {
      const report = /^report:([0-9a-f-]{36})$/.exec(event.subject)?.[1]
      if (event.type !== 'reports.received' || report === undefined) return []
      return (await listMatching(db, report)).map(alertPaths.alert)
    },
  },
]
