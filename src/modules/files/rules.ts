import { hasRole, type Actor, type Role } from '#platform/context.ts'
import type { ByteRange } from '#platform/file-store/file-store.ts'
import type { LocalDate } from '#platform/format.ts'

/** Who may read a file; whoever sent it always may. */
export type Readers =
  | { visibility: 'everyone' }
  | { visibility: 'roles'; roles: readonly Role[] }
  | { visibility: 'persons'; persons: readonly string[] }

export type FileForReading = {
  visibility: 'everyone' | 'roles' | 'persons'
  roles: readonly string[]
  persons: readonly string[]
  uploadedBy: string | null
}

export function canRead(actor: Actor, file: FileForReading): boolean {
  if (file.visibility === 'everyone' || actor.kind === 'system') return true
  if (actor.personId === null) return false
  if (actor.personId === file.uploadedBy) return true
  if (file.visibility === 'persons') return file.persons.includes(actor.personId)
  return file.roles.some((role) => hasRole(actor, role as Role))
}

/** What was refused is the sender's business, the administrators', and theirs who were to work with it. */
export function canSeeRefusal(actor: Actor, file: FileForReading): boolean {
  if (hasRole(actor, 'administrator')) return true
  if (actor.personId !== null && actor.personId === file.uploadedBy) return true
  return file.visibility === 'roles' && canRead(actor, file)
}

export function canSeeAllFiles(actor: Actor): boolean {
  return hasRole(actor, 'administrator')
}

/** Files are attached by whoever sent them; the system attaches what came by other ways. */
export function canAttach(actor: Actor, file: { uploadedBy: string | null; attachedTo: string | null }): boolean {
  if (file.attachedTo !== null) return false
  return actor.kind === 'system' || (actor.personId !== null && actor.personId === file.uploadedBy)
}

export const hoursUnattached = 48
export const hoursUnnamed = 24
export const hoursTemporary = 24
export const hoursForgotten = 6

export function isPastRetention(keepUntil: LocalDate | null, today: LocalDate): boolean {
  return keepUntil !== null && keepUntil < today
}

export type AskedRange = ByteRange | 'whole' | 'unsatisfiable'

/** RFC 9110, 14.2: one range of bytes. Other units and several ranges are answered with the whole. */
export function readRange(header: string | undefined, size: number): AskedRange {
  if (header === undefined || !/^\s*bytes\s*=/i.test(header)) return 'whole'
  const [, asked = ''] = header.split('=', 2)
  if (asked.includes(',')) return 'whole'
  const match = /^\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/.exec(asked)
  if (match === null) return 'unsatisfiable'
  const [, from = '', until = ''] = match
  if (from === '' && until === '') return 'unsatisfiable'
  if (from === '') {
    const last = Number(until)
    return last === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(from)
  const end = until === '' ? size - 1 : Math.min(Number(until), size - 1)
  return start >= size || end < start ? 'unsatisfiable' : { start, end }
}

/** `"a", W/"b"` or `*`, compared weakly as RFC 9110, 13.1.2 asks. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/** RFC 6266: a name for every program, and the true one for those that read UTF-8. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7E]|["\\%;]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
