import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A site's own keys, all derived from the installation's secret: nothing of one site opens anything of another. */
export type SiteKeys = {
  /** Keyed hash: finds a person by personal code without keeping the code readable. */
  index(value: string): Buffer
  seal(text: string): Buffer
  /** Throws when the bytes were altered or sealed by another key. */
  unseal(sealed: Uint8Array): string
  /** Null when there is nothing, or another secret sealed it (restored without the old AVAVALD_SECRET). */
  reveal(sealed: Uint8Array | null): string | null
  /** Keyed hash for addresses that are hard to forge; each purpose has a key of its own. */
  sign(purpose: string, text: string): Buffer
}

const sealedFormat = 1

export function siteKeys(secret: string, siteName: string): SiteKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, siteName, `avavald ${purpose}`, 32))
  const indexKey = derive('person index')
  const sealKey = derive('seal')
  const signKeys = new Map<string, Buffer>()
  const unseal = (sealed: Uint8Array) => {
    const bytes = Buffer.from(sealed)
    if (bytes[0] !== sealedFormat || bytes.length < 29) throw new Error('unknown seal')
    const cipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(1, 13))
    cipher.setAuthTag(bytes.subarray(13, 29))
    return Buffer.concat([cipher.update(bytes.subarray(29)), cipher.final()]).toString('utf8')
  }
  return {
    index: (value) => createHmac('sha256', indexKey).update(value).digest(),
    sign: (purpose, text) => {
      const key = signKeys.get(purpose) ?? derive(`sign ${purpose}`)
      signKeys.set(purpose, key)
      return createHmac('sha256', key).update(text).digest()
    },
    seal: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([sealedFormat]), nonce, cipher.getAuthTag(), body])
    },
    unseal,
    reveal: (sealed) => {
      try {
        return sealed && unseal(sealed)
      } catch {
        return null
      }
    },
  }
}

/** For random tokens, which need no key: they cannot be guessed from their hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}
