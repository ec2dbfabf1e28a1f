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
export function PutToVote({ state, meeting, form }: CockpitParts) {
  const { language } = useReader()
  const [t, rules] = [leadMessages[language], statuteMessages[language]]
  const item = state.items.get(state.currentItemId ?? '')
  const recused = item?.recusals.filter(({ until }) => until === null).length ?? 0
  const values = { words: item?.title ?? '', method: 'named', rule: 'simple', ...form.values }
  return (
    <Disclosure label={t.vote} open={form.values.step === 'vote-on-item'}>
      <ul aria-label={t.legality}>
        <li>{state.quorum.met ? t.quorumOk : t.quorumMissing}</li>
        <li>{t.recusalsAsked(recused)}</li>
      </ul>
      <CockpitForm number={meeting.number} step="vote-on-item" label={t.vote} variant="primary">
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
export function OpenVote({ state, meeting, form }: CockpitParts) {
  const { language } = useReader()
  const t = leadMessages[language]
  const { number } = meeting
  const vote = newestVote(state)
  if (vote === undefined) return null
  if (vote.state === 'closed')
    return (
      <CockpitForm number={number} step="state-result" label={t.stateResult} variant="primary">
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
    )
  return (
    <>
      <p>
        <strong lang="et">{vote.question}</strong>
      </p>
      {vote.method === 'hands' ? (
        <CockpitForm number={number} step="count-hands" label={t.countHands} variant="primary">
          <TextField form={form} name="for" label={t.handsFor} inputmode="numeric" short />
          <TextField form={form} name="against" label={t.handsAgainst} inputmode="numeric" short />
          <TextField form={form} name="abstained" label={t.handsAbstained} inputmode="numeric" short />
        </CockpitForm>
      ) : (
        <CockpitForm number={number} step="close-vote" label={t.closeVote} variant="primary">
          <p>{t.ballots(vote.ballots.size, vote.entitled.size)}</p>
        </CockpitForm>
      )}
      <Disclosure label={t.cancelVote}>
        <CockpitForm number={number} step="cancel-vote" label={t.cancelVote} variant="danger" />
      </Disclosure>
    </>
  )
}
