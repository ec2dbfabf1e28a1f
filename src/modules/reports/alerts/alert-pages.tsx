import type { FormState } from '#platform/forms.ts'
import { type Settlement } from '#modules/places/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import type { MapTiles } from '../map-answers.ts'
import { publicMessages } from '../messages/public.ts'
import { settlementOptions, subjectOptions } from '../pages/options.ts'
import { PlacePicker } from '../pages/place-map.tsx'
import { ReportLines } from '../pages/report-lines.tsx'
import { reportPaths } from '../paths.ts'
import type { Group } from '../queries/categories.ts'
import type { ListedReport } from '../queries/reports.ts'
import { sayMetres } from './followables.ts'
import { alertMessages } from './messages.ts'
import { alertPaths } from './paths.ts'
import { radii } from './rules.ts'

export type AlertFormPageProps = {
  frame: PageFrame
  groups: readonly Group[]
  settlements: readonly Settlement[]
  tiles: MapTiles | null
  form: FormState
}

/** What new reports somebody wants to hear of; how often, the next page asks. */
export function AlertFormPage({ frame, groups, settlements, tiles, form }: AlertFormPageProps) {
  const { language } = frame
  const t = alertMessages[language]
  return (
    <PublicPage
      frame={frame}
      title={t.title}
      current="report-and-apply"
      hasErrors={Object.keys(form.errors).length > 0}
    >
      <Breadcrumbs links={[{ label: publicMessages[language].title, path: reportPaths.list }]} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary form={form} />
      <Form action={alertPaths.form}>
        <SelectField
          form={form}
          name="settlement"
          label={t.settlement}
          optional
          emptyLabel={t.everywhere}
          options={settlementOptions(settlements, language)}
        />
        <SelectField
          form={form}
          name="group"
          label={t.group}
          optional
          emptyLabel={t.allGroups}
          options={subjectOptions(groups, language)}
        />
        <SelectField
          form={form}
          name="metres"
          label={t.metres}
          hint={t.metresHint}
          optional
          emptyLabel={t.wholePlace}
          options={radii.map((metres) => ({ value: String(metres), label: t.within(sayMetres(metres, language)) }))}
        />
        <PlacePicker {...{ frame, settlements, tiles }} withoutSimilar />
        <TextField form={form} name="point" label={t.point} hint={t.pointHint} maxlength={100} optional short />
        <Button>{t.go}</Button>
      </Form>
    </PublicPage>
  )
}

export type AlertPageProps = {
  frame: PageFrame
  code: string
  title: string
  reports: readonly ListedReport[]
  feedPath: string
}

/** The latest of what somebody chose, and the way to follow it. */
export function AlertPage({ frame, code, title, reports, feedPath }: AlertPageProps) {
  const t = alertMessages[frame.language]
  return (
    <PublicPage frame={frame} title={title} current="report-and-apply" feedPath={feedPath}>
      <Breadcrumbs links={[{ label: publicMessages[frame.language].title, path: reportPaths.list }]} />
      <h1>{title}</h1>
      <p class="lead">{reports.length === 0 ? t.none : t.page}</p>
      <FollowBox path={alertPaths.alert(code)} />
      <ReportLines reports={reports} />
      <p class="row no-print">
        <Link href={feedPath}>{t.feed}</Link>
        <Link href={alertPaths.form}>{t.title}</Link>
        <Link href={reportPaths.list}>{t.map}</Link>
      </p>
    </PublicPage>
  )
}
