import type { FormState } from '#platform/forms.ts'
import { formatDay } from '#platform/format.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { useReader } from '#ui/reader.ts'
import { askingMessages } from '../../messages/asking.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { Report } from '../../queries/reports.ts'
import { canBeAsked, isOpen } from '../../rules.ts'

/** Asking the sender, or taking back what was asked. */
export function Asking({ form, report, idempotencyKey }: { form: FormState; report: Report; idempotencyKey: string }) {
  const { language } = useReader()
  const t = askingMessages[language]
  if (!isOpen(report.state)) return null
  if (report.waitsSince !== null) {
    return (
      <Disclosure label={t.takeBack}>
        <p>
          {t.waits(formatDay(report.waitsSince, language))} {t.takeBackHint}
        </p>
        <Form action={reportDeskPaths.takeQuestionBack(report.number)}>
          <Button variant="secondary">{t.takeBack}</Button>
        </Form>
      </Disclosure>
    )
  }
  return (
    <Disclosure label={t.ask} open={'question' in form.values}>
      {canBeAsked(report) ? (
        <Form action={reportDeskPaths.ask(report.number)} idempotencyKey={idempotencyKey}>
          <TextArea form={form} name="question" label={t.question} hint={t.askHint} rows={4} maxlength={4000} />
          <RadioGroup
            form={form}
            name="audience"
            label={t.audience}
            options={[
              { value: 'everyone', label: t.everyone },
              { value: 'reporter', label: t.reporterOnly },
            ]}
          />
          <Button variant="secondary">{t.askButton}</Button>
        </Form>
      ) : (
        <p>{t.nobodyToAsk}</p>
      )}
    </Disclosure>
  )
}
