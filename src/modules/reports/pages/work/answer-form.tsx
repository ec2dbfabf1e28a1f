import '../../desk-elements.ts'
import type { FormState } from '#platform/forms.ts'
import type { PageFrame } from '#ui/frame.ts'
import { Button } from '#ui/button.tsx'
import { SelectField, TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { localPath } from '#ui/links.ts'
import { deskMessages } from '../../messages/desk.ts'
import { stateMessages } from '../../messages/states.ts'
import { templateMessages } from '../../messages/templates.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { Report } from '../../queries/reports.ts'
import type { Template } from '../../queries/templates.ts'
import { nextStates } from '../../rules.ts'
import { fillTemplate } from '../../templates.ts'

type AnswerFormProps = {
  frame: PageFrame
  form: FormState
  report: Report
  templates: readonly Template[]
  idempotencyKey: string
}

/** The answer and the new state; a ready answer can be taken and changed before sending. */
export function AnswerForm({ frame, form, report, templates, idempotencyKey }: AnswerFormProps) {
  const { language } = frame
  const [t, words] = [deskMessages[language], templateMessages[language]]
  const { number, state } = report
  const fitting = templates.filter((one) => one.state === null || nextStates(state).includes(one.state))
  const ready = Object.fromEntries(
    fitting.map((one) => [one.id, { words: fillTemplate(one.text, report), state: one.state ?? '' }]),
  )
  return (
    <section class="stack-tight" id="vastus">
      <h2>{t.answer}</h2>
      <Form action={reportDeskPaths.answer(number)} idempotencyKey={idempotencyKey} warnUnsaved>
        {fitting.length === 0 ? null : (
          <answer-template data-templates={JSON.stringify(ready)}>
            <SelectField
              form={form}
              name="template"
              label={words.choose}
              optional
              options={fitting.map((one) => ({ value: one.id, label: one.title }))}
            />
            <Button variant="secondary" small formaction={localPath(reportDeskPaths.takeTemplate(number), language)}>
              {words.take}
            </Button>
          </answer-template>
        )}
        <TextArea form={form} name="words" label={t.words} hint={t.wordsHint} rows={5} maxlength={4000} optional />
        <SelectField
          form={form}
          name="state"
          label={t.newState}
          optional
          emptyLabel={t.keepState}
          options={nextStates(state).map((next) => ({ value: next, label: stateMessages[language][next].name }))}
        />
        <Button>{t.sendAnswer}</Button>
      </Form>
      {fitting.length === 0 ? null : (
        <script type="module" src={frame.assets.url('src/modules/reports/desk-browser/answer-template.ts')} />
      )}
    </section>
  )
}
