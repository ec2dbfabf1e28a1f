import type { ComponentChildren } from 'preact'
import type { FormState } from '#platform/forms.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { NavigationLink, PageFrame } from '#ui/frame.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { workMessages, type WorkMessages } from '../../messages/work.ts'
import { peoplePaths } from '../../paths.ts'

export type WorkRefusal = keyof WorkMessages['errors']

export type WorkFormProps = {
  frame: PageFrame
  form: FormState
  refusal?: WorkRefusal | undefined
}

type WorkFormPageProps = WorkFormProps & {
  title: string
  body?: NavigationLink | undefined
  children: ComponentChildren
}

/** One form of the register of bodies: where it stands, its title, what is wrong with it, the form. */
export function WorkFormPage({ frame, form, refusal, title, body, children }: WorkFormPageProps) {
  const t = workMessages[frame.language]
  const hasErrors = refusal !== undefined || Object.keys(form.errors).length > 0
  const links = [{ label: t.bodies, path: peoplePaths.workBodies }, ...(body === undefined ? [] : [body])]
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={peoplePaths.workBodies}
      sections={frame.workspace ?? []}
      hasErrors={hasErrors}
    >
      <Breadcrumbs links={links} />
      <h1>{title}</h1>
      <ErrorSummary form={form} refusal={refusal === undefined ? undefined : t.errors[refusal]} />
      {children}
    </WorkspacePage>
  )
}
