import { formatNumber } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import { sayDecimal, type Election } from '../pb/election.ts'
import type { Fraction } from '../count/steps.ts'

const points: Record<Language, string> = { et: ',', en: '.', ru: ',' }
const exactDigits = 2

/** `7 400`, `216 829,41`, `124,60`: every digit that is there, and hundredths where there are tenths. */
function sayNumber(value: bigint, decimals: number, language: Language): string {
  const [whole = '0', fraction] = sayDecimal(value, decimals).split('.')
  const said = formatNumber(Number(whole), language)
  return fraction === undefined ? said : `${said}${points[language]}${fraction.padEnd(2, '0')}`
}

/** How this file's money and votes read. */
export function sayingFor({ meta, decimals, pointDecimals }: Election, language: Language) {
  const currency = meta.get('currency') ?? ''
  const unit = currency === 'EUR' ? '€' : currency.slice(0, 12)
  const withUnit = (said: string) => (unit === '' ? said : `${said}\u00A0${unit}`)
  return {
    money: (value: bigint) => withUnit(sayNumber(value, decimals, language)),
    votes: (value: bigint) => sayDecimal(value, pointDecimals).replace('.', points[language]),
    /** To hundredths; what is not exact so is said to be near. */
    part: ({ over, under }: Fraction) => {
      const scaled = over * 10n ** BigInt(exactDigits)
      const divisor = under * 10n ** BigInt(decimals)
      const rounded = (scaled * 2n + divisor) / (divisor * 2n)
      const said = withUnit(sayNumber(rounded, exactDigits, language))
      return rounded * divisor === scaled ? said : `≈ ${said}`
    },
    number: (value: number) => formatNumber(value, language),
  }
}
