import type { LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink, SubmitButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choices.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { localPath } from '#ui/links.ts'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { planPaths, signInPath } from '../paths.ts'
import type { DraftCommitment, DraftWithComments } from '../queries/version-pages.ts'
import { isOpenForComments } from '../rules.ts'
import { wordDifference } from '#platform/word-difference.ts'
import type { AskState } from './what-pages-take.ts'
import { Contributions } from './contributions.tsx'
import { Segments } from '#ui/text-difference.tsx'
import { VersionNotice } from './version-page.tsx'

type DraftCommitmentPageProps = {
  frame: PageFrame
  draft: DraftWithComments
  today: LocalDate
  mayAnswer: boolean
  ask: AskState | null
}

/** One promise as a version words it, what that changes, and what people say about it. */
export function DraftCommitmentPage({ frame, draft, today, mayAnswer, ask }: DraftCommitmentPageProps) {
  const { language } = frame
  const t = versionMessages[language]
  const { version, commitment, comments } = draft
  const hasErrors = ask !== null && (ask.refusal !== undefined || Object.keys(ask.form.errors).length > 0)
  return (
    <PublicPage
      frame={frame}
      title={`${commitment.number} ${readText(commitment.name, language).text}, ${t.version(version.number).toLowerCase()}`}
      current="promises"
      hasErrors={hasErrors}
      wide
    >
      <Breadcrumbs
        links={[
          { label: planPageMessages[language].plan, path: planPaths.plan },
          { label: t.version(version.number), path: planPaths.version(version.number) },
        ]}
      />
      {ask === null ? null : <ErrorSummary form={ask.form} refusal={ask.refusal} />}
      <h1 class="page-title">
        {commitment.number} <LocalTextView text={commitment.name} inline />
      </h1>
      <VersionNotice version={version} today={today} />
      <div class="lead">
        <LocalTextView text={commitment.text} />
      </div>
      <DefinitionList
        definitions={[
          {
            term: t.deadline,
            definition: <span lang={language === 'et' ? undefined : 'et'}>{commitment.deadlineAsWritten}</span>,
          },
          ...(commitment.fulfilment === null
            ? []
            : [{ term: t.fulfilment, definition: <LocalTextView text={commitment.fulfilment} /> }]),
          { term: t.seeChanges, definition: <Change commitment={commitment} /> },
        ]}
      />
      <section class="stack" id="kommentaarid">
        <h2>{t.commentsTitle}</h2>
        {comments.length === 0 ? (
          <p class="quiet">{t.noComments}</p>
        ) : (
          <Contributions
            contributions={comments}
            verb={commitmentPageMessages[language].commented}
            mayAnswer={mayAnswer}
          />
        )}
        {isOpenForComments(version, today) || ask?.refusal !== undefined ? (
          <CommentForm version={version.number} number={commitment.number} ask={ask} />
        ) : null}
      </section>
    </PublicPage>
  )
}

function Change({ commitment }: { commitment: DraftCommitment }) {
  const { language } = useReader()
  const t = versionMessages[language]
  const { text, textBefore, deadlineAsWritten, deadlineBefore, number, numberBefore } = commitment
  if (textBefore === null) return <>{t.newPromise}</>
  const isSame = textBefore.et === text.et && deadlineBefore === deadlineAsWritten && number === numberBefore
  if (isSame) return <>{t.unchangedPromise}</>
  return (
    <div class="stack-tight" lang="et">
      {number === numberBefore || numberBefore === null ? null : (
        <p lang={language}>{t.fromTo(numberBefore, number)}</p>
      )}
      {textBefore.et === text.et ? null : <Segments segments={wordDifference(textBefore.et, text.et)} />}
      {deadlineBefore === deadlineAsWritten ? null : (
        <Segments segments={wordDifference(deadlineBefore ?? '', deadlineAsWritten)} />
      )}
    </div>
  )
}

function CommentForm({ version, number, ask }: { version: number; number: string; ask: AskState | null }) {
  const { language } = useReader()
  const t = versionMessages[language]
  const c = commitmentPageMessages[language]
  if (ask === null) {
    const back = localPath(planPaths.draftCommitment(version, number), language)
    return (
      <p class="no-print">
        <ButtonLink variant="secondary" href={signInPath(`${back}#kommenteeri`)}>
          {t.signInToComment}
        </ButtonLink>
      </p>
    )
  }
  return (
    <section class="stack no-print" id="kommenteeri">
      <h3>{t.writeComment}</h3>
      <Form action={planPaths.comments(version, number)} idempotencyKey={ask.idempotencyKey} warnUnsaved>
        <TextArea form={ask.form} name="words" label={t.yourComment} hint={t.commentHint} maxlength={5000} />
        <CheckboxField form={ask.form} name="named" label={c.named} hint={c.namedHint} />
        <SubmitButton>{t.sendComment}</SubmitButton>
      </Form>
    </section>
  )
}
