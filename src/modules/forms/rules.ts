import type { Actor } from '#platform/context.ts'

/** What a module that has forms says of itself. */
export type OwnerRules = { prefix: string; mayEdit: (actor: Actor) => boolean }

/** `reports.category:streetlight` belongs to those who registered `reports.category`. */
export function prefixOf(owner: string): string {
  return owner.split(':')[0] ?? ''
}

/** A form whose owner is unknown to this installation is nobody's to edit. */
export function canEdit(actor: Actor, owners: readonly OwnerRules[], owner: string): boolean {
  return owners.some(({ prefix, mayEdit }) => prefix === prefixOf(owner) && mayEdit(actor))
}

export function editablePrefixes(actor: Actor, owners: readonly OwnerRules[]): string[] {
  return owners.filter(({ mayEdit }) => mayEdit(actor)).map(({ prefix }) => prefix)
}
