import { formatDay } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { ButtonLink } from '#ui/button.tsx'
import { MonthGrid } from '#ui/charts/month-grid.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FollowBox, followPath } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { MarkStrip } from '#ui/mark-strip.tsx'
import { Notice } from '#ui/notice.tsx'
import { LiveChanges } from '#ui/live-changes.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { SparklineLegend } from '#ui/sparkline.tsx'
import { SectionNav } from '#ui/section-nav.tsx'
import { localPath } from '#ui/links.ts'
import { monthOf } from '../calendar.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { reportMessages } from '../messages/report.ts'
import { planApiPaths, planPaths } from '../paths.ts'
import { planMarks } from '../plan-marks.ts'
import type { OpenDiscussion } from '../queries/versions.ts'
import type { JudgedCommitment, JudgedPlan } from '../read-plan.ts'
import { reportYears } from '../report-of-year.ts'
import { CommitmentTable } from './commitment-table.tsx'
import { monthMarks, monthsAround } from './month-marks.ts'
import { ReportYears } from './report-page.tsx'
import { PlanFilterBar } from './plan-filter-bar.tsx'
import { choicePath, choiceValues, fits, inOrder, planViews, type PlanChoice } from './plan-filters.ts'

type PlanPageProps = { frame: PageFrame; plan: JudgedPlan; choice: PlanChoice; canMakePdf: boolean }

export function PlanPage({ frame, plan, choice, canMakePdf }: PlanPageProps) {
  const { language } = frame
  const t = planPageMessages[language]
  const { version, commitments, counts, today } = plan
  const vouched = commitments.filter(({ judged }) => judged.status === 'kept' && judged.vouched).length
  const shown = inOrder(
    commitments.filter((one) => fits(one, choice, today)),
    choice.order,
  )
  return (
    <PublicPage
      frame={frame}
      title={readText(version.title, language).text}
      description={t.description}
      current="promises"
      feedPath={planPaths.feed}
      wide
    >
      <h1>
        <LocalTextView text={version.title} inline />
      </h1>
      <p class="lead">{t.summary(commitments.length, counts, vouched, formatDay(today, language))}</p>
      <LiveChanges frame={frame} path={planPaths.plan} />
      <Adoption version={version} />
      <QuickLinks canMakePdf={canMakePdf} />
      {version.openDiscussion ? <DiscussionNotice discussion={version.openDiscussion} /> : null}
      <section class="stack" aria-labelledby="korraga">
        <h2 id="korraga" class="visually-hidden">
          {t.atAGlance}
        </h2>
        <MarkStrip groups={planMarks(plan, language)} />
        <Disclosure label={t.whatUnmeasuredMeans}>
          <div class="text">
            {t.unmeasured.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Disclosure>
      </section>
      <div class="no-print">
        <SectionNav
          label={t.viewLabel}
          links={planViews.map((view) => ({ label: t.views[view], path: choicePath({ ...choice, view }) }))}
          current={choicePath(choice)}
        />
      </div>
      <div class="no-print">
        <Disclosure label={t.narrow} open={Object.keys(choiceValues(choice)).length > 0 || choice.order !== 'number'}>
          <PlanFilterBar plan={plan} choice={choice} shown={shown.length} />
        </Disclosure>
      </div>
      <Shown plan={plan} choice={choice} shown={shown} />
      <TakeAlong years={reportYears(version, today)} canMakePdf={canMakePdf} />
      <FollowBox path={planPaths.plan} />
    </PublicPage>
  )
}

/** Follow and download in one line, so that the promises below stay in sight on a phone; the rest is at the end. */
function QuickLinks({ canMakePdf }: { canMakePdf: boolean }) {
  const { language, words } = useReader()
  const t = planPageMessages[language]
  return (
    <p class="no-print">
      <Link href={followPath(planPaths.plan)}>{words.follow}</Link>
      {canMakePdf ? (
        <>
          {' · '}
          <a href={localPath(planPaths.planPdf, language)} download>
            PDF
          </a>
        </>
      ) : null}
      {' · '}
      <a href={planApiPaths.plan}>JSON</a>
      {' · '}
      <a href="#kaasa">{t.takeAlong}</a>
    </p>
  )
}

/** Who adopted it, when and by which act. */
function Adoption({ version }: { version: JudgedPlan['version'] }) {
  const { language } = useReader()
  const t = planPageMessages[language]
  const body = version.adoptedBy === 'council' ? 'council' : 'government'
  return (
    <p class="quiet">
      {version.adoptedOn === null ? null : (
        <>
          {t.adoptedBy[body]}, <time datetime={version.adoptedOn}>{formatDay(version.adoptedOn, language)}</time>,{' '}
          {t.act(version.actNumber ?? '')}.{' '}
        </>
      )}
      <Link href={planPaths.version(version.number)}>{t.version(version.number)}</Link>
      {' · '}
      <Link href={planPaths.versions}>{t.allVersions}</Link>
      {' · '}
      <Link href={planPaths.reviews}>{t.reviews}</Link>
    </p>
  )
}

function DiscussionNotice({ discussion }: { discussion: OpenDiscussion }) {
  const { language } = useReader()
  const t = planPageMessages[language]
  return (
    <Notice title={t.discussionTitle(discussion.number)}>
      <p>{t.discussionUntil(formatDay(discussion.until, language))}</p>
      <p>
        <Link href={planPaths.version(discussion.number)}>{t.readDiscussion}</Link>
      </p>
    </Notice>
  )
}

function Shown({
  plan,
  choice,
  shown,
}: Pick<PlanPageProps, 'plan' | 'choice'> & { shown: readonly JudgedCommitment[] }) {
  const { language } = useReader()
  const t = planPageMessages[language]
  const { version, today } = plan
  if (shown.length === 0) {
    const action = (
      <ButtonLink variant="secondary" href={planPaths.plan}>
        {t.wholePlan}
      </ButtonLink>
    )
    return (
      <EmptyState title={t.nothingFits} action={action}>
        <p>{t.nothingFitsHint}</p>
      </EmptyState>
    )
  }
  if (choice.view === 'ajatelg') return <PlanTimeline commitments={shown} today={today} />
  const legend = <SparklineLegend label={t.yearLegend} />
  if (choice.order !== 'number') {
    return (
      <>
        {legend}
        <CommitmentTable caption={t.sorted} commitments={shown} today={today} />
      </>
    )
  }
  return (
    <>
      {legend}
      {version.chapters.map((chapter) => {
        const own = shown.filter((one) => one.chapter === chapter.number)
        const title = `${chapter.number}. ${readText(chapter.title, language).text}`
        return own.length === 0 ? null : (
          <section key={chapter.number} class="stack" id={`peatukk-${chapter.number}`}>
            <h2>{title}</h2>
            <CommitmentTable caption={title} commitments={own} today={today} />
          </section>
        )
      })}
    </>
  )
}

function PlanTimeline({ commitments, today }: { commitments: readonly JudgedCommitment[]; today: string }) {
  const { language } = useReader()
  const t = planPageMessages[language]
  const months = monthsAround(today, 9, 4)
  const rows = commitments.map((one) => ({
    key: one.id,
    label: `${one.number} ${readText(one.name, language).text}`,
    href: planPaths.commitment(one.number),
    marks: monthMarks(one, months, today),
  }))
  return (
    <div class="stack">
      <MonthGrid
        caption={t.timelineCaption}
        rowLabel={t.commitment}
        months={months}
        currentMonth={monthOf(today)}
        rows={rows}
      />
      <p class="quiet small">{t.timelineNote}</p>
    </div>
  )
}

function TakeAlong({ years, canMakePdf }: { years: readonly number[]; canMakePdf: boolean }) {
  const { language } = useReader()
  const t = planPageMessages[language]
  const r = reportMessages[language]
  return (
    <section class="stack-tight no-print" aria-labelledby="kaasa">
      <h2 id="kaasa">{t.takeAlong}</h2>
      {canMakePdf ? (
        <DownloadLink href={localPath(planPaths.planPdf, language)} label={r.planAsPdf} note={r.pdf} />
      ) : null}
      <DownloadLink href={planApiPaths.plan} label={t.asJson} note={t.json} />
      <p>
        <a href={localPath(planPaths.feed, language)}>{t.feed}</a> <span class="quiet small">{t.feedNote}</span>
      </p>
      <p>
        <a href={localPath(planPaths.calendar, language)}>{t.calendar}</a>
      </p>
      <h3>{r.reports}</h3>
      <ReportYears years={years} />
    </section>
  )
}

export function NoPlanPage({ frame }: { frame: PageFrame }) {
  const t = planPageMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.plan} current="promises">
      <h1>{t.plan}</h1>
      <EmptyState title={t.noPlan} action={<Link href={planPaths.versions}>{t.allVersions}</Link>}>
        <p>{t.noPlanHint}</p>
      </EmptyState>
    </PublicPage>
  )
}
