import { hasRole, type Actor } from '#platform/context.ts'

export function canOperate(actor: Actor): boolean {
  return hasRole(actor, 'administrator')
}
