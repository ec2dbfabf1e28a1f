import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import { localTimeOf } from '#platform/format.ts'
import { sayDerivation } from '../messages/derivation.ts'
import { sayElectionStep } from '../messages/election.ts'
import { liveVoteMessages } from '../messages/live-votes.ts'
import type { PublicVote, VoteResultFacts } from '../pages/live/public-meeting.ts'
import { blockMessages } from './block-messages.ts'
import { foreign, namer, quiet, sentence, type MinutesOf, type Reader } from './block-parts.ts'
import { minutesMessages } from './messages.ts'

/** The question, the word, the numbers, the reckoning and, where it was by name, who voted how. */
export function voteBlocks(vote: PublicVote, of: MinutesOf, reader: Reader): PdfBlock[] {
  const { language, timeZone } = reader
  const [t, words, more] = [minutesMessages[language], liveVoteMessages[language], blockMessages[language]]
  const said =
    vote.outcome === null ? words.undone[vote.state as keyof typeof words.undone] : words.outcomes[vote.outcome]
  const { inside } = vote
  const result = inside?.result ?? null
  const undone = vote.state === 'stated' || vote.outcome === null ? '' : ` (${words.undone[vote.state]})`
  const hasCounts = result !== null && result.election === null
  return [
    sentence([
      { text: `${t.vote} ${localTimeOf(vote.at, timeZone).slice(11)}` },
      ...(inside === null ? [] : [{ text: ': ' }, foreign(inside.question, language)]),
      // A question ends with a mark of its own.
      { text: /[?.!]$/u.test(inside?.question ?? '') ? ' ' : '. ' },
      { text: `${said}${undone}`, strong: true as const },
      { text: hasCounts ? `: ${words.counts(result.counts)}.` : '.' },
    ]),
    ...(inside === null ? [] : [quiet(`${words.methods[inside.method]}.`)]),
    ...(vote.state === 'cancelled' && inside !== null
      ? [sentence(words.cancelledBecause[inside.cancelledBecause ?? 'chair'])]
      : []),
    ...(typeof inside?.annulledBecause === 'string'
      ? [sentence([{ text: more.annulled('') }, foreign(inside.annulledBecause, language)])]
      : []),
    ...(result === null ? [] : resultBlocks(result, of, reader)),
    ...paperBlocks(vote, of, reader),
  ]
}

function resultBlocks(result: VoteResultFacts, of: MinutesOf, reader: Reader): PdfBlock[] {
  const { language } = reader
  const [words, nameOf] = [liveVoteMessages[language], namer(of, reader)]
  const { election, derivation, byName, counts, isAsJudged } = result
  return [
    ...(election === null
      ? []
      : [
          {
            kind: 'list',
            entries: [
              ...election.derivation.map((step) => sayElectionStep(step, language, nameOf)),
              ...election.elected.map(({ candidateId, office }) => `${nameOf(candidateId)}: ${words.offices[office]}.`),
            ],
          } as const,
          ...(counts.spoiled === 0 ? [] : [sentence(words.spoiled(counts.spoiled))]),
        ]),
    ...(derivation.length === 0 ? [] : [quiet(derivation.map((step) => sayDerivation(step, language)).join(' '))]),
    ...(isAsJudged ? [] : [sentence(words.notAsJudged)]),
    ...(byName === null
      ? []
      : [
          {
            kind: 'list',
            entries: (Object.keys(words.choices) as (keyof typeof words.choices)[])
              .filter((choice) => byName[choice].length > 0)
              .map((choice) => `${words.choices[choice]}: ${byName[choice].map(nameOf).join(', ')}`),
          } as const,
        ]),
  ]
}

function paperBlocks(vote: PublicVote, of: MinutesOf, reader: Reader): PdfBlock[] {
  const t = blockMessages[reader.language]
  const paper = of.seen.votes.get(vote.id)
  if (vote.inside?.method !== 'secret' || paper === undefined || paper.ballots === null) return []
  const counters = paper.counters.map(namer(of, reader)).join(', ')
  return [sentence(`${t.ballots(paper.ballots)} ${t.counters(counters)} ${t.secret}`)]
}
