import { createDiffieHellman } from 'node:crypto'
import { g, p, power, type Power } from './belenios/group.ts'

const bytesOf = (value: bigint): Buffer => {
  const digits = value.toString(16)
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
}

/** Powers by the machine's own arithmetic, four times as quick: a Diffie-Hellman secret is just such a power. */
export function makeNativePower(): Power {
  const exchange = createDiffieHellman(bytesOf(p), bytesOf(g))
  return (base, exponent) => {
    if (base <= 1n || base >= p - 1n || exponent === 0n) return power(base, exponent)
    exchange.setPrivateKey(bytesOf(exponent))
    try {
      return BigInt(`0x${exchange.computeSecret(bytesOf(base)).toString('hex')}`)
    } catch {
      // It gives no secret that would be 1.
      return power(base, exponent)
    }
  }
}
