import * as z from 'zod'

/** What the law and the municipality's own rules ask from a day on; data, never code. */
export const actRulesSchema = z.object({
  /** Each year or each term of the council begins at number one. */
  numberedBy: z.enum(['year', 'term']),
  /** First days of terms, the oldest first. */
  terms: z.array(z.iso.date()).default([]),
  /** On which day after its publication in the gazette a regulation enters into force, and where that stands. */
  regulationDays: z.number().int().min(0).max(60),
  regulationBasis: z.string().min(1),
  decisionBasis: z.string().min(1),
  /** Within so many seconds of the declaration a decision is to be public. */
  publishedWithinSeconds: z.number().int().min(1).max(86_400),
})
export type ActRules = z.output<typeof actRulesSchema>
