import { z } from 'zod'
import type { LocalDate } from '#platform/format.ts'
import { periods } from './calendar.ts'

const day = z.iso.date()

/** What a commitment owes, in terms that records can prove. */
export const duty = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('per-period'), period: z.enum(periods), atLeast: z.int().min(1).max(1000) }),
  z.object({ kind: z.literal('each') }),
  z.object({ kind: z.literal('fresh'), days: z.int().min(1).max(3660) }),
  z.object({ kind: z.literal('standing'), atLeast: z.int().min(1).max(100_000) }),
  z.object({ kind: z.literal('once'), by: day }),
])
export type Duty = z.infer<typeof duty>

const evidenceKey = z.string().regex(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/u)

/** Ties a commitment to the kinds of evidence that count for it. Nothing before `measuredFrom` can be held against it. */
export const binding = z.object({
  keys: z.array(evidenceKey).max(20),
  duty,
  measuredFrom: day,
})
export type Binding = z.infer<typeof binding>

/**
 * Records of one kind in one month. `latest` is the day of the newest met record, or of the newest record when none
 * was met. For evidence of kind level (`standing`) a row holds the level of that month and the newest month counts.
 */
export type MonthlyCount = {
  key: string
  month: string
  records: number
  met: number
  latest: LocalDate
  /** Written down by hand and confirmed by a second person, not measured. */
  vouched: boolean
}
