import { describe, expect, it, vi } from 'vitest'
import { openTestApp } from '#test/app.ts'

vi.mock(import('#platform/typst/make-pdf.ts'), async (original) => {
  const { NoTypesetter } = await original()
  return { NoTypesetter, canMakePdf: () => false, makePdf: () => Promise.reject(new NoTypesetter('none here')) }
})

describe('on a machine without a typesetter', async () => {
  const app = await openTestApp()

  it('pages offer no file', async () => {
    for (const path of ['/tegevuskava', '/tegevuskava/aruanne/2026']) {
      const { status, page } = await app.visitor.get(path)
      expect([status, page.querySelectorAll('a[href$=".pdf"]').length], path).toEqual([200, 0])
    }
  })

  it.each([
    ['/tegevuskava.pdf', '/tegevuskava'],
    ['/en/tegevuskava/aruanne/2026.pdf', '/en/tegevuskava/aruanne/2026'],
  ])('%s says so and leads to the page', async (file, path) => {
    const { status, page, headers } = await app.visitor.get(file)
    expect([status, headers.get('content-type')]).toEqual([503, 'text/html; charset=UTF-8'])
    expect(page.querySelector(`main a[href="${path}"]`)).not.toBeNull()
  })
})
