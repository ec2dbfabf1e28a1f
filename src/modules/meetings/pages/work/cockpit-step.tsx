import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { numberedAgenda } from '../../log/agenda.ts'
import { itemOutcomes } from '../../log/meeting-facts.ts'
import { leadMessages } from '../../messages/lead.ts'
import { CockpitForm } from './cockpit-form.tsx'
import type { CockpitParts } from './cockpit-parts.ts'
import { OpenVote, PutToVote } from './cockpit-vote.tsx'

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
  const { state, meeting } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const { number } = meeting
  switch (state.phase) {
    case 'convened':
      return state.quorum.met ? (
        <CockpitForm number={number} step="open" label={t.open} variant="primary" />
      ) : (
        <>
          <p>{t.rollCall}</p>
          <CockpitForm number={number} step="no-quorum" label={t.noQuorum} />
        </>
      )
    case 'paused':
    case 'suspended':
      return (
        <>
          <CockpitForm number={number} step="resume" label={t.resume} variant="primary" />
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
  const { state, meeting, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const { number } = meeting
  const pendingResult = [...state.votes.values()].at(-1)?.state === 'closed'
  if (state.openVoteId !== null || pendingResult) return <OpenVote {...parts} />
  const isAgendaOpen = state.agendaAdopted === null && state.setup.statute.agendaMajority !== null
  const first = numberedAgenda(state).find(({ item }) => item.state === 'on-the-agenda')
  return (
    <>
      {state.currentItemId !== null ? (
        <ItemSteps {...parts} itemId={state.currentItemId} />
      ) : isAgendaOpen ? (
        <CockpitForm number={number} step="vote-on-agenda" label={t.voteOnAgenda} variant="primary" />
      ) : first === undefined ? (
        <CockpitForm number={number} step="end" label={t.end} variant="primary" />
      ) : (
        <CockpitForm
          number={number}
          step="open-item"
          about={{ item: first.item.id }}
          label={t.openNext(`${first.number}. ${first.item.title}`)}
          variant="primary"
        />
      )}
      <Disclosure label={t.pause}>
        <CockpitForm number={number} step="pause" label={t.pause} />
      </Disclosure>
      <Disclosure label={t.note} open={form.values.step === 'note'}>
        <CockpitForm number={number} step="note" label={t.addNote}>
          <TextField form={form} name="words" label={t.note} maxlength={2000} />
        </CockpitForm>
      </Disclosure>
      {state.currentItemId === null && first !== undefined ? (
        <Disclosure label={t.end}>
          <CockpitForm number={number} step="end" label={t.end} variant="danger" />
        </Disclosure>
      ) : null}
      <Adjourn {...parts} />
    </>
  )
}

function ItemSteps(parts: CockpitParts & { itemId: string }) {
  const { state, meeting, form, itemId } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const { number } = meeting
  const item = state.items.get(itemId)!
  const isClosed = item.closedBasis !== null
  return (
    <>
      <p>
        <strong lang="et">{item.title}</strong>
      </p>
      <PutToVote {...parts} />
      {item.state === 'open' ? <CockpitForm number={number} step="close-debate" label={t.closeDebate} /> : null}
      <CockpitForm number={number} step="conclude-item" label={t.conclude}>
        <SelectField
          form={form}
          name="outcome"
          label={t.outcome}
          options={itemOutcomes.map((outcome) => ({ value: outcome, label: t.outcomes[outcome] }))}
        />
      </CockpitForm>
      {isClosed ? (
        <CockpitForm number={number} step="open-to-public" label={t.openToPublic} />
      ) : (
        <Disclosure label={t.closeToPublic} open={form.values.step === 'close-to-public'}>
          <CockpitForm number={number} step="close-to-public" label={t.closeToPublic}>
            <TextField form={form} name="reason" label={t.closeBasis} maxlength={2000} />
          </CockpitForm>
        </Disclosure>
      )}
    </>
  )
}

function Adjourn({ meeting, form }: CockpitParts) {
  const { language } = useReader()
  const t = leadMessages[language]
  return (
    <Disclosure label={t.adjourn} open={form.values.step === 'adjourn'}>
      <p>{t.adjournHint}</p>
      <CockpitForm number={meeting.number} step="adjourn" label={t.adjourn} variant="danger">
        <TextField form={form} name="reason" label={t.reason} maxlength={2000} />
      </CockpitForm>
    </Disclosure>
  )
}
