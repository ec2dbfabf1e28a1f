/** An exact number: a fraction in lowest terms, the sign above. */
export type Ratio = readonly [bigint, bigint]

const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b))

export function ratio(above: bigint, below = 1n): Ratio {
  const by = common(above < 0n ? -above : above, below)
  return by === 0n ? [0n, 1n] : [above / by, below / by]
}
export const zero: Ratio = [0n, 1n]
export const plus = (a: Ratio, b: Ratio) => ratio(a[0] * b[1] + b[0] * a[1], a[1] * b[1])
export const minus = (a: Ratio, b: Ratio) => ratio(a[0] * b[1] - b[0] * a[1], a[1] * b[1])
export const over = (a: Ratio, b: Ratio) => ratio(a[0] * b[1], a[1] * b[0])
export const times = (a: Ratio, b: Ratio) => ratio(a[0] * b[0], a[1] * b[1])
export const isLess = (a: Ratio, b: Ratio) => a[0] * b[1] < b[0] * a[1]
export const isSame = (a: Ratio, b: Ratio) => a[0] === b[0] && a[1] === b[1]
export const sumOf = (all: readonly Ratio[]) => all.reduce(plus, zero)

/** `12.5` as 25/2. */
export function readRatio(text: string): Ratio {
  const [whole = '0', fraction = ''] = text.replace(',', '.').split('.')
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length))
}
