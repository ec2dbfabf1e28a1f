import { FormFields, type forms } from '#modules/forms/index.ts'
import { nameOfSettlement, type Settlement } from '#modules/places/index.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { PageFrame } from '#ui/frame.ts'
import { Notice } from '#ui/notice.tsx'
import { ReaderContext } from '#ui/reader.ts'
import type { Category } from '../queries/categories.ts'

export type SubjectQuestionsProps = {
  frame: PageFrame
  category: Pick<Category, 'notice'>
  questions: forms.FormVersion | null
  settlements: readonly Settlement[]
  form: FormState
}

/** What a subject tells before sending, and what it asks of its own. */
export function SubjectQuestions({ frame, category, questions, settlements, form }: SubjectQuestionsProps) {
  return (
    <>
      {category.notice === null ? null : <Notice>{readText(category.notice, frame.language).text}</Notice>}
      {questions === null ? null : (
        <FormFields
          frame={frame}
          form={form}
          definition={questions.definition}
          version={questions.version}
          settlements={settlements.map((one) => ({ code: one.ehak, name: nameOfSettlement(one, 'et') }))}
        />
      )}
    </>
  )
}

type AllQuestionsProps = Pick<SubjectQuestionsProps, 'frame' | 'settlements'> & {
  subjects: readonly { category: Category; questions: forms.FormVersion | null }[]
}

/** Those of every subject, each in a template that the form's script takes when the subject is chosen. */
export function AllQuestions({ frame, settlements, subjects }: AllQuestionsProps) {
  return (
    <ReaderContext.Provider value={{ language: frame.language, timeZone: frame.site.timeZone }}>
      {subjects.map(({ category, questions }) => (
        <template key={category.code} data-subject={category.code}>
          <SubjectQuestions {...{ frame, category, questions, settlements }} form={emptyForm} />
        </template>
      ))}
    </ReaderContext.Provider>
  )
}
