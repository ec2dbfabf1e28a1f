import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LivePart } from '#ui/live-fragment.tsx'
import { Notice } from '#ui/notice.tsx'
import { ShortcutKeys } from '#ui/shortcut-keys.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { leadMessages } from '../../messages/lead.ts'
import { nameOfMeeting } from '../../messages/names.ts'
import { publicMessages } from '../../messages/public.ts'
import { cockpitColumns as columns, meetingDeskPaths, meetingPaths } from '../../paths.ts'
import { CockpitAgenda } from './cockpit-agenda.tsx'
import { CockpitFloor } from './cockpit-floor.tsx'
import { CockpitMembers } from './cockpit-members.tsx'
import type { CockpitParts } from './cockpit-parts.ts'
import { CockpitPeople } from './cockpit-people.tsx'
import { PreparedVotes } from './cockpit-prepared.tsx'
import { CockpitStep } from './cockpit-step.tsx'

type CockpitPageProps = CockpitParts & {
  frame: PageFrame
  refusal: string | undefined
  /** The chair leads without being an official, and finds the way back in public. */
  isSecretary: boolean
}

/** The one screen of chair and secretary: who is here, the next step, votes and the floor. */
export function CockpitPage({ frame, refusal, isSecretary, ...parts }: CockpitPageProps) {
  const { language } = frame
  const t = leadMessages[language]
  const { meeting, form, state } = parts
  const name = nameOfMeeting(meeting, language)
  const way = isSecretary
    ? [
        { label: deskMessages[language].title, path: meetingDeskPaths.list },
        { label: name, path: meetingDeskPaths.meeting(meeting.number) },
      ]
    : [
        { label: publicMessages[language].title, path: meetingPaths.list },
        { label: name, path: meetingPaths.meeting(meeting.number) },
      ]
  return (
    <WorkspacePage
      frame={frame}
      title={t.title}
      current={meetingDeskPaths.list}
      sections={frame.workspace ?? []}
      hasErrors={refusal !== undefined || Object.keys(form.errors).length > 0}
    >
      <Breadcrumbs links={way} />
      <div class="stack-tight">
        <h1>{name}</h1>
        <p class="row">
          <Link href={meetingPaths.live(meeting.number)}>{t.live}</Link>
          <Link href={meetingDeskPaths.log(meeting.number)}>{t.log}</Link>
        </p>
        <ShortcutKeys label={t.keys} hint={t.keysHint} name="cockpit-keys" />
      </div>
      <ErrorSummary form={form} refusal={refusal} />
      <LivePart frame={frame} path={meetingPaths.stream(meeting.number)} since={state.lastEventId}>
        <div class="three-columns">
          <section class="stack" id={columns.now} aria-label={t.now}>
            <CockpitStep {...parts} />
            <CockpitAgenda {...parts} />
          </section>
          <section class="stack scrolls-alone" id={columns.floor} aria-label={t.votesAndFloor}>
            <CockpitFloor {...parts} />
            <PreparedVotes {...parts} />
          </section>
          <section class="stack scrolls-alone" id={columns.people} aria-label={t.people}>
            <Quorum {...parts} language={language} />
            <CockpitMembers {...parts} />
            <CockpitPeople {...parts} />
          </section>
        </div>
      </LivePart>
    </WorkspacePage>
  )
}

function Quorum({ state, language }: CockpitParts & { language: PageFrame['language'] }) {
  const t = leadMessages[language]
  const { present, needed, met } = state.quorum
  return (
    <Notice tone={met ? 'success' : 'warning'}>
      {present} / {needed}: {met ? t.quorumOk : t.quorumMissing}
    </Notice>
  )
}
