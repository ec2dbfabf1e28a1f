import * as z from 'zod'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { formatDay, localDate } from '#platform/format.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { planPaths } from '../paths.ts'
import type { Review } from '../queries/participation.ts'

const countsThen = z.object({ kept: z.int(), 'due-soon': z.int(), late: z.int(), 'not-measured': z.int() })

export function ReviewsPage({ frame, reviews }: { frame: PageFrame; reviews: readonly Review[] }) {
  const { language } = frame
  const t = versionMessages[language]
  return (
    <PublicPage frame={frame} title={t.reviews} current="promises" feedPath={planPaths.feed}>
      <Breadcrumbs links={[{ label: planPageMessages[language].plan, path: planPaths.plan }]} />
      <h1>{t.reviews}</h1>
      <p class="lead">{t.reviewsLead}</p>
      {reviews.length === 0 ? (
        <EmptyState title={t.noReviews} action={<Link href={planPaths.plan}>{t.seePlan}</Link>}>
          <p>{t.noReviewsHint}</p>
        </EmptyState>
      ) : null}
      {reviews.map((review) => (
        <OneReview key={review.year} review={review} frame={frame} />
      ))}
    </PublicPage>
  )
}

function OneReview({ review, frame }: { review: Review; frame: PageFrame }) {
  const { language } = frame
  const t = versionMessages[language]
  const counts = countsThen.safeParse(review.counts).data
  const day = formatDay(localDate(review.writtenAt, frame.site.timeZone), language)
  return (
    <article class="stack-tight" id={`aasta-${review.year}`}>
      <h2>{t.reviewOf(review.year)}</h2>
      {counts === undefined ? null : (
        <p>
          {planPageMessages[language].summary(
            counts.kept + counts['due-soon'] + counts.late + counts['not-measured'],
            counts,
            0,
            day,
          )}
        </p>
      )}
      <LocalTextView text={review.summary} />
      <p class="quiet small">
        {t.reviewWritten} <Moment at={review.writtenAt} />
        {review.actNumber === null ? '' : ` · ${t.reviewAct(review.actNumber)}`}
      </p>
    </article>
  )
}
