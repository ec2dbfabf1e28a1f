import { readText } from '#platform/language.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { participationMessages } from '../messages/participation.ts'
import { deskPaths } from '../paths.ts'
import type { Contribution } from '../queries/participation.ts'

type ContributionsProps = { contributions: readonly Contribution[]; verb: string; mayAnswer: boolean }

/** What residents asked or proposed, with the answers; of a hidden one only the reason shows. */
export function Contributions({ contributions, verb, mayAnswer }: ContributionsProps) {
  return (
    <ul class="plain-list ruled">
      {contributions.map((one) => (
        <li key={one.id} id={`sona-${one.id}`} class="stack-tight">
          {one.hiddenAt === null ? (
            <Shown contribution={one} verb={verb} mayAnswer={mayAnswer} />
          ) : (
            <Hidden contribution={one} />
          )}
        </li>
      ))}
    </ul>
  )
}

type ShownProps = { contribution: Contribution; verb: string; mayAnswer: boolean }

function Shown({ contribution, verb, mayAnswer }: ShownProps) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  const { shownAs, words, sentAt, answer, answeredAt, answeredPost } = contribution
  return (
    <>
      <p class="quiet small">
        <strong>{shownAs === '' ? t.resident : shownAs}</strong> {verb} <Moment at={sentAt} />
      </p>
      {/* Residents write in the language they like, and it is not known which. */}
      <p class="local-text">{words}</p>
      {answer === null ? (
        <p class="quiet">{t.noAnswer}</p>
      ) : (
        <blockquote class="stack-tight">
          <LocalTextView text={answer} />
          <p class="quiet small">
            {t.answered(answeredPost === null ? '' : readText(answeredPost, language).text)}{' '}
            {answeredAt === null ? null : <Moment at={answeredAt} />}
          </p>
        </blockquote>
      )}
      {mayAnswer ? (
        <p class="no-print">
          <Link href={deskPaths.contribution(contribution.id)}>
            {participationMessages[language].answerThis(answer !== null)}
          </Link>
        </p>
      ) : null}
    </>
  )
}

function Hidden({ contribution }: { contribution: Contribution }) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  return (
    <p class="quiet">
      {t.hidden} {t.hiddenBecause(contribution.hiddenReason ?? '')}
    </p>
  )
}
