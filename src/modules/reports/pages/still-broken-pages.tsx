import { emptyForm, type FormState } from '#platform/forms.ts'
import { formatDay, type LocalDate } from '#platform/format.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { publicMessages } from '../messages/public.ts'
import { stillBrokenMessages } from '../messages/still-broken.ts'
import { reportPaths } from '../paths.ts'
import { doubtsToReopen } from '../rules.ts'

export type Doubting = { said: number; until: LocalDate }

/** Leads to where neighbours say that it is not mended; the same for everybody, since the page is kept ready. */
export function DoubtBox({ number, said, until }: Doubting & { number: number }) {
  const { language } = useReader()
  const t = stillBrokenMessages[language]
  return (
    <section class="stack-tight no-print" id="alles">
      <h2>{t.title}</h2>
      <p>{t.lead(doubtsToReopen, said, formatDay(until, language))}</p>
      <p>
        <Link href={reportPaths.doubt(number)}>{t.button}</Link>
      </p>
    </section>
  )
}

type DoubtPageProps = Doubting & {
  frame: PageFrame
  number: number
  /** Signed in, no address is needed. */
  needsAddress: boolean
  form?: FormState
  refusal?: string | undefined
  done?: 'asked' | 'counted' | undefined
}

export function DoubtPage(props: DoubtPageProps) {
  const { frame, number, said, until, needsAddress, form = emptyForm, refusal, done } = props
  const { language } = frame
  const t = stillBrokenMessages[language]
  const hasErrors = Object.keys(form.errors).length > 0 || refusal !== undefined
  return (
    <PublicPage frame={frame} title={t.title} current="report-and-apply" hasErrors={hasErrors}>
      <h1>{t.title}</h1>
      <ErrorSummary form={form} refusal={refusal} />
      {done === undefined ? null : (
        <Notice tone="success" live>
          <p>{t[done]}</p>
        </Notice>
      )}
      <p class="lead">{t.lead(doubtsToReopen, said, formatDay(until, language))}</p>
      {done === undefined ? (
        <Form action={reportPaths.doubt(number)}>
          {needsAddress ? (
            <TextField form={form} name="email" label={t.email} hint={t.emailHint} type="email" autocomplete="email" />
          ) : null}
          <Button>{t.button}</Button>
        </Form>
      ) : null}
      <p>
        <Link href={reportPaths.report(number)}>{publicMessages[language].number(number)}</Link>
      </p>
    </PublicPage>
  )
}

type ConfirmDoubtProps = { frame: PageFrame; number: number; action: string; refusal?: string | undefined }

/** From the letter: looking changes nothing. */
export function ConfirmDoubtPage({ frame, number, action, refusal }: ConfirmDoubtProps) {
  const t = stillBrokenMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.confirmTitle} current="report-and-apply" hasErrors={refusal !== undefined}>
      <h1>{t.confirmTitle}</h1>
      <ErrorSummary form={emptyForm} refusal={refusal} />
      <p class="lead">{t.confirmLead(number)}</p>
      <Form action={action}>
        <Button>{t.button}</Button>
      </Form>
      <p>
        <Link href={reportPaths.report(number)}>{publicMessages[frame.language].number(number)}</Link>
      </p>
    </PublicPage>
  )
}

type CheckProps = { frame: PageFrame; number: number; action: string; back: string; isAsked: boolean }

/** "Is it mended?": three buttons, and looking changes nothing. */
export function CheckPage({ frame, number, action, back, isAsked }: CheckProps) {
  const t = stillBrokenMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.checkTitle} current="report-and-apply">
      <h1>{t.checkTitle}</h1>
      {isAsked ? (
        <>
          <p class="lead">{t.checkLead(number)}</p>
          <Form action={action}>
            <div class="row">
              <Button name="answer" value="yes">
                {t.yes}
              </Button>
              <Button name="answer" value="no" variant="secondary">
                {t.no}
              </Button>
              <Button name="answer" value="stop" variant="secondary">
                {t.stop}
              </Button>
            </div>
          </Form>
        </>
      ) : (
        <p class="lead">{t.checkDone}</p>
      )}
      <p>
        <Link href={back}>{publicMessages[frame.language].number(number)}</Link>
      </p>
    </PublicPage>
  )
}
