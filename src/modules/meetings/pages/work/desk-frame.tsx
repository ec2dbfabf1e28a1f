import type { ComponentChildren } from 'preact'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { NavigationLink, PageFrame } from '#ui/frame.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { nameOfMeeting } from '../../messages/names.ts'
import { meetingDeskPaths } from '../../paths.ts'
import type { Meeting } from '../../queries/meetings.ts'

export type DeskFrameProps = {
  frame: PageFrame
  title: string
  lead?: string
  /** The meeting below which the page stands. */
  below?: Meeting
  form?: FormState | undefined
  refusal?: string | undefined
  children: ComponentChildren
}

/** A page of those who prepare meetings: the way to it, its heading, and what is wrong with its form. */
export function DeskFrame({ frame, title, lead, below, form = emptyForm, refusal, children }: DeskFrameProps) {
  const t = deskMessages[frame.language]
  const way: NavigationLink[] = [{ label: t.title, path: meetingDeskPaths.list }]
  if (below !== undefined) {
    way.push({ label: nameOfMeeting(below, frame.language), path: meetingDeskPaths.meeting(below.number) })
  }
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={meetingDeskPaths.list}
      sections={frame.workspace ?? []}
      hasErrors={Object.keys(form.errors).length > 0 || refusal !== undefined}
    >
      {title === t.title ? null : <Breadcrumbs links={way} />}
      <h1>{title}</h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      <ErrorSummary form={form} refusal={refusal} />
      {children}
    </WorkspacePage>
  )
}
