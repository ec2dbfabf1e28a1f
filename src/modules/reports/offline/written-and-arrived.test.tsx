import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { WrittenAndArrived } from './written-and-arrived.tsx'

it('the two times of a report are told apart where they differ, and a wrong clock is called so', () => {
  const createdAt = new Date('2026-11-23T08:00:00Z')
  const said = (sentAt: string | null) => {
    const report = { sentAt: sentAt === null ? null : new Date(sentAt), createdAt }
    return renderToString(<WrittenAndArrived report={report} />).replaceAll(/<[^>]*>/g, '')
  }
  const arrived = said(null)
  expect(arrived).toContain('10:00')
  expect(said('2026-11-23T07:59:40Z')).toBe(arrived)
  expect(said('2026-11-22T16:30:00Z')).toMatch(
    /^Kirjutatud 22\. november.*18:30, jõudis kohale 23\. november.*10:00\.$/,
  )
  expect(said('2027-01-01T00:00:00Z')).toMatch(
    /^Jõudis kohale 23\. .*10:00\. Saatja seadme kell näitas siis 1\. jaanuar/,
  )
})
