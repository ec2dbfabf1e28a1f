import type { Context } from '#platform/context.ts'
import { recordStatusChanges } from '../record-status-changes.ts'

/** Whatever may have kept or missed a promise: the statuses are compared anew. */
export async function recordStatusChangesAfter(ctx: Context): Promise<void> {
  await recordStatusChanges(ctx)
}
