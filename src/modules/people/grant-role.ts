import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { isPersonalCode } from '#platform/identity/personal-code.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { listKnownRoles } from './known-roles.ts'
import { insertGrantedRole } from './queries/persons.ts'

/** `npm run user:grant`: the first administrator, who may not have signed in yet. Twice is as once. */
export async function grantRoleCommand(
  context: Context,
  keys: SiteKeys,
  code: string,
  role: string,
): Promise<{ lines: string[]; code: number }> {
  if (code === '' || role === '')
    return { lines: ['Usage: npm run user:grant -- --site S PERSONAL_CODE ROLE'], code: 2 }
  if (!isPersonalCode(code))
    return { lines: ['This is not a valid Estonian personal code. Check the digits.'], code: 1 }
  return inTransaction(context, async (ctx) => {
    const roles = await listKnownRoles(ctx.db)
    if (!roles.includes(role)) return { lines: [`There is no role ${role}. Roles: ${roles.join(', ')}`], code: 1 }
    const isNew = await insertGrantedRole(ctx.db, keys.index(`EE${code}`), role, ctx.now)
    if (!isNew) return { lines: [`The person has the role ${role} already.`], code: 0 }
    await record(ctx, 'people.role-granted', `role:${role}`, { role })
    return { lines: [`Granted: ${role}. It holds from the person's next page on.`], code: 0 }
  })
}
