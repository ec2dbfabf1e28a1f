import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LivePart } from '#ui/live-fragment.tsx'
import { Notice } from '#ui/notice.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { numberedAgenda } from '../../log/agenda.ts'
import { deskMessages } from '../../messages/desk.ts'
import { leadMessages } from '../../messages/lead.ts'
import { nameOfMeeting } from '../../messages/names.ts'
import { meetingDeskPaths, meetingPaths } from '../../paths.ts'
import { CockpitMembers } from './cockpit-members.tsx'
import type { CockpitParts } from './cockpit-parts.ts'
import { CockpitStep } from './cockpit-step.tsx'

/** The one screen of chair and secretary: the agenda, the next step, and who is here. */
export function CockpitPage({
  frame,
  refusal,
  ...parts
}: CockpitParts & { frame: PageFrame; refusal: string | undefined }) {
  const { language } = frame
  const t = leadMessages[language]
  const { meeting, form } = parts
  return (
    <WorkspacePage
      frame={frame}
      title={t.title}
      current={meetingDeskPaths.list}
      sections={frame.workspace ?? []}
      hasErrors={refusal !== undefined || Object.keys(form.errors).length > 0}
    >
      <Breadcrumbs
        links={[
          { label: deskMessages[language].title, path: meetingDeskPaths.list },
          { label: nameOfMeeting(meeting, language), path: meetingDeskPaths.meeting(meeting.number) },
        ]}
      />
      <div class="stack-tight">
        <h1>{nameOfMeeting(meeting, language)}</h1>
        <p>
          <Link href={meetingPaths.live(meeting.number)}>{t.live}</Link>
        </p>
      </div>
      <ErrorSummary form={form} refusal={refusal} />
      <LivePart frame={frame} path={meetingPaths.stream(meeting.number)} since={parts.state.lastEventId}>
        <Quorum {...parts} language={language} />
        <CockpitStep {...parts} />
        <Agenda {...parts} language={language} />
        <CockpitMembers {...parts} />
      </LivePart>
    </WorkspacePage>
  )
}

type InLanguage = CockpitParts & { language: PageFrame['language'] }

function Quorum({ state, language }: InLanguage) {
  const t = leadMessages[language]
  const { present, needed, met } = state.quorum
  return (
    <Notice tone={met ? 'success' : 'warning'}>
      {present} / {needed}: {met ? t.quorumOk : t.quorumMissing}
    </Notice>
  )
}

function Agenda({ state, language }: InLanguage) {
  const t = leadMessages[language]
  const stateWords = { ...t.itemStates, ...t.outcomes }
  return (
    <section class="stack-tight">
      <h2>{t.agenda}</h2>
      <ol class="plain-list ruled">
        {numberedAgenda(state).map(({ number, item }) => (
          <li key={item.id} aria-current={item.id === state.currentItemId ? 'step' : undefined}>
            {number}. <span lang="et">{item.title}</span> <span class="quiet small">{stateWords[item.state]}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
