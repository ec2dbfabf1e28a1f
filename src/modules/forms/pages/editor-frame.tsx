import type { ComponentChildren } from 'preact'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { SectionNav } from '#ui/section-nav.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { editorMessages } from '../messages/editor.ts'
import { formsPaths } from '../paths.ts'
import type { EditedForm } from '../queries/forms.ts'

export type NamedForm = EditedForm & { title: string; backPath: string | null }

type EditorFrameProps = {
  frame: PageFrame
  title: string
  /** Undefined on the list of forms. */
  form?: NamedForm
  /** The view of the form that is open. */
  current?: string
  state?: FormState
  refusal?: string | undefined
  children: ComponentChildren
}

/** Every page of the editor: the way here, the form's views, the title, what went wrong. */
export function EditorFrame({ frame, title, form, current, state, refusal, children }: EditorFrameProps) {
  const t = editorMessages[frame.language]
  const hasErrors = refusal !== undefined || Object.keys(state?.errors ?? {}).length > 0
  const path = form === undefined ? '' : formsPaths.form(form.id)
  const above = form === undefined || current === path ? [] : [{ label: form.title, path }]
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={formsPaths.desk}
      sections={frame.workspace ?? []}
      hasErrors={hasErrors}
    >
      {form === undefined ? null : <Breadcrumbs links={[{ label: t.forms, path: formsPaths.desk }, ...above]} />}
      <ErrorSummary form={state ?? emptyForm} refusal={refusal} />
      <h1>{title}</h1>
      {form === undefined || current === undefined ? null : (
        <SectionNav
          label={form.title}
          current={current}
          links={[
            { label: t.questions, path },
            { label: t.preview, path: formsPaths.preview(form.id) },
            { label: t.publication, path: formsPaths.publication(form.id) },
            { label: t.versions, path: formsPaths.versions(form.id) },
          ]}
        />
      )}
      {children}
    </WorkspacePage>
  )
}
