import type { Language } from '#platform/language.ts'
import type { ElectionStep } from '../rules/election.ts'

type NameOf = (personId: string) => string
type Sayings = {
  [Name in ElectionStep['step']]: (facts: Extract<ElectionStep, { step: Name }>, nameOf: NameOf) => string
}
type Words = { how: string; sayings: Sayings }

const list = (ids: readonly string[], nameOf: NameOf) => ids.map(nameOf).join(', ')

const etVotes = (count: number) => (count === 1 ? '1 hääl' : `${count} häält`)
const et: Words = {
  how: 'Kuidas valimine on läinud',
  sayings: {
    withdrawn: ({ candidateId }, nameOf) => `${nameOf(candidateId)} loobus kandideerimast.`,
    seats: ({ seats, needed }) =>
      `Koosseisus on ${seats} kohta: valituks osutumiseks on vaja vähemalt ${etVotes(needed)}.`,
    round: ({ round, standings }, nameOf) =>
      `${round}. voor: ${standings.map(({ candidateId, votes }) => `${nameOf(candidateId)} ${votes}`).join(', ')}.`,
    reached: ({ candidateId, votes, needed, holds }, nameOf) =>
      `${nameOf(candidateId)} sai ${etVotes(votes)}, vaja oli ${needed}: ${holds ? 'valitud' : 'ei piisa'}.`,
    'most-votes': ({ candidateId, votes }, nameOf) => `Koha saab ${nameOf(candidateId)} (${etVotes(votes)}).`,
    equal: ({ candidateIds, votes }, nameOf) => `Võrdselt hääli (${votes}) said ${list(candidateIds, nameOf)}.`,
    lot: ({ order }, nameOf) => `Liisk tõmmati, järjekord: ${list(order, nameOf)}.`,
    'second-round': ({ candidateIds }, nameOf) => `Teise vooru lähevad ${list(candidateIds, nameOf)}.`,
    'nobody-voted-for': () => 'Ükski kandidaat ei saanud hääli.',
  },
}
const enVotes = (count: number) => (count === 1 ? '1 vote' : `${count} votes`)
const en: Words = {
  how: 'How the election has gone',
  sayings: {
    withdrawn: ({ candidateId }, nameOf) => `${nameOf(candidateId)} withdrew.`,
    seats: ({ seats, needed }) => `The body has ${seats} seats: at least ${enVotes(needed)} are needed to be elected.`,
    round: ({ round, standings }, nameOf) =>
      `Round ${round}: ${standings.map(({ candidateId, votes }) => `${nameOf(candidateId)} ${votes}`).join(', ')}.`,
    reached: ({ candidateId, votes, needed, holds }, nameOf) =>
      `${nameOf(candidateId)} had ${enVotes(votes)}, ${needed} were needed: ${holds ? 'elected' : 'not enough'}.`,
    'most-votes': ({ candidateId, votes }, nameOf) => `A place goes to ${nameOf(candidateId)} (${enVotes(votes)}).`,
    equal: ({ candidateIds, votes }, nameOf) => `Equal with ${enVotes(votes)}: ${list(candidateIds, nameOf)}.`,
    lot: ({ order }, nameOf) => `The lot was drawn, in this order: ${list(order, nameOf)}.`,
    'second-round': ({ candidateIds }, nameOf) => `Into the second round go ${list(candidateIds, nameOf)}.`,
    'nobody-voted-for': () => 'No candidate had any vote.',
  },
}
const ru: Words = {
  how: 'Как идут выборы',
  sayings: {
    withdrawn: ({ candidateId }, nameOf) => `${nameOf(candidateId)}: кандидатура снята.`,
    seats: ({ seats, needed }) => `Мест в составе: ${seats}. Для избрания нужно голосов не менее ${needed}.`,
    round: ({ round, standings }, nameOf) =>
      `Тур ${round}: ${standings.map(({ candidateId, votes }) => `${nameOf(candidateId)} ${votes}`).join(', ')}.`,
    reached: ({ candidateId, votes, needed, holds }, nameOf) =>
      `${nameOf(candidateId)}: голосов ${votes}, нужно ${needed}, ${holds ? 'достаточно для избрания' : 'недостаточно'}.`,
    'most-votes': ({ candidateId, votes }, nameOf) => `Место получает ${nameOf(candidateId)} (голосов: ${votes}).`,
    equal: ({ candidateIds, votes }, nameOf) => `Поровну голосов (${votes}): ${list(candidateIds, nameOf)}.`,
    lot: ({ order }, nameOf) => `Брошен жребий, порядок: ${list(order, nameOf)}.`,
    'second-round': ({ candidateIds }, nameOf) => `Во второй тур выходят ${list(candidateIds, nameOf)}.`,
    'nobody-voted-for': () => 'Ни один кандидат не получил голосов.',
  },
}

export const electionMessages: Record<Language, Words> = { et, en, ru }

/** One step of how an election was judged, as a sentence. */
export function sayElectionStep(step: ElectionStep, language: Language, nameOf: NameOf): string {
  // The table gives each step its own saying; TypeScript cannot see that the two go together.
  const saying = electionMessages[language].sayings[step.step] as (facts: ElectionStep, nameOf: NameOf) => string
  return saying(step, nameOf)
}
