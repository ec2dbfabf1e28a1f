import type { LocalDate } from '#platform/format.ts'
import type { Schedule } from '../schedule.ts'
import { readRefusals } from './block.ts'

export const uncertaintyCodes = [
  'approvalNotFound',
  'titleNotFound',
  'chapterNumberMissing',
  'chapterTitleMissing',
  'headingIgnored',
  'numberMissing',
  'numberOutOfOrder',
  'duplicateNumber',
  'subNumberNotSplit',
  'cellBoundaryGuessed',
  'textMissing',
  'deadlineMissing',
  'deadlineNotUnderstood',
  'deadlineHasTwoRhythms',
  'deadlineHasOtherWords',
  'noParty',
  'partySeparatorMissing',
  'partyNotSplit',
  'fulfilmentMissing',
] as const
export type UncertaintyCode = (typeof uncertaintyCodes)[number]

/** Something that the reader of the document was not sure of; a clerk looks at it before saving. */
export type Uncertainty = { code: UncertaintyCode; commitment?: string; excerpt: string }

export type ParsedCommitment = {
  number: string
  text: string
  deadlineAsWritten: string
  schedule: Schedule
  partiesAsWritten: string
  parties: string[]
  fulfilment: string
  uncertainties: Uncertainty[]
}

export type ParsedChapter = { number: number; title: string; commitments: ParsedCommitment[] }

export type ApprovingBody = 'government' | 'council'

export type ParsedApproval = {
  wording: string
  body?: ApprovingBody
  sessionNumber?: number
  agendaNumber?: number
  on?: LocalDate
}

export type ParsedPlan = {
  title: string
  approval?: ParsedApproval
  introduction: string
  chapters: ParsedChapter[]
  /** About the whole plan and its chapters; those of a commitment are with it. */
  uncertainties: Uncertainty[]
}

export const importRefusals = [...readRefusals, 'notAPlan', 'tooFewActivities'] as const
export type ImportRefusal = (typeof importRefusals)[number]

export type ParsedPlanOutcome = { ok: true; plan: ParsedPlan } | { ok: false; refusal: ImportRefusal }

export function commitmentsOf(plan: ParsedPlan): ParsedCommitment[] {
  return plan.chapters.flatMap((chapter) => chapter.commitments)
}

export function uncertaintiesOf(plan: ParsedPlan): Uncertainty[] {
  return [...plan.uncertainties, ...commitmentsOf(plan).flatMap((commitment) => commitment.uncertainties)]
}
