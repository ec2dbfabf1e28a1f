import { attachFiles, changeReaders, listAttached, type reading } from '#modules/files/index.ts'
import type { Context } from '#platform/context.ts'

export type ProofFile = reading.AttachedFile

export const evidenceSubject = (id: string): string => `evidence:${id}`

/** Until a second official has confirmed it, a proof is for those who decide. */
export async function attachProof(ctx: Context, evidenceId: string, fileId: string): Promise<void> {
  const readers = { visibility: 'roles', roles: ['official', 'planCoordinator'] } as const
  await attachFiles(ctx, [fileId], { to: evidenceSubject(evidenceId), readers })
}

export async function publishProof(ctx: Context, evidenceId: string): Promise<void> {
  await changeReaders(ctx, evidenceSubject(evidenceId), { visibility: 'everyone' })
}

/** Pieces of evidence with those of their files that the acting person may know of. */
export async function withProof<T extends { id: string }>(
  ctx: Context,
  evidence: readonly T[],
): Promise<(T & { files: ProofFile[] })[]> {
  const files = await listAttached(
    ctx,
    evidence.map(({ id }) => evidenceSubject(id)),
  )
  return evidence.map((one) => ({ ...one, files: files.filter(({ subject }) => subject === evidenceSubject(one.id)) }))
}
