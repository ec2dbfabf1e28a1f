import type { FormState } from '#platform/forms.ts'
import { languages } from '#platform/language.ts'
import { SubmitButton } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { localPath } from '#ui/links.ts'
import { Notice } from '#ui/notice.tsx'
import { editorMessages } from '../messages/editor.ts'
import { formsPaths } from '../paths.ts'
import type { Settlement } from '../read-value.ts'
import type { SaidAnswer } from '../say-answers.ts'
import { EditorFrame, type NamedForm } from './editor-frame.tsx'
import { FormFields } from './form-fields.tsx'

type PreviewPageProps = {
  frame: PageFrame
  edited: NamedForm
  form: FormState
  settlements: readonly Settlement[]
  stop: string | undefined
  /** What was tried, as it would arrive; null before anything was. */
  tried: readonly SaidAnswer[] | null
}

const languageNames = { et: 'Eesti', en: 'English', ru: 'Русский' }

export function PreviewPage({ frame, edited, form, settlements, stop, tried }: PreviewPageProps) {
  const t = editorMessages[frame.language]
  const path = formsPaths.preview(edited.id)
  const isAccepted = tried !== null && stop === undefined && Object.keys(form.errors).length === 0
  return (
    <EditorFrame frame={frame} title={edited.title} form={edited} current={path} state={form} refusal={stop}>
      <p class="lead">{t.previewLead}</p>
      <p class="row">
        <span>{t.previewIn}:</span>
        {languages.map((language) => (
          <a
            key={language}
            href={localPath(path, language)}
            lang={language}
            hreflang={language}
            aria-current={language === frame.language ? 'true' : undefined}
          >
            {languageNames[language]}
          </a>
        ))}
      </p>
      {isAccepted ? (
        <Notice tone="success" title={t.tried}>
          {tried.length === 0 ? (
            <p>{t.triedNothing}</p>
          ) : (
            <DefinitionList definitions={tried.map(({ label, value }) => ({ term: label, definition: value }))} />
          )}
        </Notice>
      ) : null}
      <Form action={path} method="get">
        <FormFields
          frame={frame}
          definition={edited.draft}
          version={edited.version}
          form={form}
          settlements={settlements}
        />
        <SubmitButton variant="secondary">{t.tryOut}</SubmitButton>
      </Form>
    </EditorFrame>
  )
}
