import { SubmitButton, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choices.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { localPath } from '#ui/links.ts'
import { useReader } from '#ui/reader.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { planPaths, signInPath } from '../paths.ts'
import type { AskState } from './what-pages-take.ts'

/** Anyone who has signed in may ask; the others are shown the way in. */
export function AskForm({ number, ask }: { number: string; ask: AskState | null }) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  if (ask === null) {
    const back = localPath(planPaths.commitment(number), language)
    return (
      <p class="no-print">
        <ButtonLink variant="secondary" href={signInPath(`${back}#kusi`)}>
          {t.signInToAsk}
        </ButtonLink>
      </p>
    )
  }
  return (
    <section class="stack no-print" id="kusi">
      <h3>{t.ask}</h3>
      <Form action={planPaths.questions(number)} idempotencyKey={ask.idempotencyKey} warnUnsaved>
        <TextArea form={ask.form} name="words" label={t.yourQuestion} hint={t.askHint} maxlength={5000} />
        <CheckboxField form={ask.form} name="named" label={t.named} hint={t.namedHint} />
        <SubmitButton>{t.sendQuestion}</SubmitButton>
      </Form>
    </section>
  )
}
