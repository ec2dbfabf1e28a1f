import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { numberedAgenda } from '../../log/agenda.ts'
import { itemOutcomes } from '../../log/meeting-facts.ts'
import { decisionOn } from '../../lead-input.ts'
import { leadMessages } from '../../messages/lead.ts'
import { CockpitForm } from './cockpit-form.tsx'
import type { CockpitParts } from './cockpit-parts.ts'
import { Annul, isVoting, OpenVote, PutToVote } from './cockpit-vote.tsx'

/** The one next step as the only large button; what else can be done now is folded away below it. */
export function CockpitStep(parts: CockpitParts) {
  const { language } = useReader()
  const t = leadMessages[language]
  return (
    <section class="stack-tight" id="samm">
      <h2>{t.next}</h2>
      <Next {...parts} />
    </section>
  )
}

function Next(parts: CockpitParts) {
  const { state } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  switch (state.phase) {
    case 'convened':
      return state.quorum.met ? (
        <CockpitForm parts={parts} step="open" label={t.open} variant="primary" />
      ) : (
        <>
          <p>{t.rollCall}</p>
          <CockpitForm parts={parts} step="no-quorum" label={t.noQuorum} />
        </>
      )
    case 'paused':
    case 'suspended':
      return (
        <>
          {isVoting(state) ? <OpenVote {...parts} /> : null}
          <CockpitForm parts={parts} step="resume" label={t.resume} variant="primary" />
          <Adjourn {...parts} />
        </>
      )
    case 'running':
      return <Running {...parts} />
    default:
      return <p>{t.ended}</p>
  }
}

function Running(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  if (isVoting(state)) return <OpenVote {...parts} />
  const isAgendaOpen = state.agendaAdopted === null && state.setup.statute.agendaMajority !== null
  const first = numberedAgenda(state).find(({ item }) => item.state === 'on-the-agenda')
  return (
    <>
      {state.currentItemId !== null ? (
        <ItemSteps {...parts} itemId={state.currentItemId} />
      ) : isAgendaOpen ? (
        <CockpitForm parts={parts} step="vote-on-agenda" label={t.voteOnAgenda} variant="primary" />
      ) : first === undefined ? (
        <CockpitForm parts={parts} step="end" label={t.end} variant="primary" />
      ) : (
        <CockpitForm
          parts={parts}
          step="open-item"
          about={{ item: first.item.id }}
          label={t.openNext(`${first.number}. ${first.item.title}`)}
          variant="primary"
        />
      )}
      <Disclosure label={t.pause}>
        <CockpitForm parts={parts} step="pause" label={t.pause} />
      </Disclosure>
      <Disclosure label={t.note} open={form.values.step === 'note'}>
        <CockpitForm parts={parts} step="note" label={t.addNote}>
          <TextField form={form} name="words" label={t.note} maxlength={2000} />
        </CockpitForm>
      </Disclosure>
      {state.currentItemId === null && first !== undefined ? (
        <Disclosure label={t.end}>
          <CockpitForm parts={parts} step="end" label={t.end} variant="danger" />
        </Disclosure>
      ) : null}
      <Adjourn {...parts} />
    </>
  )
}

function ItemSteps(parts: CockpitParts & { itemId: string }) {
  const { state, form, itemId } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const item = state.items.get(itemId)!
  const isClosed = item.closedBasis !== null || item.visibility !== 'public'
  const decided = decisionOn(state, item)?.stated?.outcome
  const usual = decided === undefined ? '' : decided === 'adopted' ? 'decided' : 'rejected'
  return (
    <>
      <p>
        <strong lang="et">{item.title}</strong>
      </p>
      {isClosed ? <Notice>{t.isClosed}</Notice> : null}
      <PutToVote {...parts} />
      {decided === undefined ? null : <Annul {...parts} />}
      {item.state === 'open' ? <CockpitForm parts={parts} step="close-debate" label={t.closeDebate} /> : null}
      <CockpitForm parts={parts} step="conclude-item" label={t.conclude}>
        <SelectField
          form={{ ...form, values: { outcome: usual, ...form.values } }}
          name="outcome"
          label={t.outcome}
          options={itemOutcomes.map((outcome) => ({ value: outcome, label: t.outcomes[outcome] }))}
        />
      </CockpitForm>
      {item.visibility !== 'public' ? null : item.closedBasis !== null ? (
        <CockpitForm parts={parts} step="open-to-public" label={t.openToPublic} />
      ) : (
        <Disclosure label={t.closeToPublic} open={form.values.step === 'close-to-public'}>
          <CockpitForm parts={parts} step="close-to-public" label={t.closeToPublic}>
            <TextField form={form} name="reason" label={t.closeBasis} maxlength={2000} />
          </CockpitForm>
        </Disclosure>
      )}
    </>
  )
}

function Adjourn(parts: CockpitParts) {
  const { form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  return (
    <Disclosure label={t.adjourn} open={form.values.step === 'adjourn'}>
      <p>{t.adjournHint}</p>
      <CockpitForm parts={parts} step="adjourn" label={t.adjourn} variant="danger">
        <TextField form={form} name="reason" label={t.reason} maxlength={2000} />
      </CockpitForm>
    </Disclosure>
  )
}
