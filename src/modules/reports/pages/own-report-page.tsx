import { emptyForm, type FormState } from '#platform/forms.ts'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { publicMessages } from '../messages/public.ts'
import { stillBrokenMessages } from '../messages/still-broken.ts'
import { reportPaths } from '../paths.ts'
import { isPublic } from '../rules.ts'
import { Exchange, Reply, type Asked } from './question-parts.tsx'
import { ReportBody, type ReportParts } from './report-body.tsx'
import { TellMore, type TellMoreParts } from './tell-more-form.tsx'

export type OwnReportPageProps = ReportParts & {
  frame: PageFrame
  telling: TellMoreParts
  isJustSent: boolean
  asked: Asked
  /** The sender has just said that it is mended. */
  saysFixed: boolean
  /** Where the letter to confirm went, as far as it may be shown; null when nothing waits. */
  mailedTo: string | null
  form?: FormState
  refusal?: string | undefined
}

/** The sender's own page of a report, opened by its link alone. */
export function OwnReportPage(props: OwnReportPageProps) {
  const { frame, telling, isJustSent, asked, saysFixed, mailedTo, form = emptyForm, refusal, ...parts } = props
  const t = publicMessages[frame.language]
  const { report } = parts
  const hasErrors = Object.keys(form.errors).length > 0 || refusal !== undefined
  return (
    <PublicPage frame={frame} title={t.ownTitle(report.number)} current="report-and-apply" hasErrors={hasErrors}>
      <h1>{t.ownTitle(report.number)}</h1>
      <ErrorSummary form={form} refusal={refusal} />
      {mailedTo === null ? null : (
        <Notice tone="warning" live={isJustSent}>
          <p>{t.checkMail(mailedTo)}</p>
        </Notice>
      )}
      {isJustSent && mailedTo === null ? (
        <Notice tone="success" live>
          <p>{t.thanks}</p>
        </Notice>
      ) : null}
      {saysFixed ? (
        <Notice tone="success" live>
          <p>{stillBrokenMessages[frame.language].thanksFixed}</p>
        </Notice>
      ) : null}
      <p class="lead">{t.ownLead}</p>
      {report.isPrivate ? <Notice>{t.privateNotice}</Notice> : null}
      {asked.reply === null ? null : <Reply form={form} {...asked.reply} />}
      <ReportBody {...parts} />
      <Exchange questions={asked.questions} />
      {isPublic(report) ? (
        <p>
          <Link href={reportPaths.report(report.number)}>{t.toPublic}</Link>
        </p>
      ) : null}
      {report.state === 'unconfirmed' ? null : <TellMore form={form} {...telling} />}
    </PublicPage>
  )
}
