/** A number as the file writes it, exactly: digits and how many of them stand after the point. */
export type Decimal = { digits: bigint; decimals: number }

const mostWhole = 11
const mostDecimals = 4
const longest = 40
const pattern = new RegExp(String.raw`^(\d{1,${mostWhole}})(?:[.,](?=\d)(\d*?)0*)?$`)

/** `216829.41` or `216829,41`; null for what is no such number, is negative or too long. */
export function readDecimal(text: string): Decimal | null {
  if (text.length > longest) return null
  const [, whole = '', fraction = ''] = pattern.exec(text) ?? []
  if (whole === '' || fraction.length > mostDecimals) return null
  return { digits: BigInt(whole + fraction), decimals: fraction.length }
}

/** A whole number that counts things. */
export const readCount = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

export const mostDecimalsOf = (numbers: readonly Decimal[]): number =>
  Math.max(0, ...new Set(numbers.map(({ decimals }) => decimals)))

/** The same number in steps of 10^-decimals. */
export const inSteps = (number: Decimal, decimals: number): bigint =>
  number.digits * 10n ** BigInt(decimals - number.decimals)
