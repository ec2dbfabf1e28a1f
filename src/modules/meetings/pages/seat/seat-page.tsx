import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { LivePart } from '#ui/live-fragment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { leadMessages } from '../../messages/lead.ts'
import { nameOfMeeting } from '../../messages/names.ts'
import { publicMessages } from '../../messages/public.ts'
import { meetingDeskPaths, meetingPaths } from '../../paths.ts'
import { SeatAmendments } from './seat-amendments.tsx'
import { SeatFloor } from './seat-floor.tsx'
import type { SeatParts } from './seat-parts.ts'
import { Step } from './seat-step.tsx'
import { SeatBlocks, SeatVoting } from './seat-vote.tsx'

export type SeatPageProps = SeatParts & {
  frame: PageFrame
  refusal: string | undefined
  /** Of the chair of the moment. */
  leads: boolean
}

/** A member's own screen: what is now, the vote, the floor, the draft. */
export function SeatPage({ frame, refusal, leads, ...parts }: SeatPageProps) {
  const { language } = frame
  const t = leadMessages[language].seat
  const { meeting, state, seat, form } = parts
  const item = state.items.get(state.currentItemId ?? '')
  const { number } = meeting
  return (
    <PublicPage
      frame={frame}
      title={t.title}
      current="decisions"
      hasErrors={refusal !== undefined || Object.keys(form.errors).length > 0}
    >
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
        {seat.isHere ? null : <Presence {...parts} />}
        <section class="stack-tight" id="haal">
          <h2>{t.vote}</h2>
          <SeatVoting {...parts} />
        </section>
        <SeatBlocks {...parts} />
        {seat.isHere ? <SeatFloor {...parts} /> : null}
        {seat.isSeated ? <SeatAmendments {...parts} /> : null}
        {seat.isHere ? <Presence {...parts} /> : null}
      </LivePart>
    </PublicPage>
  )
}

function Presence({ meeting: { number }, state, seat }: SeatParts) {
  const { language } = useReader()
  const t = leadMessages[language].seat
  const onItem = state.currentItemId ?? ''
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
