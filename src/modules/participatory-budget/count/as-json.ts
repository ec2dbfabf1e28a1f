import { sayDecimal } from '../pb/election.ts'
import type { Outcome } from './count.ts'
import { reduce, type Fraction } from './steps.ts'

/** The outcome for programs: ids for projects, exact numbers, fractions as text. Winners stand by id. */
export function asJson({ election, support, winners, spent, steps }: Outcome) {
  const { projects, decimals, pointDecimals } = election
  const idOf = (at: number) => projects[at]!.id
  const money = (value: bigint) => Number(sayDecimal(value, decimals))
  const fraction = ({ over, under }: Fraction): string => {
    const exact = reduce({ over, under: under * 10n ** BigInt(decimals) })
    return exact.under === 1n ? String(exact.over) : `${exact.over}/${exact.under}`
  }
  const about = (at: number) => ({
    project: idOf(at),
    votes: Number(sayDecimal(support.score[at]!, pointDecimals)),
    cost: money(projects[at]!.cost),
  })
  const said = steps.map((step) => {
    switch (step.step) {
      case 'votesDiffer':
        return { ...step, project: idOf(step.project), stated: Number(step.stated), counted: Number(step.counted) }
      case 'tied':
        return { ...step, projects: step.projects.map(idOf) }
      case 'barred':
      case 'reserveNotNeeded':
        return { ...step, project: idOf(step.project) }
      case 'considered': {
        const because = 'because' in step && step.because !== undefined ? { because: idOf(step.because) } : {}
        return { step: step.step, ...about(step.project), left: money(step.left), outcome: step.outcome, ...because }
      }
      case 'stopped':
        return { ...step, ...about(step.project), left: money(step.left) }
      case 'shared':
        return { ...step, share: fraction(step.share) }
      case 'bought':
        return { ...step, ...about(step.project), price: fraction(step.price), left: money(step.left) }
      case 'notAffordable':
        return { ...step, ...about(step.project), has: fraction(step.has) }
      case 'raised':
        return { ...step, times: Number(step.times) }
      default:
        return step
    }
  })
  return { winners: winners.map(idOf).toSorted(), spent: money(spent), steps: said }
}
