import type { EvidenceFigure } from '#platform/evidence.ts'
import { localDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList, type Definition } from '#ui/definition-list.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Icon } from '#ui/icons.tsx'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { LiveChanges } from '#ui/live-changes.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { saySchedule, saysTheSame } from '../messages/schedule.ts'
import { deskPaths, planPaths } from '../paths.ts'
import type { Neighbour, WholeCommitment } from '../queries/commitment-in-force.ts'
import { Parties, Standing } from './commitment-parts.tsx'
import { CommitmentHistory } from './commitment-history.tsx'
import { Contributions } from './contributions.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { HowWeKnow } from './how-we-know.tsx'
import { Narratives } from './narratives.tsx'
import { AskForm } from './ask-form.tsx'
import { Schedules } from './schedules.tsx'
import type { AskState, CommitmentRights, EvidenceSources } from './what-pages-take.ts'

type CommitmentPageProps = {
  frame: PageFrame
  commitment: WholeCommitment
  sources: EvidenceSources
  figures: readonly EvidenceFigure[]
  rights: CommitmentRights
  ask: AskState | null
}

export function CommitmentPage({ frame, commitment, sources, figures, rights, ask }: CommitmentPageProps) {
  const { language } = frame
  const t = commitmentPageMessages[language]
  const { number, name, text, judged } = commitment
  const hasErrors = ask !== null && (ask.refusal !== undefined || Object.keys(ask.form.errors).length > 0)
  return (
    <PublicPage
      frame={frame}
      title={`${number} ${readText(name, language).text}`}
      description={readText(text, language).text}
      current="promises"
      feedPath={planPaths.feed}
      hasErrors={hasErrors}
      wide
    >
      <Breadcrumbs links={[{ label: planPageMessages[language].plan, path: planPaths.plan }]} />
      {ask === null ? null : <ErrorSummary form={ask.form} refusal={ask.refusal} />}
      <div class="stack-tight">
        <p class="quiet">
          {t.promise(number)} · {readText(commitment.chapterTitle, language).text}
        </p>
        <h1 class="page-title">
          <LocalTextView text={name} inline />
        </h1>
      </div>
      <div class="lead">
        <LocalTextView text={text} />
      </div>
      <p>
        <Standing judged={judged} />
      </p>
      <LiveChanges frame={frame} path={planPaths.commitment(number)} />
      {rights.mayUpdate ? (
        <p class="no-print">
          <ButtonLink href={deskPaths.commitment(number)}>{t.manage}</ButtonLink>
        </p>
      ) : null}
      <FollowBox path={planPaths.commitment(number)} />
      <Facts commitment={commitment} frame={frame} />
      <HowWeKnow
        commitment={commitment}
        sources={sources}
        figures={figures}
        today={localDate(frame.now, frame.site.timeZone)}
      />
      <EvidenceSection commitment={commitment} sources={sources} rights={rights} />
      <Schedules commitment={commitment} />
      <Narratives narratives={commitment.narratives} />
      <CommitmentHistory commitment={commitment} timeZone={frame.site.timeZone} />
      <section class="stack" id="kusimused">
        <h2>{t.questions}</h2>
        {commitment.questions.length === 0 ? (
          <p class="quiet">{t.noQuestions}</p>
        ) : (
          <Contributions contributions={commitment.questions} verb={t.asked} mayAnswer={rights.mayUpdate} />
        )}
        <AskForm number={number} ask={ask} />
      </section>
      <Neighbours commitment={commitment} frame={frame} />
    </PublicPage>
  )
}

function Facts({ commitment, frame }: { commitment: WholeCommitment; frame: PageFrame }) {
  const { language } = frame
  const t = commitmentPageMessages[language]
  const inWords = saySchedule(commitment.schedule, language)
  const isRepeated =
    saysTheSame(saySchedule(commitment.schedule, 'et'), commitment.deadlineAsWritten) && language === 'et'
  const definitions: Definition[] = [
    {
      term: t.deadline,
      definition: (
        <>
          <span lang={language === 'et' ? undefined : 'et'}>{commitment.deadlineAsWritten}</span>
          {inWords === '' || isRepeated ? null : (
            <span class="quiet">
              <br />
              {t.deadlineInWords}: {inWords}
            </span>
          )}
        </>
      ),
    },
    ...(commitment.judged.nextDue === undefined
      ? []
      : [{ term: t.nextDue, definition: <Day day={commitment.judged.nextDue} /> }]),
    { term: t.owners, definition: <Parties parties={commitment.parties} /> },
    ...(commitment.fulfilment === null
      ? []
      : [{ term: t.howPromised, definition: <LocalTextView text={commitment.fulfilment} /> }]),
    {
      term: t.planVersion,
      definition: <Link href={planPaths.version(commitment.version)}>{t.versionLink(commitment.version)}</Link>,
    },
  ]
  return <DefinitionList definitions={definitions} />
}

function Neighbours({ commitment, frame }: { commitment: WholeCommitment; frame: PageFrame }) {
  const t = commitmentPageMessages[frame.language]
  const { previous, next } = commitment
  const link = ({ number, name }: Neighbour) => `${number} ${readText(name, frame.language).text}`
  return (
    <nav class="pager" aria-label={`${t.previous}, ${t.next.toLowerCase()}`}>
      {previous === null ? null : (
        <Link href={planPaths.commitment(previous.number)} rel="prev">
          <Icon name="arrow" turned="flip" />
          <span>
            <span class="visually-hidden">{t.previous}: </span>
            {link(previous)}
          </span>
        </Link>
      )}
      {next === null ? null : (
        <Link class="pager-older" href={planPaths.commitment(next.number)} rel="next">
          <span>
            <span class="visually-hidden">{t.next}: </span>
            {link(next)}
          </span>
          <Icon name="arrow" />
        </Link>
      )}
    </nav>
  )
}
