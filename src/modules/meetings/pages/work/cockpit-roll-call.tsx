import { useReader } from '#ui/reader.ts'
import { nextInRollCall, rollCallOrder } from '../../log/roll-call.ts'
import type { VoteState } from '../../log/state.ts'
import { choices } from '../../log/vote-facts.ts'
import { leadMessages } from '../../messages/lead.ts'
import { waysOfVoting } from '../../messages/ways-of-voting.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { nameIn, type CockpitParts } from './cockpit-parts.ts'

/** Names are read one by one, beginning with the one that was drawn; who is skipped is called once more at the end. */
export function RollCall({ vote, ...parts }: CockpitParts & { vote: VoteState }) {
  const { state } = parts
  const { language } = useReader()
  const [t, ways] = [leadMessages[language], waysOfVoting[language]]
  const next = nextInRollCall(state, vote)
  const name = next === null ? '' : nameIn(parts, next)
  const isSecondTime = next !== null && vote.skipped.includes(next)
  return (
    <>
      <p>{ways.calledBefore(vote.ballots.size, vote.entitled.size)}</p>
      {next === null ? (
        <p>{ways.allCalled}</p>
      ) : (
        <section class="band stack-tight" aria-live="polite">
          <p class="quiet">{ways.callsNow}</p>
          <p class="stat">
            <span class="stat-number">{name}</span>
          </p>
          <div class="row">
            {choices.map((choice) => (
              <CockpitForm
                key={choice}
                parts={parts}
                step="cast"
                about={{ person: next, choice }}
                label={t.choices[choice]}
                whose={name}
                variant="primary"
              />
            ))}
          </div>
          {isSecondTime ? null : (
            <CockpitForm parts={parts} step="skip-name" about={{ person: next }} label={ways.skip} whose={name}>
              <p class="small quiet">{ways.skippedOnce}</p>
            </CockpitForm>
          )}
        </section>
      )}
      <ol class="plain-list small">
        {rollCallOrder(state, vote).map((personId) => (
          <li key={personId} aria-current={personId === next ? 'step' : undefined}>
            {nameIn(parts, personId)}{' '}
            <span class="quiet">{vote.ballots.has(personId) ? t.hasVoted : personId === next ? '' : t.notVoted}</span>
          </li>
        ))}
      </ol>
      <CockpitForm
        parts={parts}
        step="close-vote"
        label={t.closeVote}
        variant={next === null || isSecondTime ? 'primary' : 'secondary'}
      />
    </>
  )
}
