import type { ComponentChildren } from 'preact'
import type { FormState } from '#platform/forms.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { NavigationLink, PageFrame } from '#ui/frame.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../messages/page-desk.ts'
import { deskPaths } from '../paths.ts'

/** A form as it came back: what was typed, what is wrong with it, what stands against it. */
export type Attempt = { form: FormState; refusal?: string | undefined }

type DeskFrameProps = {
  frame: PageFrame
  title: string
  /** The pages between the plan's desk and this one; undefined on the desk itself. */
  above?: readonly NavigationLink[]
  attempt?: Attempt | undefined
  children: ComponentChildren
}

/** Every workspace page of the plan: the way here, what went wrong, the title. */
export function DeskFrame({ frame, title, above, attempt, children }: DeskFrameProps) {
  const hasErrors =
    attempt !== undefined && (attempt.refusal !== undefined || Object.keys(attempt.form.errors).length > 0)
  const desk = { label: deskMessages[frame.language].desk, path: deskPaths.desk }
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={deskPaths.desk}
      sections={frame.workspace ?? []}
      hasErrors={hasErrors}
    >
      {above === undefined ? null : <Breadcrumbs links={[desk, ...above]} />}
      {attempt === undefined ? null : <ErrorSummary form={attempt.form} refusal={attempt.refusal} />}
      <h1>{title}</h1>
      {children}
    </WorkspacePage>
  )
}
