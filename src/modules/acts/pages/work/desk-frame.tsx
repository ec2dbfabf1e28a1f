import type { ComponentChildren } from 'preact'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { NavigationLink, PageFrame } from '#ui/frame.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { publicMessages } from '../../messages/public.ts'
import { actDeskPaths, actPaths } from '../../paths.ts'

export type DeskFrameProps = {
  frame: PageFrame
  title: string
  lead?: string
  way?: readonly NavigationLink[]
  /** False for those who may only carry out what an act gives them. */
  isKeeper?: boolean
  form?: FormState | undefined
  refusal?: string | undefined
  children: ComponentChildren
}

/** A page of those who keep acts: the way to it, its heading, and what is wrong with its form. */
export function DeskFrame(props: DeskFrameProps) {
  const { frame, title, lead, way = [], isKeeper = true, form = emptyForm, refusal, children } = props
  const t = deskMessages[frame.language]
  const root = isKeeper
    ? { label: t.title, path: actDeskPaths.list }
    : { label: publicMessages[frame.language].title, path: actPaths.list }
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={actDeskPaths.list}
      sections={frame.workspace ?? []}
      hasErrors={Object.keys(form.errors).length > 0 || refusal !== undefined}
    >
      {title === t.title ? null : <Breadcrumbs links={[root, ...way]} />}
      <h1>{title}</h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      <ErrorSummary form={form} refusal={refusal} />
      {children}
    </WorkspacePage>
  )
}
