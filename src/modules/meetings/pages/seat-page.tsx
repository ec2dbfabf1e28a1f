import type { ComponentChildren } from 'preact'
import type { FormState } from '#platform/forms.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { LivePart } from '#ui/live-fragment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import type { MeetingState } from '../log/state.ts'
import { choices } from '../log/vote-facts.ts'
import { leadMessages } from '../messages/lead.ts'
import { nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { meetingDeskPaths, meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { Seat } from '../take-part.ts'

export type SeatPageProps = {
  frame: PageFrame
  meeting: Meeting
  state: MeetingState
  seat: Seat
  form: FormState
  refusal: string | undefined
  /** Of the chair of the moment. */
  leads: boolean
}

/** A member's own screen: what is now, the vote, the floor. */
export function SeatPage({ frame, meeting, state, seat, form, refusal, leads }: SeatPageProps) {
  const { language } = frame
  const t = leadMessages[language].seat
  const item = state.items.get(state.currentItemId ?? '')
  const { number } = meeting
  const onItem = item?.id ?? ''
  return (
    <PublicPage frame={frame} title={t.title} current="decisions" hasErrors={refusal !== undefined}>
      <Breadcrumbs
        links={[
          { label: publicMessages[language].title, path: meetingPaths.list },
          { label: nameOfMeeting(meeting, language), path: meetingPaths.meeting(number) },
        ]}
      />
      <h1>{t.title}</h1>
      {leads ? (
        <p>
          <ButtonLink variant="secondary" href={meetingDeskPaths.lead(number)}>
            {leadMessages[language].lead}
          </ButtonLink>
        </p>
      ) : null}
      <ErrorSummary form={form} refusal={refusal} />
      <LivePart frame={frame} path={meetingPaths.stream(number)} since={state.lastEventId}>
        {item === undefined ? null : (
          <p class="lead" lang="et">
            {item.title}
          </p>
        )}
        {seat.isHere ? null : <Presence {...{ number, onItem, seat }} />}
        <section class="stack-tight" id="haal">
          <h2>{t.vote}</h2>
          <Vote {...{ number, onItem, seat, form }} />
        </section>
        {seat.isHere ? (
          <section class="stack-tight">
            <h2>{t.floor}</h2>
            <Floor {...{ number, onItem, seat }} />
          </section>
        ) : null}
        {seat.isHere ? <Presence {...{ number, onItem, seat }} /> : null}
      </LivePart>
    </PublicPage>
  )
}

type PartProps = { number: number; onItem: string; seat: Seat }

function Presence({ number, onItem, seat }: PartProps) {
  const { language } = useReader()
  const t = leadMessages[language].seat
  return (
    <section class="stack-tight">
      <Notice tone={seat.isHere ? 'success' : 'warning'}>{seat.isHere ? t.here : t.notHere}</Notice>
      {seat.isHere ? (
        <Disclosure label={t.leave}>
          <Step {...{ number, onItem }} step="leave" label={t.leave} />
        </Disclosure>
      ) : (
        <div class="row">
          <Step {...{ number, onItem }} step="arrive" about={{ channel: 'room' }} label={t.arriveRoom} isMain />
          <Step {...{ number, onItem }} step="arrive" about={{ channel: 'remote' }} label={t.arriveRemote} isMain />
        </div>
      )}
      {seat.isBarred ? <p>{t.barred}</p> : null}
      {onItem === '' || seat.isBarred ? null : (
        <Disclosure label={t.bar}>
          <Step {...{ number, onItem }} step="bar" label={t.bar} />
        </Disclosure>
      )}
    </section>
  )
}

function Vote({ number, onItem, seat: { vote }, form }: PartProps & { form: FormState }) {
  const { language } = useReader()
  const words = leadMessages[language]
  const t = words.seat
  if (vote === null) return <p class="quiet">{t.noVote}</p>
  const question = (
    <p>
      <strong lang="et">{vote.question}</strong>
    </p>
  )
  if (!vote.isEntitled || vote.method !== 'named')
    return (
      <>
        {question}
        <p>{vote.isEntitled ? t.byHands : t.notEntitled}</p>
      </>
    )
  const values = { ...form.values, ...(vote.choice === null ? {} : { choice: vote.choice }) }
  return (
    <>
      {question}
      {vote.choice === null ? null : (
        <Notice tone="success">{t.yours(words.choices[vote.choice as (typeof choices)[number]])}</Notice>
      )}
      <Step {...{ number, onItem }} step="cast" about={{ vote: vote.id }} label={t.confirm} isMain>
        <RadioGroup
          form={{ ...form, values }}
          name="choice"
          label={t.choose}
          options={choices.map((choice) => ({ value: choice, label: words.choices[choice] }))}
        />
      </Step>
    </>
  )
}

function Floor({ number, onItem, seat }: PartProps) {
  const { language } = useReader()
  const t = leadMessages[language].seat
  if (seat.isSpeaking) return <p>{t.speaking}</p>
  if (seat.isWaiting)
    return (
      <>
        <p>{t.waiting}</p>
        <Step {...{ number, onItem }} step="withdraw" label={t.withdraw} />
      </>
    )
  if (onItem === '' || seat.isBarred) return null
  return (
    <div class="row">
      <Step {...{ number, onItem }} step="ask" about={{ type: 'for' }} label={t.ask} />
      <Step {...{ number, onItem }} step="ask" about={{ type: 'question' }} label={t.question} />
    </div>
  )
}

type StepProps = {
  number: number
  /** The item that stands on the screen. */
  onItem: string
  step: string
  label: string
  about?: Readonly<Record<string, string>>
  isMain?: boolean
  children?: ComponentChildren
}

function Step({ number, onItem, step, label, about = {}, isMain = false, children }: StepProps) {
  return (
    <Form action={meetingPaths.seat(number)}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="onItem" value={onItem} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button variant={isMain ? 'primary' : 'secondary'}>{label}</Button>
    </Form>
  )
}
