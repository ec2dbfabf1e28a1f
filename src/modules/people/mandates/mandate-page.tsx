import type { ComponentChildren } from 'preact'
import { readText } from '#platform/language.ts'
import { SubmitButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { DateField, SelectField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Day } from '#ui/moment.tsx'
import { fullName } from '../pages/person-name.tsx'
import { WorkFormPage, type WorkFormProps } from '../pages/work/work-form-page.tsx'
import { peoplePaths } from '../paths.ts'
import type { LocalDate } from '#platform/format.ts'
import { mandateMessages } from './messages.ts'
import type { Mandate, Substitute } from './queries.ts'
import { pointOfLaw, suspensionGrounds } from './rules.ts'

export type MandatePageProps = WorkFormProps & {
  today: LocalDate
  mandate: Mandate
  /** Who may be called in, the proposed ones first. */
  free: readonly (Substitute & { isNext: boolean })[]
  idempotencyKey: string
}

/** One membership with all that decides what it gives, and the steps that change it. */
export function MandatePage(props: MandatePageProps) {
  const { frame, form, refusal, mandate, today } = props
  const { language } = frame
  const t = mandateMessages[language]
  const name = fullName(mandate)
  const body = { label: readText(mandate.bodyName, language).text, path: peoplePaths.workBody(mandate.bodyId) }
  const isMandate = mandate.bodyKind === 'council' && mandate.postId === null
  const isHeld = mandate.untilDate === null || mandate.untilDate >= today
  const running = mandate.suspensions.find((one) => one.untilDate === null || one.untilDate >= today)
  const isTaken = mandate.substitutes.some((one) => one.untilDate === null || one.untilDate >= today)
  const isFree = (!isHeld || running !== undefined) && !isTaken
  return (
    <WorkFormPage {...{ frame, form, refusal, body }} title={t.title(name)}>
      <Facts {...props} />
      {isMandate ? <Suspensions {...props} /> : null}
      {isMandate && isHeld && running === undefined ? <SuspendForm {...props} /> : null}
      {isMandate && running !== undefined ? <EndForm {...props} suspensionId={running.id} /> : null}
      {isMandate && isFree ? <SeatForm {...props} /> : null}
      {isMandate && isHeld && mandate.factions.length > 0 ? <FactionForm {...props} /> : null}
      {isHeld && mandate.bodyKind !== 'faction' ? <VoteForm {...props} /> : null}
    </WorkFormPage>
  )
}

function Facts({ frame: { language }, mandate }: MandatePageProps) {
  const t = mandateMessages[language]
  const { replacedName, faction, factions, substitutes, votingRight } = mandate
  const facts = [
    { term: t.since, definition: <Day day={mandate.fromDate} /> },
    ...(mandate.untilDate === null ? [] : [{ term: t.until, definition: <Day day={mandate.untilDate} /> }]),
    { term: t.vote, definition: votingRight ? t.votes : t.votesNot },
    ...(replacedName === null ? [] : [{ term: t.replaces, definition: replacedName }]),
    ...(factions.length === 0
      ? []
      : [{ term: t.faction, definition: faction === null ? t.none : readText(faction.name, language).text }]),
    ...substitutes.map((one) => ({
      term: t.substitute,
      definition: (
        <>
          {one.name}, <Day day={one.fromDate} />
          {one.untilDate === null ? null : (
            <>
              {' – '}
              <Day day={one.untilDate} />
            </>
          )}
        </>
      ),
    })),
  ]
  return <DefinitionList definitions={facts} />
}

function Suspensions({ frame: { language }, mandate }: MandatePageProps) {
  const t = mandateMessages[language]
  return (
    <section class="stack-tight">
      <h2>{t.suspensions}</h2>
      {mandate.suspensions.length === 0 ? (
        <p>{t.noSuspensions}</p>
      ) : (
        <DataTable
          caption={t.suspensions}
          hideCaption
          rows={mandate.suspensions}
          rowKey={(one) => one.id}
          columns={[
            { key: 'from', label: t.from, rowHeader: true, cell: (one) => <Day day={one.fromDate} /> },
            {
              key: 'until',
              label: t.until,
              cell: (one) => (one.untilDate === null ? t.open : <Day day={one.untilDate} />),
            },
            {
              key: 'ground',
              label: t.ground,
              cell: ({ ground }) => `${t.grounds[ground]} (${pointOfLaw[ground]})`,
            },
          ]}
        />
      )}
    </section>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="band stack-tight">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Whom to call in, by list and place; the next ones stand first and say so. */
function chooseAmong({ frame: { language }, free }: MandatePageProps) {
  const t = mandateMessages[language]
  return free.map((one) => ({
    value: one.id,
    label: `${one.listName}, ${one.place}. ${fullName(one)}${one.isNext ? ` (${t.proposed})` : ''}`,
  }))
}

function SuspendForm(props: MandatePageProps) {
  const { frame, form, mandate, free, idempotencyKey } = props
  const t = mandateMessages[frame.language]
  return (
    <Part title={t.suspend}>
      <Form action={peoplePaths.workSuspend(mandate.id)} idempotencyKey={idempotencyKey}>
        <SelectField
          form={form}
          name="ground"
          label={t.ground}
          hint={t.groundHint}
          emptyLabel="–"
          options={suspensionGrounds.map((one) => ({ value: one, label: `${t.grounds[one]} (${pointOfLaw[one]})` }))}
        />
        <DateField form={form} name="fromDate" label={t.from} hint={t.suspendFromHint} />
        <DateField form={form} name="untilDate" label={t.until} hint={t.untilHint} optional />
        {free.length === 0 ? null : (
          <SelectField
            form={form}
            name="substituteId"
            label={t.substitute}
            emptyLabel={t.noSubstitute}
            optional
            options={chooseAmong(props)}
          />
        )}
        <SubmitButton>{t.suspend}</SubmitButton>
      </Form>
    </Part>
  )
}

function EndForm({ frame, form, suspensionId }: MandatePageProps & { suspensionId: string }) {
  const t = mandateMessages[frame.language]
  return (
    <Part title={t.endSuspension}>
      <Form action={peoplePaths.workSuspensionEnd(suspensionId)}>
        <DateField form={form} name="lastDay" label={t.lastDay} hint={t.endHint} />
        <SubmitButton>{t.save}</SubmitButton>
      </Form>
    </Part>
  )
}

function SeatForm(props: MandatePageProps) {
  const { frame, form, mandate, free, idempotencyKey } = props
  const t = mandateMessages[frame.language]
  if (free.length === 0) return null
  return (
    <Part title={t.seat}>
      <Form action={peoplePaths.workSeat(mandate.id)} idempotencyKey={idempotencyKey}>
        <SelectField form={form} name="seatId" label={t.substitute} options={chooseAmong(props)} />
        <DateField form={form} name="seatFrom" label={t.seatFrom} hint={t.suspendFromHint} />
        <SubmitButton>{t.seat}</SubmitButton>
      </Form>
    </Part>
  )
}

function FactionForm({ frame, form, mandate }: MandatePageProps) {
  const t = mandateMessages[frame.language]
  return (
    <Part title={t.changeFaction}>
      <Form action={peoplePaths.workFaction(mandate.id)}>
        <SelectField
          form={form}
          name="factionId"
          label={t.faction}
          emptyLabel={t.noFaction}
          optional
          options={mandate.factions.map(({ id, name }) => ({ value: id, label: readText(name, frame.language).text }))}
        />
        <DateField form={form} name="factionFrom" label={t.factionFrom} />
        <SubmitButton>{t.save}</SubmitButton>
      </Form>
    </Part>
  )
}

function VoteForm({ frame, form, mandate }: MandatePageProps) {
  const t = mandateMessages[frame.language]
  return (
    <Part title={t.changeVote}>
      <Form action={peoplePaths.workVotingRight(mandate.id)}>
        <input type="hidden" name="votes" value={mandate.votingRight ? 'no' : 'yes'} />
        <DateField
          form={form}
          name="voteFrom"
          label={`${mandate.votingRight ? t.votesNot : t.votes}: ${t.voteFrom.toLowerCase()}`}
          hint={t.voteHint}
        />
        <SubmitButton>{t.save}</SubmitButton>
      </Form>
    </Part>
  )
}
