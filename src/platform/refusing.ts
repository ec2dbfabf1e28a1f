import { Refused } from './context.ts'

/** The name of the constraint that the database found broken. */
function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('constraint' in error)) return undefined
  return typeof error.constraint === 'string' ? error.constraint : undefined
}

/** Runs one change whose races the database decides: a broken constraint becomes the refusal that it means. */
export async function refusing<T, R extends string>(
  refusals: Readonly<Record<string, R>>,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change()
  } catch (error) {
    const refusal = refusals[violatedConstraint(error) ?? '']
    if (refusal === undefined) throw error
    throw new Refused({ ok: false, refusal })
  }
}
