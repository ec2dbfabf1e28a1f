import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import type { SiteKeys } from '#platform/keys.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import type { PublicKey, Result, SignedResult } from './check-result.ts'

/** PKCS #8 of an Ed25519 key before its 32 bytes (RFC 8410). */
const head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The site's own key, derived from the installation's secret like all its keys: nothing of it is stored. */
function privateKey(keys: SiteKeys): KeyObject {
  const seed = keys.sign('results', 'ed25519 1')
  return createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' })
}

/** As a JSON Web Key; its name is its thumbprint (RFC 7638, RFC 8037). */
export function publicKeyOf(keys: SiteKeys): PublicKey {
  const { x = '' } = createPublicKey(privateKey(keys)).export({ format: 'jwk' })
  const kid = createHash('sha256')
    .update(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')
  return { kid, kty: 'OKP', crv: 'Ed25519', x, use: 'sig' }
}

/** Ed25519 over the canonical JSON of a result. The same result always has the same signature. */
export function signResult(keys: SiteKeys, result: Result): SignedResult {
  const bytes = Buffer.from(canonicalJson(result as unknown as Json))
  const value = sign(null, bytes, privateKey(keys)).toString('base64url')
  return { result, signature: { algorithm: 'Ed25519', key: publicKeyOf(keys).kid, value } }
}
