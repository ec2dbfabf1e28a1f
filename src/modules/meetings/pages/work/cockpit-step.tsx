import { Disclosure } from '#ui/disclosure.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Button } from '#ui/button.tsx'
import { useReader } from '#ui/reader.ts'
import { blockToConclude } from '../../lead/blocks.ts'
import { preparedVotes } from '../../lead/votes.ts'
import { numberedAgenda, remainingItems } from '../../log/agenda.ts'
import { leadMessages } from '../../messages/lead.ts'
import { waysOfVoting } from '../../messages/ways-of-voting.ts'
import { meetingDeskPaths } from '../../paths.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { ItemSteps } from './cockpit-item.tsx'
import { Legality } from './cockpit-legality.tsx'
import { cameBack, isVoting, typed, type CockpitParts } from './cockpit-parts.ts'
import { MethodField } from './cockpit-vote-fields.tsx'
import { OpenVote } from './cockpit-vote.tsx'

/** The one next step as the only large button; what else can be done now is folded away below it. */
export function CockpitStep(parts: CockpitParts) {
  const { language } = useReader()
  const t = leadMessages[language]
  return (
    <section class="stack-tight" id="samm" data-key={isVoting(parts.state) ? 'n v' : 'n'} tabindex={-1}>
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
      return (
        <>
          <p>{t.ended}</p>
          <Continue {...parts} />
        </>
      )
  }
}

/** What was left undone goes on in a meeting of its own. */
function Continue({ state, meeting }: CockpitParts) {
  const { language } = useReader()
  const t = leadMessages[language]
  if (state.phase !== 'adjourned' || meeting.continuedBy !== null || remainingItems(state).length === 0) return null
  return (
    <Form action={meetingDeskPaths.continueMeeting(meeting.number)}>
      <p>{t.continueHint}</p>
      <Button>{t.continueMeeting}</Button>
    </Form>
  )
}

function Running(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  if (isVoting(state)) return <OpenVote {...parts} />
  const isLeft = numberedAgenda(state).some(({ item }) => item.state === 'on-the-agenda')
  return (
    <>
      {state.currentItemId === null ? (
        <BetweenItems {...parts} />
      ) : (
        <ItemSteps {...parts} itemId={state.currentItemId} />
      )}
      <Disclosure label={t.pause}>
        <CockpitForm parts={parts} step="pause" label={t.pause}>
          <TextField {...typed(form, 'pause', 'reason')} label={t.reason} maxlength={2000} optional />
        </CockpitForm>
      </Disclosure>
      <Disclosure label={t.note} open={cameBack(form, 'note')}>
        <CockpitForm parts={parts} step="note" label={t.addNote}>
          <TextField {...typed(form, 'note', 'words')} label={t.note} maxlength={2000} />
        </CockpitForm>
      </Disclosure>
      {state.currentItemId === null && isLeft ? (
        <Disclosure label={t.end}>
          <CockpitForm parts={parts} step="end" label={t.end} variant="danger" />
        </Disclosure>
      ) : null}
      <Adjourn {...parts} />
    </>
  )
}

function BetweenItems(parts: CockpitParts) {
  const { state } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const isAgendaOpen = state.agendaAdopted === null && state.setup.statute.agendaMajority !== null
  const first = numberedAgenda(state).find(({ item }) => item.state === 'on-the-agenda')
  if (blockToConclude(state) !== undefined)
    return (
      <CockpitForm parts={parts} step="conclude-block" label={waysOfVoting[language].concludeBlock} variant="primary" />
    )
  if (isAgendaOpen)
    return (
      <>
        <Legality
          {...parts}
          vote={{ object: 'agenda', itemIds: [], rule: state.setup.statute.agendaMajority ?? 'simple' }}
        />
        <CockpitForm parts={parts} step="vote-on-agenda" label={t.voteOnAgenda} variant="primary">
          <MethodField parts={parts} formKey="vote-on-agenda" methods={['named', 'roll-call', 'hands']} />
        </CockpitForm>
      </>
    )
  if (first === undefined) return <CockpitForm parts={parts} step="end" label={t.end} variant="primary" />
  return (
    <CockpitForm
      parts={parts}
      step="open-item"
      about={{ item: first.item.id }}
      label={t.openNext(`${first.number}. ${first.item.title}`)}
      // A block that waits to be opened is what comes next.
      variant={preparedVotes(state).length === 0 ? 'primary' : 'secondary'}
    />
  )
}

function Adjourn(parts: CockpitParts) {
  const { form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  return (
    <Disclosure label={t.adjourn} open={cameBack(form, 'adjourn')}>
      <p>{t.adjournHint}</p>
      <CockpitForm parts={parts} step="adjourn" label={t.adjourn} variant="danger">
        <TextField {...typed(form, 'adjourn', 'reason')} label={t.reason} maxlength={2000} />
      </CockpitForm>
    </Disclosure>
  )
}
