/** The group `BELENIOS-2048`: a subgroup of 256-bit order modulo a 2048-bit prime, written multiplicatively. */
export const groupName = 'BELENIOS-2048'

export const p = BigInt(
  '2069478569142254640101364365750500806492298929575110409710088478705737421924271740192223725449768433' +
    '8129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049' +
    '0811670993105358677809800307904916540637771737641986785272734744763418356000356983051931442845617019' +
    '1100078673730733356412397173289791324047457883446826065232797464795113767265869358218004631792207366' +
    '8860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201' +
    '3204811188524087310770141516662001623131771693721892480785077118278423174980732765988288251691831031' +
    '25680162072880719',
)
export const g = BigInt(
  '2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678' +
    '7996946682987493890950838965734256019006010684771644917354741372831046104586813145117816467554005274' +
    '0288984613986453266121505579709716201616827031288643245666383486363578210615491841998253431518974065' +
    '8186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982' +
    '6651036068224066350766977640253462537730851331734951942489677540525736590494924776314759915751987751' +
    '7771148149092045660020547812705472823814097251863985833411570056835369555342378147558249189605029668' +
    '0037745308460627',
)
export const q = 78571733251071885079927659812671450121821421258408794611510081919805623223441n

/** base^exponent modulo p. */
export type Power = (base: bigint, exponent: bigint) => bigint

const windowBits = 4n
const windowMask = (1n << windowBits) - 1n

/** By a window of four bits; exponents of 256 bits take about two milliseconds. */
export const power: Power = (base, exponent) => {
  const powers = [1n]
  for (let at = 1; at <= Number(windowMask); at += 1) powers.push((powers[at - 1]! * base) % p)
  let result = 1n
  const windows = Math.ceil(exponent.toString(2).length / Number(windowBits))
  for (let at = windows - 1; at >= 0; at -= 1) {
    for (let bit = 0n; bit < windowBits; bit += 1n) result = (result * result) % p
    result = (result * powers[Number((exponent >> (BigInt(at) * windowBits)) & windowMask)]!) % p
  }
  return result
}

export const modulo = (value: bigint, by: bigint): bigint => {
  const rest = value % by
  return rest < 0n ? rest + by : rest
}

export const multiply = (...factors: readonly bigint[]): bigint => factors.reduce((all, one) => (all * one) % p, 1n)

/** 1/x modulo a prime, by the extended algorithm of Euclid. */
export function inverse(x: bigint, of: bigint): bigint {
  let [low, high, before, now] = [modulo(x, of), of, 1n, 0n]
  while (low > 1n) {
    const ratio = high / low
    ;[low, high, before, now] = [high - ratio * low, low, now - ratio * before, before]
  }
  return modulo(before, of)
}

const tableBits = 6n
const tableMask = (1n << tableBits) - 1n
const tableRows = 43

/** Powers of one base from a table: ten times as quick, worth it from a dozen powers on. */
export function powersOf(base: bigint): (exponent: bigint) => bigint {
  const rows: bigint[][] = []
  let start = base
  for (let row = 0; row < tableRows; row += 1) {
    const powers = [1n]
    for (let at = 1; at <= Number(tableMask); at += 1) powers.push((powers[at - 1]! * start) % p)
    rows.push(powers)
    start = (powers[Number(tableMask)]! * start) % p
  }
  return (exponent) => {
    let [result, left, row] = [1n, modulo(exponent, q), 0]
    for (; left > 0n; left >>= tableBits, row += 1) result = (result * rows[row]![Number(left & tableMask)]!) % p
    return result
  }
}

/**
 * In the subgroup; being in range is not enough, for the cofactor is huge and even. Raised to one less than the order,
 * since a native power may not give 1.
 */
export const isElement = (x: bigint, raise: Power): boolean => x > 0n && x < p && multiply(raise(x, q - 1n), x) === 1n
