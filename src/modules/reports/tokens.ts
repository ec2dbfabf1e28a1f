import { timingSafeEqual } from 'node:crypto'
import type { SiteKeys } from '#platform/keys.ts'

type Purpose = 'report reader' | 'report confirmation' | 'report doubt'
const signatureLength = 16

/** Opens a report for who holds it; made from the id alone, so nothing needs to be kept. */
export function makeReportToken(keys: SiteKeys, purpose: Purpose, reportId: string): string {
  const id = Buffer.from(reportId.replaceAll('-', ''), 'hex').toString('base64url')
  return `${id}.${keys.sign(purpose, id).subarray(0, signatureLength).toString('base64url')}`
}

/** The report's id, or null for a token that was not given out for this purpose. */
export function readReportToken(keys: SiteKeys, purpose: Purpose, token: string): string | null {
  const [id = '', given = ''] = token.split('.')
  const expected = keys.sign(purpose, id).subarray(0, signatureLength).toString('base64url')
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return null
  const hex = Buffer.from(id, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
