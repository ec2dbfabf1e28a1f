import { readText } from '#platform/language.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { publicMessages } from '../messages/public.ts'
import { reportPaths } from '../paths.ts'
import type { Report } from '../queries/reports.ts'

/** Looking at the link changes nothing; the button does. */
export function ConfirmReportPage({ frame, report, token }: { frame: PageFrame; report: Report; token: string }) {
  const t = publicMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.confirmTitle} current="report-and-apply">
      <h1>{t.confirmTitle}</h1>
      <p class="lead">{t.confirmLead}</p>
      <h2>{readText(report.categoryName, frame.language).text}</h2>
      <blockquote lang={report.language} class="local-text">
        {report.words}
      </blockquote>
      <Form action={reportPaths.confirm(token)}>
        <Button>{t.confirmButton}</Button>
      </Form>
    </PublicPage>
  )
}

export function GoneLinkPage({ frame }: { frame: PageFrame }) {
  const t = publicMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.goneTitle} current="report-and-apply">
      <h1>{t.goneTitle}</h1>
      <p class="lead">{t.gone}</p>
      <p class="row">
        <ButtonLink href={reportPaths.send}>{t.report}</ButtonLink>
      </p>
    </PublicPage>
  )
}

/** In the place of a report that was taken off the public list: the reason, and nothing of what it said. */
export function TakenOffPage({ frame, report }: { frame: PageFrame; report: Report }) {
  const t = publicMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.number(report.number)} current="report-and-apply">
      <h1>{t.number(report.number)}</h1>
      <p class="lead">{t.hiddenNotice(report.hiddenReason ?? '')}</p>
      <p>
        <Link href={reportPaths.list}>{t.title}</Link>
      </p>
    </PublicPage>
  )
}
