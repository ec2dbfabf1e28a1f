import { expect, it } from 'vitest'
import { siteKeys } from './keys.ts'

const secret = 'a secret of the installation, long enough'

it('opens what it sealed and nothing that was altered', () => {
  const keys = siteKeys(secret, 'joelahtme')
  const sealed = keys.seal('EE60001019906')
  expect(keys.unseal(sealed)).toBe('EE60001019906')
  expect(sealed.includes(Buffer.from('60001019906'))).toBe(false)
  sealed[sealed.length - 1]! ^= 1
  expect(() => keys.unseal(sealed)).toThrow()
})

it('gives another municipality of the same installation keys of its own', () => {
  const [one, other] = [siteKeys(secret, 'joelahtme'), siteKeys(secret, 'kuusalu')]
  expect(one.index('EE60001019906').equals(other.index('EE60001019906'))).toBe(false)
  const sealed = one.seal('EE60001019906')
  expect(() => other.unseal(sealed)).toThrow()
  expect([one.reveal(sealed), other.reveal(sealed), one.reveal(null)]).toEqual(['EE60001019906', null, null])
})
