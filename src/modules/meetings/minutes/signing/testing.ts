import { generateKeyPairSync, sign } from 'node:crypto'

/** Parts of DER (X.690). */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const inside = Buffer.concat(parts)
  const length =
    inside.length < 128
      ? Buffer.from([inside.length])
      : inside.length < 256
        ? Buffer.from([0x81, inside.length])
        : Buffer.from([0x82, inside.length >> 8, inside.length & 255])
  return Buffer.concat([Buffer.from([tag]), length, inside])
}
const name = (oid: readonly number[], value: string) =>
  der(0x31, der(0x30, der(0x06, Buffer.from(oid)), der(0x0c, Buffer.from(value))))

const commonName = [0x55, 4, 3]
const familyName = [0x55, 4, 4]
const serialNumber = [0x55, 4, 5]
const givenName = [0x55, 4, 42]

/** A certificate of nobody, as Estonian ones are: the personal code stands in two places. Signed by itself. */
export function makeTestCertificate({ given, family, code }: { given: string; family: string; code: string }): string {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const ed25519 = der(0x30, der(0x06, Buffer.from([0x2b, 0x65, 0x70])))
  const names = der(
    0x30,
    name(commonName, `${family.toUpperCase()},${given.toUpperCase()},${code}`),
    name(familyName, family),
    name(givenName, given),
    name(serialNumber, `PNOEE-${code}`),
  )
  const time = (text: string) => der(0x17, Buffer.from(text))
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ed25519,
    names,
    der(0x30, time('260101000000Z'), time('300101000000Z')),
    names,
    publicKey.export({ format: 'der', type: 'spki' }),
  )
  const signature = sign(null, body, privateKey)
  return der(0x30, body, ed25519, der(0x03, Buffer.from([0]), signature)).toString('base64')
}

/** The part of a XAdES file that says who signed and when. */
export const makeTestSignatures = (certificate: string, at: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">
<ds:Signature Id="S0"><ds:SignedInfo/><ds:SignatureValue Id="S0-V">AA==</ds:SignatureValue>
<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
<ds:Object><xades:QualifyingProperties><xades:SignedProperties><xades:SignedSignatureProperties>
<xades:SigningTime>${at}</xades:SigningTime>
</xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature>
</asic:XAdESSignatures>`
