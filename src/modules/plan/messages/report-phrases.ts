import { readText, type Language, type LocalText } from '#platform/language.ts'
import type { EvidenceOfYear } from '../report-of-year.ts'
import { evidenceName } from './evidence-names.ts'
import { commitmentPageMessages } from './page-commitment.ts'

type Offered = readonly { key: string; name: LocalText }[]

/** What is counted for a duty, and whether it is measured here. */
export function sayKeys(keys: readonly string[], language: Language, offered: Offered): string {
  const t = commitmentPageMessages[language]
  return keys
    .map((key) => {
      const isMeasured = offered.some((one) => one.key === key)
      return `${evidenceName(key, offered, language)} – ${isMeasured ? t.measured : t.unmeasured}`
    })
    .join('; ')
}

/** How we know of a piece of evidence: measured, or by whom vouched and confirmed. */
export function saySource({ key, met, vouchedBy }: EvidenceOfYear, language: Language, offered: Offered): string {
  const t = commitmentPageMessages[language]
  if (vouchedBy !== null)
    return t.vouchedBy(readText(vouchedBy.post, language).text, readText(vouchedBy.second, language).text)
  return `${t.bySystem}: ${evidenceName(key, offered, language)}${met ? '' : ` – ${t.notMet}`}`
}
