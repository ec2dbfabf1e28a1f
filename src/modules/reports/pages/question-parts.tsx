import { readText } from '#platform/language.ts'
import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { askingMessages } from '../messages/asking.ts'
import { publicMessages } from '../messages/public.ts'
import type { Question } from '../queries/questions.ts'

export type ReplyParts = { question: Question; action: string; idempotencyKey: string }

/** What was asked of the sender, for the sender alone: nobody else gets a question here. */
export type Asked = { questions: readonly Question[]; reply: ReplyParts | null }

/** What the municipality asks of the sender, with the place for the answer. */
export function Reply({ form, question, action, idempotencyKey }: ReplyParts & { form: FormState }) {
  const { language } = useReader()
  const t = askingMessages[language]
  return (
    <section class="stack-tight no-print" id="kusimus">
      <h2>{t.asksYou}</h2>
      <blockquote class="local-text">{question.words}</blockquote>
      <Form action={action} idempotencyKey={idempotencyKey}>
        <TextArea
          form={form}
          name="reply"
          label={t.reply}
          hint={question.isPublic ? t.replyPublic : t.replyPrivate}
          rows={4}
          maxlength={4000}
        />
        <Button>{t.replyButton}</Button>
      </Form>
    </section>
  )
}

/** Questions to the sender alone, and what was answered: for the sender and for those at work. */
export function Exchange({ questions }: { questions: readonly Question[] }) {
  const { language } = useReader()
  const t = askingMessages[language]
  const between = questions.filter(({ isPublic }) => !isPublic)
  if (between.length === 0) return null
  return (
    <section class="stack-tight">
      <h2>{t.exchange}</h2>
      <ul class="plain-list ruled">
        {between.map(({ id, askedAt, postTitle, words, answerWords, settledAt, settledHow }) => (
          <li key={id}>
            <p class="local-text">{words}</p>
            <p class="quiet small">
              {postTitle === null ? publicMessages[language].author.official : readText(postTitle, language).text},{' '}
              <Moment at={askedAt} />
            </p>
            {answerWords === null ? (
              <p class="quiet">{settledHow === null ? t.unanswered : t.takenBack}</p>
            ) : (
              <>
                <p class="local-text">{answerWords}</p>
                <p class="quiet small">
                  {publicMessages[language].author.reporter}, {settledAt === null ? null : <Moment at={settledAt} />}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
