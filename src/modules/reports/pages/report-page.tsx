import { emptyForm, type FormState } from '#platform/forms.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { publicMessages } from '../messages/public.ts'
import { reportDeskPaths, reportPaths } from '../paths.ts'
import { isPublic } from '../rules.ts'
import { Exchange, Reply, type Asked } from './question-parts.tsx'
import { ReportBody, type ReportParts } from './report-body.tsx'
import { useReportName } from './report-parts.tsx'
import { DoubtBox, type Doubting } from './still-broken-pages.tsx'
import { TellMore, type TellMoreParts } from './tell-more-form.tsx'

export type ReportPageProps = ReportParts & {
  frame: PageFrame
  /** Null for whoever may not add anything here. */
  telling: TellMoreParts | null
  worksOnIt: boolean
  asked: Asked
  doubting: Doubting | null
  form?: FormState
  refusal?: string | undefined
}

export function ReportPage({
  frame,
  telling,
  worksOnIt,
  asked,
  doubting,
  form = emptyForm,
  refusal,
  ...parts
}: ReportPageProps) {
  const t = publicMessages[frame.language]
  const { report } = parts
  const hasErrors = Object.keys(form.errors).length > 0 || refusal !== undefined
  return (
    <PublicPage frame={frame} title={t.number(report.number)} current="report-and-apply" hasErrors={hasErrors}>
      <Breadcrumbs links={[{ label: t.title, path: reportPaths.list }]} />
      <div class="stack-tight">
        <p class="quiet">{t.number(report.number)}</p>
        <h1>
          <NameOf {...parts} />
        </h1>
      </div>
      <ErrorSummary form={form} refusal={refusal} />
      {report.hiddenAt === null ? null : <Notice tone="warning">{t.hiddenNotice(report.hiddenReason ?? '')}</Notice>}
      {report.isPrivate ? <Notice>{t.privateNotice}</Notice> : null}
      {asked.reply === null ? null : <Reply form={form} {...asked.reply} />}
      <ReportBody {...parts} />
      <Exchange questions={asked.questions} />
      {worksOnIt ? (
        <p class="no-print">
          <Link href={reportDeskPaths.report(report.number)}>{t.toDesk}</Link>
        </p>
      ) : null}
      {doubting === null ? null : <DoubtBox number={report.number} {...doubting} />}
      {telling === null ? <p class="quiet no-print">{t.signInToTell}</p> : <TellMore form={form} {...telling} />}
      {isPublic(report) ? (
        <section class="stack-tight no-print">
          <p>{t.follow}</p>
          <FollowBox path={reportPaths.report(report.number)} />
        </section>
      ) : null}
      <p class="row no-print">
        <ButtonLink variant="secondary" href={reportPaths.send}>
          {t.report}
        </ButtonLink>
      </p>
    </PublicPage>
  )
}

function NameOf({ report }: Pick<ReportParts, 'report'>) {
  return <>{useReportName()(report)}</>
}
