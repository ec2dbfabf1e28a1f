import { hasRole, todayOf, type Context } from '#platform/context.ts'
import { commitmentSubject } from './events.ts'
import { listCommitmentsInCare } from './queries/in-care.ts'

/** Subjects of the commitments that the acting official answers for; the coordinator answers for all. */
export async function listInMyCare(ctx: Context): Promise<string[]> {
  const { postIds, bodyIds } = ctx.actor
  const all = hasRole(ctx.actor, 'planCoordinator')
  const ids = await listCommitmentsInCare(ctx.db, todayOf(ctx), all ? null : { postIds, bodyIds })
  return ids.map(commitmentSubject)
}
