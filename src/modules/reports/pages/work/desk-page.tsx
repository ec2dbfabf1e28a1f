import type { ComponentChildren } from 'preact'
import { emptyForm, type FormState } from '#platform/forms.ts'
import type { Language } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { NavigationLink, PageFrame } from '#ui/frame.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { publicMessages } from '../../messages/public.ts'
import { reportDeskPaths } from '../../paths.ts'

export type DeskPageProps = {
  frame: PageFrame
  title: string
  /** Where the page calls itself otherwise than its window. */
  heading?: string | undefined
  lead?: string | undefined
  /** The section of the menu, where that is not the list of reports. */
  section?: string
  /** The pages above it; where it is not told, the list of reports. */
  way?: readonly NavigationLink[]
  form?: FormState | undefined
  refusal?: string | undefined
  children: ComponentChildren
}

/** A page of those who work on reports: the way to it, its heading, and what is wrong with its form. */
export function DeskPage(props: DeskPageProps) {
  const { frame, title, heading = title, lead, section = reportDeskPaths.inbox, form = emptyForm, refusal } = props
  const { way = [inboxLink(frame.language)], children } = props
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={section}
      sections={frame.workspace ?? []}
      hasErrors={Object.keys(form.errors).length > 0 || refusal !== undefined}
    >
      <Breadcrumbs links={way} />
      <h1>{heading}</h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      <ErrorSummary form={form} refusal={refusal} />
      {children}
    </WorkspacePage>
  )
}

/** To the list of reports. */
export const inboxLink = (language: Language): NavigationLink => ({
  label: deskMessages[language].title,
  path: reportDeskPaths.inbox,
})

/** To one report by way of the list. */
export const wayToReport = (language: Language, number: number): NavigationLink[] => [
  inboxLink(language),
  { label: publicMessages[language].number(number), path: reportDeskPaths.report(number) },
]
