import type { LocalDate } from '#platform/format.ts'
import { addDays } from '../calendar.ts'
import { statuses, type Status } from '../fulfilment.ts'
import { planPaths } from '../paths.ts'
import type { PartyRow } from '../queries/commitments.ts'
import type { JudgedCommitment } from '../read-plan.ts'

export const deadlineFilters = ['30', 'aasta', 'puudub'] as const
type DeadlineFilter = (typeof deadlineFilters)[number]

export const planOrders = ['number', 'seis', 'tahtaeg'] as const
export type PlanOrder = (typeof planOrders)[number]

export const planViews = ['loend', 'ajatelg'] as const
type PlanView = (typeof planViews)[number]

/** What the address of the plan page says. Unknown values are as if they were not there. */
export type PlanChoice = {
  owner: string | null
  status: Status | null
  chapter: number | null
  deadline: DeadlineFilter | null
  order: PlanOrder
  view: PlanView
}

export type ChoiceField = 'owner' | 'status' | 'chapter' | 'deadline'

/** The words of the address are Estonian and readable, so that a link to a choice can be read aloud. */
const statusWords: Record<Status, string> = {
  kept: 'taidetud',
  'due-soon': 'peagi',
  late: 'hilinenud',
  'not-measured': 'mootmata',
}

export const choiceNames: Record<ChoiceField, string> = {
  owner: 'kelle',
  status: 'seis',
  chapter: 'peatukk',
  deadline: 'tahtaeg',
}

export function statusInAddress(status: Status): string {
  return statusWords[status]
}

export function readChoice(query: (name: string) => string | undefined): PlanChoice {
  const chapter = query(choiceNames.chapter) ?? ''
  const owner = query(choiceNames.owner) ?? ''
  return {
    owner: owner === '' ? null : owner.slice(0, 200),
    status: statuses.find((status) => statusWords[status] === query(choiceNames.status)) ?? null,
    chapter: /^[0-9]{1,2}$/u.test(chapter) ? Number(chapter) : null,
    deadline: deadlineFilters.find((one) => one === query(choiceNames.deadline)) ?? null,
    order: planOrders.find((one) => one === query('jarjestus')) ?? 'number',
    view: planViews.find((one) => one === query('vaade')) ?? 'loend',
  }
}

export function choicePath(choice: PlanChoice): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(choiceValues(choice))) query.set(name, value)
  if (choice.order !== 'number') query.set('jarjestus', choice.order)
  if (choice.view !== 'loend') query.set('vaade', choice.view)
  return query.size === 0 ? planPaths.plan : `${planPaths.plan}?${query}`
}

/** The choices as values of form fields. */
export function choiceValues({ owner, status, chapter, deadline }: PlanChoice): Record<string, string> {
  return {
    ...(owner === null ? {} : { [choiceNames.owner]: owner }),
    ...(status === null ? {} : { [choiceNames.status]: statusWords[status] }),
    ...(chapter === null ? {} : { [choiceNames.chapter]: String(chapter) }),
    ...(deadline === null ? {} : { [choiceNames.deadline]: deadline }),
  }
}

export function without(choice: PlanChoice, field: ChoiceField): PlanChoice {
  return { ...choice, [field]: null }
}

/** A party in addresses and lists: its Estonian title, or what the document says. */
export function ownerName({ title, asWritten }: Pick<PartyRow, 'title' | 'asWritten'>): string {
  return title?.et ?? asWritten
}

function isDue(nextDue: LocalDate | undefined, deadline: DeadlineFilter, today: LocalDate): boolean {
  if (deadline === 'puudub') return nextDue === undefined
  if (nextDue === undefined) return false
  return nextDue <= (deadline === '30' ? addDays(today, 30) : `${today.slice(0, 4)}-12-31`)
}

/** Does a commitment fit everything that was chosen? */
export function fits(one: JudgedCommitment, choice: PlanChoice, today: LocalDate): boolean {
  const { owner, status, chapter, deadline } = choice
  return (
    (owner === null || one.parties.some((party) => ownerName(party) === owner)) &&
    (status === null || one.judged.status === status) &&
    (chapter === null || one.chapter === chapter) &&
    (deadline === null || isDue(one.judged.nextDue, deadline, today))
  )
}

const urgency: readonly Status[] = ['late', 'due-soon', 'kept', 'not-measured']
const never = '9999-12-31'

/** Commitments come in the order of their numbers; sorting is stable and keeps that among equals. */
export function inOrder(commitments: readonly JudgedCommitment[], order: PlanOrder): readonly JudgedCommitment[] {
  if (order === 'number') return commitments
  if (order === 'seis') {
    return commitments.toSorted((a, b) => urgency.indexOf(a.judged.status) - urgency.indexOf(b.judged.status))
  }
  return commitments.toSorted((a, b) => (a.judged.nextDue ?? never).localeCompare(b.judged.nextDue ?? never))
}
