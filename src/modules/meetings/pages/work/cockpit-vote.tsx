import { RadioGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { newestVote } from '../../lead-input.ts'
import { leadMessages } from '../../messages/lead.ts'
import { statuteMessages } from '../../messages/statute.ts'
import { CockpitForm } from './cockpit-form.tsx'
import type { CockpitParts } from './cockpit-parts.ts'

/** What is checked before a vote stands above its button; the log refuses what may not be. */
export function PutToVote(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const [t, rules] = [leadMessages[language], statuteMessages[language]]
  const item = state.items.get(state.currentItemId ?? '')
  const recused = item?.recusals.filter(({ until }) => until === null).length ?? 0
  // KOKS § 45(5): a motion of no confidence passes by the majority of the membership.
  const rule = item?.kind === 'no-confidence' ? 'membership' : 'simple'
  const values = { words: item?.title ?? '', method: 'named', rule, ...form.values }
  if (item?.kind === 'election') return <p>{t.electionElsewhere}</p>
  return (
    <Disclosure label={t.vote} open={form.values.step === 'vote-on-item'}>
      <ul aria-label={t.legality}>
        <li>{state.quorum.met ? t.quorumOk : t.quorumMissing}</li>
        <li>{t.recusalsAsked(recused)}</li>
      </ul>
      <CockpitForm parts={parts} step="vote-on-item" label={t.vote} variant="primary">
        <TextField form={{ ...form, values }} name="words" label={t.question} maxlength={2000} />
        <SelectField
          form={{ ...form, values }}
          name="rule"
          label={t.rule}
          options={Object.entries(state.setup.statute.majorities).map(([name, rule]) => ({
            value: name,
            label: rules.majorities[rule.kind](rule),
          }))}
        />
        <RadioGroup
          form={{ ...form, values }}
          name="method"
          label={t.method}
          options={(['named', 'hands'] as const).map((method) => ({ value: method, label: t.methods[method] }))}
        />
      </CockpitForm>
    </Disclosure>
  )
}

/** A vote that is open, or closed and not yet stated. */
/** Whether a vote is open, or closed and waiting for the chair's word. */
export const isVoting = (state: CockpitParts['state']): boolean =>
  state.openVoteId !== null || newestVote(state)?.state === 'closed'

export function OpenVote(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const vote = newestVote(state)
  if (vote === undefined) return null
  const { hands } = vote
  const typed =
    hands === null ? {} : { for: String(hands.for), against: String(hands.against), abstained: String(hands.abstained) }
  const counted = { ...form, values: { ...typed, ...form.values } }
  if (vote.state === 'closed')
    return (
      <>
        <CockpitForm parts={parts} step="state-result" label={t.stateResult} variant="primary">
          <p>
            <strong lang="et">{vote.question}</strong>
          </p>
          {vote.counts === null ? null : (
            <p>
              {t.choices.for} {vote.counts.for}, {t.choices.against} {vote.counts.against}, {t.choices.abstained}{' '}
              {vote.counts.abstained}, {t.notVoted} {vote.counts.didNotVote}
            </p>
          )}
          <p>{t.resultIs(vote.judgement?.outcome === 'adopted' ? t.adopted : t.notAdopted)}</p>
        </CockpitForm>
        <Annul {...parts} />
      </>
    )
  return (
    <>
      <p>
        <strong lang="et">{vote.question}</strong>
      </p>
      {vote.method === 'hands' ? (
        <>
          <CockpitForm
            parts={parts}
            step="count-hands"
            label={t.countHands}
            variant={vote.hands === null ? 'primary' : 'secondary'}
          >
            <TextField form={counted} name="for" label={t.handsFor} inputmode="numeric" short />
            <TextField form={counted} name="against" label={t.handsAgainst} inputmode="numeric" short />
            <TextField form={counted} name="abstained" label={t.handsAbstained} inputmode="numeric" short />
          </CockpitForm>
          {vote.hands === null ? null : (
            <CockpitForm parts={parts} step="close-vote" label={t.closeVote} variant="primary" />
          )}
        </>
      ) : (
        <CockpitForm parts={parts} step="close-vote" label={t.closeVote} variant="primary">
          <p>{t.ballots(vote.ballots.size, vote.entitled.size)}</p>
        </CockpitForm>
      )}
      <Disclosure label={t.cancelVote}>
        <CockpitForm parts={parts} step="cancel-vote" label={t.cancelVote} variant="danger" />
      </Disclosure>
    </>
  )
}

/** A vote with a mistake in it is annulled with a reason, and can be held again; nothing is deleted. */
export function Annul(parts: CockpitParts) {
  const { form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  return (
    <Disclosure label={t.annul} open={form.values.step === 'annul-vote'}>
      <CockpitForm parts={parts} step="annul-vote" label={t.annul} variant="danger">
        <TextField form={form} name="reason" label={t.reason} maxlength={2000} />
      </CockpitForm>
    </Disclosure>
  )
}
