import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { objectKinds } from '../../lead/input.ts'
import { newestVote, voteToCome, voteToUndo } from '../../lead/votes.ts'
import { judgedOutcome } from '../../log/counting.ts'
import type { VoteState } from '../../log/state.ts'
import { voteMethods } from '../../log/vote-facts.ts'
import { leadMessages } from '../../messages/lead.ts'
import { liveVoteMessages } from '../../messages/live-votes.ts'
import { waysOfVoting } from '../../messages/ways-of-voting.ts'
import { BallotBox, PaperCounts } from './cockpit-paper.tsx'
import { CockpitForm } from './cockpit-form.tsx'
import { Legality } from './cockpit-legality.tsx'
import { MergedText } from './cockpit-merged.tsx'
import { MethodField, RuleField } from './cockpit-vote-fields.tsx'
import { cameBack, typed, type CockpitParts } from './cockpit-parts.ts'
import { RollCall } from './cockpit-roll-call.tsx'

/** What is checked before a vote stands above its button; the log refuses what may not be. */
export function PutToVote({ isNext, ...parts }: CockpitParts & { isNext: boolean }) {
  const { state, form } = parts
  const { language } = useReader()
  const [t, ways] = [leadMessages[language], waysOfVoting[language]]
  const key = 'vote-on-item'
  const item = state.items.get(state.currentItemId ?? '')
  // KOKS § 45(5): a motion of no confidence passes by the majority of the membership.
  const usualRule = item?.kind === 'no-confidence' ? 'membership' : 'simple'
  const usualObject = item?.kind === 'election' ? 'procedure' : 'draft'
  const rule = form.values[`rule:${key}`] ?? usualRule
  const objects = objectKinds.filter((object) => item?.kind !== 'election' || object === 'procedure')
  return (
    <Disclosure label={t.vote} open={isNext || cameBack(form, key)}>
      <Legality {...parts} vote={voteToCome(state, { object: usualObject, rule })} />
      {item === undefined ? null : <MergedText {...parts} itemId={item.id} />}
      <CockpitForm parts={parts} step="vote-on-item" label={t.vote} variant={isNext ? 'primary' : 'secondary'}>
        <TextField {...typed(form, key, 'words', item?.title ?? '')} label={t.question} maxlength={2000} />
        <SelectField
          {...typed(form, key, 'object', usualObject)}
          label={ways.about}
          options={objects.map((object) => ({ value: object, label: ways.objects[object] }))}
        />
        <RuleField parts={parts} formKey={key} usual={usualRule} />
        <MethodField parts={parts} formKey={key} methods={voteMethods} />
      </CockpitForm>
    </Disclosure>
  )
}

/** A vote that is open, or closed and not yet stated. */
export function OpenVote(parts: CockpitParts) {
  const { state } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const vote = newestVote(state)
  if (vote === undefined) return null
  const question = (
    <p>
      <strong lang="et">{vote.question}</strong>
    </p>
  )
  if (vote.state === 'closed')
    return (
      <>
        {question}
        {vote.method === 'secret' ? <PaperCounts {...parts} vote={vote} /> : null}
        {vote.counts === null ? null : <Closed {...parts} vote={vote} />}
        <Undo {...parts} />
      </>
    )
  return (
    <>
      {question}
      <Ballots {...parts} vote={vote} />
      <Disclosure label={t.cancelVote}>
        <CockpitForm parts={parts} step="cancel-vote" label={t.cancelVote} variant="danger" />
      </Disclosure>
    </>
  )
}

function Ballots({ vote, ...parts }: CockpitParts & { vote: VoteState }) {
  const { language } = useReader()
  const t = leadMessages[language]
  if (vote.method === 'secret') return <BallotBox {...parts} vote={vote} />
  if (vote.method === 'roll-call') return <RollCall {...parts} vote={vote} />
  if (vote.method === 'hands') return <Hands {...parts} vote={vote} />
  return (
    <CockpitForm parts={parts} step="close-vote" label={t.closeVote} variant="primary">
      <p>{t.ballots(vote.ballots.size, vote.entitled.size)}</p>
    </CockpitForm>
  )
}

function Hands({ vote, ...parts }: CockpitParts & { vote: VoteState }) {
  const { form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const { hands } = vote
  const field = (name: 'for' | 'against' | 'abstained', label: string) => (
    <TextField
      {...typed(form, 'count-hands', name, hands === null ? '' : String(hands[name]))}
      label={label}
      inputmode="numeric"
      short
    />
  )
  return (
    <>
      <CockpitForm
        parts={parts}
        step="count-hands"
        label={t.countHands}
        variant={hands === null ? 'primary' : 'secondary'}
      >
        {field('for', t.handsFor)}
        {field('against', t.handsAgainst)}
        {field('abstained', t.handsAbstained)}
      </CockpitForm>
      {hands === null ? null : <CockpitForm parts={parts} step="close-vote" label={t.closeVote} variant="primary" />}
    </>
  )
}

/** What came out, for the chair to state. An election that a lot must decide waits for the lot. */
function Closed({ vote, ...parts }: CockpitParts & { vote: VoteState }) {
  const { state } = parts
  const { language } = useReader()
  const [t, words] = [leadMessages[language], liveVoteMessages[language]]
  const outcome = judgedOutcome(state, vote)
  if (vote.counts === null || outcome === undefined || outcome === 'lot-needed') return null
  return (
    <CockpitForm parts={parts} step="state-result" label={t.stateResult} variant="primary">
      {vote.object.kind === 'election' ? null : <p>{words.counts(vote.counts)}</p>}
      <p>{t.resultIs(words.outcomes[outcome as keyof typeof words.outcomes].toLowerCase())}</p>
    </CockpitForm>
  )
}

/** A vote with a mistake in it is annulled, or held again, with a reason; nothing is deleted. */
export function Undo(parts: CockpitParts) {
  const { form, state } = parts
  const { language } = useReader()
  const [t, ways] = [leadMessages[language], waysOfVoting[language]]
  const vote = voteToUndo(state)
  if (vote === undefined || (vote.state !== 'stated' && vote.state !== 'closed')) return null
  const about = { vote: vote.id }
  return (
    <>
      <Disclosure label={t.annul} open={cameBack(form, 'annul-vote')}>
        <CockpitForm parts={parts} step="annul-vote" about={about} label={t.annul} variant="danger">
          <p lang="et">{vote.question}</p>
          <TextField {...typed(form, 'annul-vote', 'reason')} label={t.reason} maxlength={2000} />
        </CockpitForm>
      </Disclosure>
      {vote.object.kind === 'election' ? null : (
        <Disclosure label={ways.repeat} open={cameBack(form, 'repeat-vote')}>
          <p>{ways.repeatHint}</p>
          <CockpitForm parts={parts} step="repeat-vote" about={about} label={ways.repeat} variant="danger">
            <p lang="et">{vote.question}</p>
            <TextField {...typed(form, 'repeat-vote', 'reason')} label={t.reason} maxlength={2000} />
          </CockpitForm>
        </Disclosure>
      )}
    </>
  )
}
