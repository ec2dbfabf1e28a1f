import { readText, type Language } from '#platform/language.ts'
import type { Outcome } from '../count/count.ts'
import type { Step } from '../count/steps.ts'
import { pageMessages } from '../messages/page.ts'
import { stepMessages } from '../messages/steps.ts'
import { sayingFor } from './say-money.ts'

/** The account of a count, a sentence for each step. */
export function saySteps(outcome: Outcome, language: Language): string[] {
  const { election, rulebook, support, steps } = outcome
  const t = stepMessages[language]
  const say = sayingFor(election, language)
  const nameOf = (at: number) => nameOfProject(outcome, at)
  const groupOf = (group: string) => readText(rulebook.groups[group]!.name, language).text
  const facts = (at: number, left: bigint) => ({
    project: nameOf(at),
    votes: say.votes(support.score[at]!),
    cost: say.money(election.projects[at]!.cost),
    left: say.money(left),
  })
  const sentence = (step: Step): string => {
    switch (step.step) {
      case 'votesDiffer':
        return t.votesDiffer(nameOf(step.project), String(step.stated), String(step.counted))
      case 'tied': {
        const by = step.by.map((one) => t.tieReasons[one]).join('; ')
        return t.tied(step.projects.map(nameOf).join(', '), by)
      }
      case 'barred':
        return t.barred(nameOf(step.project), say.number(step.votes), say.number(step.least))
      case 'considered': {
        const why = sayWhyNot(outcome, step, language)
        return `${t.considered(facts(step.project, step.left))} → ${why === null ? t.taken : t.notTaken(why)}`
      }
      case 'seatsTaken':
        return t.seatsTaken(say.number(step.seats))
      case 'stopped':
        return t.stopped(nameOf(step.project))
      case 'distinctSettlements': {
        const { met, unmet } = t.distinctSettlements
        return (step.found >= step.least ? met : unmet)(say.number(step.found), say.number(step.least))
      }
      case 'reserveOpened':
        return t.reserveOpened(groupOf(step.group), say.number(step.seats))
      case 'reserveNotNeeded':
        return t.reserveNotNeeded(groupOf(step.group), nameOf(step.project))
      case 'reserveLeftEmpty':
        return t.reserveLeftEmpty(groupOf(step.group), say.number(step.seats))
      case 'shared':
        return t.shared(say.number(step.voters), say.part(step.share))
      case 'bought': {
        const { payers, price } = step
        return t.bought({ ...facts(step.project, step.left), payers: say.number(payers), price: say.part(price) })
      }
      case 'notAffordable':
        return t.notAffordable(
          nameOf(step.project),
          say.money(election.projects[step.project]!.cost),
          say.part(step.has),
        )
      case 'raised':
        return t.raised[step.because](say.number(Number(step.times)))
    }
  }
  return steps.map(sentence)
}

/** Its name, and its number in the file; a file may leave names out. */
export function nameOfProject({ election }: Outcome, at: number): string {
  const { id, name } = election.projects[at]!
  return name === '' ? id : `${name} (${id})`
}

/** In words why a project was passed over; null where it was taken. */
function sayWhyNot(outcome: Outcome, step: Extract<Step, { step: 'considered' }>, language: Language): string | null {
  const t = stepMessages[language]
  if (step.outcome === 'taken') return null
  if (step.outcome !== 'incompatible') return t.passedOver[step.outcome]
  return t.incompatible(step.because === undefined ? '' : nameOfProject(outcome, step.because))
}

/** By project: whether it won, and if not, why. */
export function sayFates(outcome: Outcome, language: Language): { won: boolean; why: string }[] {
  const t = pageMessages[language]
  const won = new Set(outcome.winners)
  const why = new Map<number, string>()
  for (const step of outcome.steps) {
    if (step.step === 'considered') why.set(step.project, sayWhyNot(outcome, step, language) ?? '')
    if (step.step === 'barred') why.set(step.project, stepMessages[language].passedOver.tooFewVotes)
    if (step.step === 'notAffordable') why.set(step.project, t.notPaid)
  }
  return outcome.election.projects.map((_, at) => ({ won: won.has(at), why: why.get(at) ?? t.notReached }))
}
