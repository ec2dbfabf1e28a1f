import { NotFound, Unavailable } from '../context.ts'

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** Runs one step against a store; a fault of disk, network or the far side becomes `Unavailable`, with its cause. */
export async function asStoreStep<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof NotFound || error instanceof Unavailable || error instanceof TypeError) throw error
    if (isMissing(error)) throw new NotFound()
    const { code, name } = error as NodeJS.ErrnoException
    throw new Unavailable(`the file store does not answer: ${code ?? name}`, { cause: error })
  }
}

function isMissing(error: unknown): boolean {
  const { code, name } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || name === 'NoSuchKey'
}
