import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Log } from '#platform/log.ts'
import { askOutside, FetchRefused } from '#platform/safe-fetch.ts'

export type Verdict = { valid: number; all: number }

const answered = z.object({
  validationReport: z.object({
    validationConclusion: z.object({
      signaturesCount: z.number().int().min(0).max(1000),
      validSignaturesCount: z.number().int().min(0).max(1000),
    }),
  }),
})
const limits = { bytes: 5 * 1024 * 1024, seconds: 30 }

/**
 * What the operator's validation service says of a container (SiVa, `POST /validate`): how many signatures it found
 * and how many hold. Null where none is set or it gives no answer; names and codes in its answer are not kept.
 */
export async function validateContainer(
  service: string | null,
  path: string,
  log: Pick<Log, 'warn'>,
): Promise<Verdict | null> {
  if (service === null) return null
  const json = { filename: 'protokoll.asice', document: (await readFile(path)).toString('base64') }
  try {
    const known = [new URL(service).host]
    const { status, text } = await askOutside(
      service,
      { method: 'POST', json, accept: 'application/json' },
      limits,
      known,
    )
    if (status !== 200) throw new FetchRefused(`answered ${status}`)
    const { signaturesCount, validSignaturesCount } = answered.parse(JSON.parse(text)).validationReport
      .validationConclusion
    return { valid: validSignaturesCount, all: signaturesCount }
  } catch (error) {
    if (!(error instanceof FetchRefused || error instanceof z.ZodError || error instanceof SyntaxError)) throw error
    log.warn({ err: error }, 'the validation service gave no verdict')
    return null
  }
}
