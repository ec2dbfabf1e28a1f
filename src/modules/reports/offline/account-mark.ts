import type { Actor } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'

/**
 * Tells accounts apart for whoever filled in a form, and tells nobody which account it is; empty without one. A form
 * that was opened with one account is not sent with another.
 */
export function accountMark(keys: SiteKeys, { personId }: Pick<Actor, 'personId'>): string {
  return personId === null ? '' : keys.sign('account of a form', personId).subarray(0, 12).toString('base64url')
}
