import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, birthDateOf, isPersonalCode, makePersonalCode } from './personal-code.ts'

describe('the Estonian personal code', () => {
  it.each([
    '60001019906',
    '60001017869',
    '60001018800',
    '30303039914',
    '38412319871',
    '70101010113',
    '70101010230',
    '70101010600',
    '70101011260',
  ])('accepts the published test code %s', (code) => expect(isPersonalCode(code)).toBe(true))

  it.each([
    '60001019907',
    '38412319870',
    '',
    '6000101990',
    '600010199066',
    '90001019906',
    '36002309900',
    'EE60001019906',
  ])('refuses %s', (code) => expect(isPersonalCode(code)).toBe(false))

  it('tells the day of birth', () => {
    expect(birthDateOf('60001019906')).toBe('2000-01-01')
    expect(birthDateOf('38412319871')).toBe('1984-12-31')
  })

  it('makes codes that it accepts itself', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('female' as const, 'male' as const),
        fc.integer({ min: 0, max: 999 }),
        (birth, sex, serial) => {
          expect(birthDateOf(makePersonalCode(birth, sex, serial))).toBe(birth)
        },
      ),
    )
  })

  it('counts whole years on a calendar day', () => {
    expect(ageOn('2010-11-24', '2026-11-23')).toBe(15)
    expect(ageOn('2010-11-23', '2026-11-23')).toBe(16)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
  })
})
