import { describe, expect, it } from 'vitest'
import { readText, reviseText } from './language.ts'

describe('officials’ texts in three languages', () => {
  it('shows the Estonian text where there is no translation', () => {
    expect(readText({ et: 'Tere' }, 'ru')).toEqual({ text: 'Tere', language: 'et', behind: false })
  })

  it('says that a translation is behind when only the Estonian text was changed', () => {
    const before = { et: 'Vana', en: 'Old', ru: 'Старый' }
    const after = reviseText(before, { et: 'Uus', en: 'Old', ru: 'Новый' })
    expect(after).toEqual({ et: 'Uus', en: 'Old', ru: 'Новый', behind: ['en'] })
    expect(readText(after, 'en').behind).toBe(true)
    expect(readText(after, 'ru').behind).toBe(false)
  })

  it('keeps a translation behind until somebody touches it', () => {
    const behind = { et: 'Uus', en: 'Old', behind: ['en' as const] }
    expect(reviseText(behind, { et: 'Uus', en: 'Old' }).behind).toEqual(['en'])
    expect(reviseText(behind, { et: 'Uus', en: 'New' }).behind).toBeUndefined()
  })

  it('forgets a translation that was emptied', () => {
    expect(reviseText({ et: 'A', en: 'B' }, { et: 'A', en: '' })).toEqual({ et: 'A' })
  })
})
