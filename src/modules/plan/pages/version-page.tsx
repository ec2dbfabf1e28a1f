import { formatDay, type LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { deskPaths, planPaths } from '../paths.ts'
import type { CommitmentRow } from '../queries/commitments.ts'
import type { WholeVersion } from '../queries/versions.ts'
import { isOpenForComments } from '../rules.ts'
import { Parties } from './commitment-parts.tsx'
import { VersionDates } from './version-state.tsx'

type VersionPageProps = {
  frame: PageFrame
  version: WholeVersion
  commitments: readonly CommitmentRow[]
  /** How many comments each commitment has, by its identity. */
  comments: ReadonlyMap<string, number>
  today: LocalDate
  mayEdit: boolean
}

export function VersionPage({ frame, version, commitments, comments, today, mayEdit }: VersionPageProps) {
  const { language } = frame
  const t = versionMessages[language]
  const isOpen = isOpenForComments(version, today)
  return (
    <PublicPage
      frame={frame}
      title={`${readText(version.title, language).text}, ${t.version(version.number).toLowerCase()}`}
      current="promises"
      wide
    >
      <Breadcrumbs
        links={[
          { label: planPageMessages[language].plan, path: planPaths.plan },
          { label: t.versions, path: planPaths.versions },
        ]}
      />
      <div class="stack-tight">
        <p class="quiet">{t.version(version.number)}</p>
        <h1>
          <LocalTextView text={version.title} inline />
        </h1>
      </div>
      <VersionNotice version={version} today={today} />
      <div class="lead">
        <LocalTextView text={version.introduction} />
      </div>
      <p class="quiet">
        <VersionDates version={version} />
      </p>
      <p class="no-print row">
        {version.number === 1 ? null : <Link href={planPaths.difference(version.number)}>{t.seeChanges}</Link>}
        <Link href={planPaths.plan}>{t.seePlan}</Link>
        {mayEdit ? <Link href={deskPaths.version(version.number)}>{t.state}</Link> : null}
      </p>
      {version.chapters.map((chapter) => (
        <section key={chapter.number} class="stack" id={`peatukk-${chapter.number}`}>
          <h2>
            {chapter.number}. <LocalTextView text={chapter.title} inline />
          </h2>
          {commitments
            .filter((one) => one.chapter === chapter.number)
            .map((one) => (
              <Wording
                key={one.id}
                {...{ commitment: one, version: version.number, isOpen }}
                comments={comments.get(one.id) ?? 0}
              />
            ))}
        </section>
      ))}
    </PublicPage>
  )
}

type WordingProps = { commitment: CommitmentRow; version: number; isOpen: boolean; comments: number }

function Wording({ commitment, version, isOpen, comments }: WordingProps) {
  const { language } = useReader()
  const t = versionMessages[language]
  const { number, name, text, deadlineAsWritten, parties, fulfilment } = commitment
  const path = planPaths.draftCommitment(version, number)
  return (
    <article class="stack-tight" id={`l-${number.replace('.', '-')}`}>
      <h3>
        {number} <LocalTextView text={name} inline />
      </h3>
      <LocalTextView text={text} />
      <DefinitionList
        definitions={[
          {
            term: t.deadline,
            definition: <span lang={language === 'et' ? undefined : 'et'}>{deadlineAsWritten}</span>,
          },
          { term: t.owners, definition: <Parties parties={parties} /> },
          ...(fulfilment === null ? [] : [{ term: t.fulfilment, definition: <LocalTextView text={fulfilment} /> }]),
        ]}
      />
      {isOpen || comments > 0 ? (
        <p class="no-print">
          <Link href={path}>
            {isOpen ? t.comment : t.readComments}
            <span class="visually-hidden">: {number}</span>
          </Link>
          {comments === 0 ? null : <span class="quiet"> · {t.comments(comments)}</span>}
        </p>
      ) : null}
    </article>
  )
}

export function VersionNotice({ version, today }: { version: WholeVersion; today: LocalDate }) {
  const { language } = useReader()
  const t = versionMessages[language]
  const { state, discussionFrom, discussionUntil } = version
  if (state === 'draft') return <Notice tone="warning">{t.draftNotice}</Notice>
  if (state === 'withdrawn') return <Notice tone="warning">{t.withdrawnNotice}</Notice>
  if (state === 'adopted' || discussionFrom === null || discussionUntil === null) return null
  const until = formatDay(discussionUntil, language)
  if (isOpenForComments(version, today)) return <Notice>{t.discussionOpen(until)}</Notice>
  if (today < discussionFrom) return <Notice>{t.discussionNotYet(formatDay(discussionFrom, language), until)}</Notice>
  return <Notice>{t.discussionOver}</Notice>
}
