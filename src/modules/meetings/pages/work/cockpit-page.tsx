import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextField } from '#ui/fields.tsx'
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
import { publicMessages } from '../../messages/public.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { CockpitMembers } from './cockpit-members.tsx'
import type { CockpitParts } from './cockpit-parts.ts'
import { CockpitStep } from './cockpit-step.tsx'
import { isVoting } from './cockpit-vote.tsx'

type CockpitPageProps = CockpitParts & {
  frame: PageFrame
  refusal: string | undefined
  /** The chair leads without being an official, and finds the way back in public. */
  isSecretary: boolean
}

/** The one screen of chair and secretary: the agenda, the next step, and who is here. */
export function CockpitPage({ frame, refusal, isSecretary, ...parts }: CockpitPageProps) {
  const { language } = frame
  const t = leadMessages[language]
  const { meeting, form } = parts
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

function Agenda({ language, ...parts }: InLanguage) {
  const { state, form } = parts
  const t = leadMessages[language]
  const stateWords = { ...t.itemStates, ...t.outcomes }
  const isFree = state.phase === 'running' && state.currentItemId === null && !isVoting(state)
  return (
    <section class="stack-tight">
      <h2>{t.agenda}</h2>
      <ol class="plain-list ruled">
        {numberedAgenda(state).map(({ number, item }) => (
          <li key={item.id} aria-current={item.id === state.currentItemId ? 'step' : undefined} class="stack-tight">
            <p>
              {number}. <span lang="et">{item.title}</span> <span class="quiet small">{stateWords[item.state]}</span>
            </p>
            {isFree && (item.state === 'on-the-agenda' || item.state === 'postponed') ? (
              <div class="row">
                <CockpitForm
                  parts={parts}
                  step="open-item"
                  about={{ item: item.id }}
                  label={t.openItem}
                  whose={item.title}
                  small
                />
              </div>
            ) : null}
            {isFree && item.state === 'on-the-agenda' ? (
              <Disclosure
                label={t.removeItem}
                open={form.values.step === 'remove-item' && form.values.item === item.id}
              >
                <CockpitForm parts={parts} step="remove-item" about={{ item: item.id }} label={t.removeItem} small>
                  <TextField form={form} name="reason" label={t.reason} maxlength={2000} />
                </CockpitForm>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
