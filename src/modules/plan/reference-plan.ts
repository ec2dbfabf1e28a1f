import { z } from 'zod'
import { binding } from './duty.ts'
import { schedule } from './schedule.ts'

const inThreeLanguages = z.object({ et: z.string().min(1), en: z.string().min(1), ru: z.string().min(1) })
const shortName = z.string().min(1).max(60)

const commitment = z.object({
  number: z.string().regex(/^\d{1,2}\.\d{1,2}$/u),
  name: z.object({ et: shortName, en: shortName, ru: shortName }),
  text: inThreeLanguages,
  deadlineAsWritten: z.string().min(1),
  schedule: schedule.min(1),
  parties: z.array(z.string().min(1)).min(1),
  fulfilment: inThreeLanguages,
  bindings: z.array(binding).min(1),
})

/** The plan that a site ships as data, so that a first start needs no document. */
export const referencePlan = z.object({
  title: inThreeLanguages,
  adopted: z.object({
    body: z.enum(['government', 'council']),
    sessionNumber: z.int().min(1),
    agendaNumber: z.int().min(1),
    on: z.iso.date(),
  }),
  introduction: inThreeLanguages,
  chapters: z.array(
    z.object({ number: z.int().min(1), title: inThreeLanguages, commitments: z.array(commitment).min(1) }),
  ),
})
export type ReferencePlan = z.infer<typeof referencePlan>
export type ReferenceCommitment = z.infer<typeof commitment>
