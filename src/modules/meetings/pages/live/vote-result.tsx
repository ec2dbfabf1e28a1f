import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { sayDerivation } from '../../messages/derivation.ts'
import { sayElectionStep } from '../../messages/election.ts'
import { liveVoteMessages } from '../../messages/live-votes.ts'
import { liveMessages } from '../../messages/live.ts'
import { meetingPaths } from '../../paths.ts'
import { proofMessages } from '../../proof/messages.ts'
import { VotesByFaction } from './faction-parts.tsx'
import { At, Name, type Known } from './live-parts.tsx'
import type { ElectionFacts, PublicItemHead, PublicVote, VoteInside, VoteResultFacts } from './public-meeting.ts'

type Vote = { vote: PublicVote; known: Known }

/** One result at full length: the word, the numbers, how it came about and, where it was by name, who voted how. */
export function VoteResult({ vote, known }: Vote) {
  const { language } = useReader()
  const t = liveVoteMessages[language]
  const result = vote.inside?.result ?? null
  return (
    <div class="stack-tight">
      <Question about={vote.about} question={vote.inside?.question ?? null} />
      {vote.outcome === null ? null : (
        <p class="stat">
          <span class="stat-number">{t.outcomes[vote.outcome]}</span>
          {result === null || result.election !== null ? null : (
            <span class="stat-label">{t.counts(result.counts)}</span>
          )}
          <span class="stat-when">
            {t.stated} <At at={vote.at} day={known.day} />
          </span>
        </p>
      )}
      <Undone vote={vote} />
      {result === null ? null : <Reckoning result={result} known={known} />}
      {result?.byName == null ? null : (
        <Disclosure label={t.whoVoted}>
          <WhoVoted byName={result.byName} known={known} />
          {result.byFaction === null ? null : <VotesByFaction byFaction={result.byFaction} />}
        </Disclosure>
      )}
      <CheckLink vote={vote} known={known} />
    </div>
  )
}

const tones: Record<NonNullable<PublicVote['outcome']>, Tone> = {
  adopted: 'success',
  elected: 'success',
  'not-adopted': 'warning',
  'not-elected': 'warning',
  'next-round': 'info',
}

/** A result among others: the word and the numbers; the rest unfolds. */
export function VoteLine({ vote, known }: Vote) {
  const { language } = useReader()
  const t = liveVoteMessages[language]
  const result = vote.inside?.result ?? null
  return (
    <li class="stack-tight" id={`h-${vote.id}`}>
      <p class="row">
        {vote.inside === null ? null : <span lang="et">{vote.inside.question}</span>}
        {vote.outcome === null ? null : <StatusTag tone={tones[vote.outcome]} label={t.outcomes[vote.outcome]} />}
        {vote.state === 'stated' ? null : <StatusTag tone="warning" label={t.undone[vote.state]} />}
      </p>
      {result === null || result.election !== null ? null : <p class="small">{t.counts(result.counts)}</p>}
      {vote.state === 'cancelled' ? <p class="small">{sayCancelled(vote.inside, language)}</p> : null}
      {result === null ? null : (
        <Disclosure label={t.details}>
          <div class="stack-tight">
            <Undone vote={vote} />
            <Reckoning result={result} known={known} />
            {result.byName === null ? null : <WhoVoted byName={result.byName} known={known} />}
            {result.byFaction === null ? null : <VotesByFaction byFaction={result.byFaction} />}
            <CheckLink vote={vote} known={known} />
          </div>
        </Disclosure>
      )}
    </li>
  )
}

/** To the page on which whoever wants works the result out again. */
function CheckLink({ vote, known: { number } }: Vote) {
  const { language } = useReader()
  if (number === null || vote.outcome === null || (vote.inside?.result ?? null) === null) return null
  return (
    <p class="small no-print">
      <Link href={meetingPaths.result(number, vote.id)}>{proofMessages[language].link}</Link>
    </p>
  )
}

/** What was voted on; of votes that the public could not follow, the items alone. */
export function Question({ about, question }: { about: readonly PublicItemHead[]; question: string | null }) {
  const { language } = useReader()
  const t = liveMessages[language]
  return (
    <>
      {about.map(({ id, number, title }) => (
        <p key={id} class="quiet small">
          {t.item(number)}. <span lang="et">{title}</span>
        </p>
      ))}
      {question === null ? null : <h3 lang="et">{question}</h3>}
    </>
  )
}

const sayCancelled = (inside: VoteInside | null, language: keyof typeof liveVoteMessages) =>
  liveVoteMessages[language].cancelledBecause[inside?.cancelledBecause ?? 'chair']

function Undone({ vote: { state, inside } }: { vote: PublicVote }) {
  const { language } = useReader()
  const [t, words] = [liveVoteMessages[language], liveMessages[language]]
  if (state === 'stated')
    return inside?.result?.isAsJudged === false ? (
      <Notice tone="warning">
        <p>{t.notAsJudged}</p>
      </Notice>
    ) : null
  const reason = inside?.annulledBecause ?? null
  return (
    <Notice tone="warning">
      <p>{state === 'cancelled' ? sayCancelled(inside, language) : t[state]}</p>
      {reason === null ? null : (
        <p>
          {words.reason}: <span lang="et">{reason}</span>
        </p>
      )}
    </Notice>
  )
}

function Reckoning({ result, known }: { result: VoteResultFacts; known: Known }) {
  const { language } = useReader()
  const [t, words] = [liveVoteMessages[language], liveMessages[language]]
  const { election, derivation, basis, counts } = result
  return (
    <>
      {election === null ? null : <Standings election={election} known={known} />}
      {election === null || election.derivation.length === 0 ? null : (
        <ul class="plain-list small">
          {election.derivation.map((step, at) => (
            <li key={`${at}-${step.step}`}>
              {sayElectionStep(step, language, (personId) => known.names.get(personId) ?? words.nameless)}
            </li>
          ))}
        </ul>
      )}
      {election === null || counts.spoiled === 0 ? null : <p class="small">{t.spoiled(counts.spoiled)}</p>}
      {derivation.length === 0 ? null : (
        <ul class="plain-list">
          {derivation.map((step) => (
            <li key={step.step}>{sayDerivation(step, language)}</li>
          ))}
        </ul>
      )}
      {basis === null ? null : (
        <p class="quiet small">
          {words.basis}: <span lang="et">{basis}</span>
        </p>
      )}
    </>
  )
}

function Standings({ election: { standings, elected }, known: { names } }: { election: ElectionFacts; known: Known }) {
  const { language } = useReader()
  const t = liveVoteMessages[language]
  return (
    <ul class="plain-list">
      {standings.map(({ candidateId, votes }) => {
        const office = elected.find((one) => one.candidateId === candidateId)?.office
        return (
          <li key={candidateId}>
            <Name personId={candidateId} names={names} />: {t.votesOf(votes)}
            {office === undefined ? null : (
              <>
                , <strong>{t.offices[office]}</strong>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const choices = ['for', 'against', 'abstained', 'didNotVote'] as const

function WhoVoted({ byName, known }: { byName: NonNullable<VoteResultFacts['byName']>; known: Known }) {
  const { language } = useReader()
  const [t, words] = [liveVoteMessages[language], liveMessages[language]]
  return (
    <DefinitionList
      definitions={choices.map((choice) => ({
        term: `${t.choices[choice]} (${byName[choice].length})`,
        definition:
          byName[choice].length === 0 ? (
            words.nobody
          ) : (
            <ul class="plain-list">
              {byName[choice].map((personId) => (
                <li key={personId}>
                  <Name personId={personId} names={known.names} />
                </li>
              ))}
            </ul>
          ),
      }))}
    />
  )
}
