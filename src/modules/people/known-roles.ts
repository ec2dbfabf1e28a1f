import type { Db } from '#platform/database.ts'
import { listRolesInUse } from './queries/persons.ts'
import { isKnownRole, listRoles } from './roles.ts'

/** Roles that mean something: told by a module, or carried by a post of the municipality already. */
export async function listKnownRoles(db: Db): Promise<string[]> {
  return [...new Set([...listRoles(), ...(await listRolesInUse(db))])]
}

export async function areKnownRoles(db: Db, roles: readonly string[]): Promise<boolean> {
  if (roles.every(isKnownRole)) return true
  const known = await listKnownRoles(db)
  return roles.every((role) => known.includes(role))
}
