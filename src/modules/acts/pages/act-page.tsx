import { formatDay } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import { AttachmentList, type reading } from '#modules/files/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Day, Moment } from '#ui/moment.tsx'
import { DefinitionList, type Definition } from '#ui/definition-list.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { givenMessages } from '../given/messages.ts'
import { nameMessages } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { actDeskPaths, actPaths } from '../paths.ts'
import type { Correction } from '../queries/corrections.ts'
import type { FollowUp } from '../queries/follow-ups.ts'
import type { ActRules } from '../rules-of-day.ts'
import type { RelationKind } from '../rules.ts'
import { nameOfAct, type SeenAct } from '../seen-act.ts'
import { ActStateTag, actTitle, FollowUpLine, sayVoteOf } from './act-parts.tsx'
import { ActCorrections } from './act-corrections.tsx'
import { ActTexts, type SeenText } from './act-texts.tsx'

export type SeenRelation = { kind: RelationKind; onDate: string; isActing: boolean; act: SeenAct }
export type ActPageProps = {
  frame: PageFrame
  act: SeenAct
  texts: readonly SeenText[]
  /** SHA-256 of the text with everything in it, also where only a public version is shown. */
  fullHash: string | null
  files: readonly reading.AttachedFile[]
  related: readonly SeenRelation[]
  corrections: readonly Correction[]
  followUps: readonly FollowUp[]
  rules: ActRules
  today: string
  isAtDesk: boolean
  /** The registrar and the head of the office read who was given what is restricted. */
  readsGiven: boolean
}

/** One act: what was decided, by which votes, when it holds, and what comes of it. */
export function ActPage(props: ActPageProps) {
  const { frame, act, related, followUps, today, isAtDesk, readsGiven } = props
  const { language } = frame
  const t = publicMessages[language]
  return (
    <PublicPage frame={frame} title={`${nameOfAct(act, language)}: ${actTitle(act, language)}`} current="decisions">
      <Breadcrumbs links={[{ label: t.title, path: actPaths.list }]} />
      <p class="quiet">{nameOfAct(act, language)}</p>
      <h1 class="page-title" lang={act.title === null ? undefined : 'et'}>
        {actTitle(act, language)}
      </h1>
      <p class="row">
        <ActStateTag act={act} />
      </p>
      <Notes act={act} />
      <Facts {...props} />
      <ActTexts act={act} texts={props.texts} fullHash={props.fullHash} />
      <ActCorrections act={act} corrections={props.corrections} />
      {related.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.related}</h2>
          <ul>
            {related.map(({ kind, onDate, isActing, act: other }) => (
              <li key={other.id}>
                {t.relations[kind][isActing ? 'acting' : 'target']}:{' '}
                <Link href={actPaths.act(other.slug)}>{nameOfAct(other, language)}</Link>, {actTitle(other, language)},{' '}
                {t.from(formatDay(onDate, language))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {followUps.length === 0 ? null : (
        <section class="stack-tight" id="taitmine">
          <h2>{t.followUps}</h2>
          <ul class="plain-list ruled">
            {followUps.map((one) => (
              <li key={one.id} class="stack-tight">
                <FollowUpLine one={one} today={today} />
              </li>
            ))}
          </ul>
          <p class="no-print">
            <DownloadLink href={actPaths.ownDeadlines(act.slug)} label={t.ownCalendar} />
          </p>
        </section>
      )}
      {isAtDesk ? (
        <p class="no-print">
          <Link href={actDeskPaths.act(act.slug)}>{t.deskLink}</Link>
        </p>
      ) : null}
      {readsGiven ? (
        <p class="no-print">
          <Link href={actDeskPaths.given(act.slug)}>{givenMessages[language].link}</Link>
        </p>
      ) : null}
      <FollowBox path={actPaths.act(act.slug)} />
    </PublicPage>
  )
}

function Notes({ act }: { act: SeenAct }) {
  return (
    <>
      <AnnulledNote act={act} />
      <ClosedNote act={act} />
    </>
  )
}

function AnnulledNote({ act: { annulled, annulledOn } }: { act: SeenAct }) {
  return annulled === null || annulledOn === null ? null : (
    <Notice tone="warning">
      <Said
        say={(language) =>
          publicMessages[language].annulledNote(
            nameMessages[language].annulled[annulled.how],
            formatDay(annulledOn, language),
            annulled.because,
          )
        }
      />
    </Notice>
  )
}

function Said({ say }: { say: (language: Language) => string }) {
  const { language } = useReader()
  return <p>{say(language)}</p>
}

function ClosedNote({ act: { closed, readsFull } }: { act: SeenAct }) {
  const { language } = useReader()
  const t = publicMessages[language]
  if (closed === null) return null
  const days = (one: { from: string; until: string }) =>
    [formatDay(one.from, language), formatDay(one.until, language)] as const
  return (
    <Notice>
      <p>
        {closed.why === 'item'
          ? t.closedItem(closed.basis)
          : (closed.why === 'text' ? t.closedText : t.closedWhole)(closed.basis, ...days(closed))}
      </p>
      {readsFull ? <p>{t.readsAll}</p> : null}
    </Notice>
  )
}

function Facts({ frame, act, files, rules, today }: ActPageProps) {
  const { language } = frame
  const t = publicMessages[language]
  const vote = sayVoteOf(act, language)
  const seconds =
    act.adoptedAt === null
      ? null
      : Math.max(0, Math.round((act.publishedAt.getTime() - act.adoptedAt.getTime()) / 1000))
  const facts: (Definition | null)[] = [
    { term: t.adoptedOn, definition: <Day day={act.adoptedOn} /> },
    act.adoptedAt === null ? null : { term: t.stated, definition: <Moment at={act.adoptedAt} /> },
    {
      term: t.published,
      definition: (
        <>
          <Moment at={act.publishedAt} />
          {seconds === null ? '' : `, ${t.publishedAfter(seconds)}`}
        </>
      ),
    },
    vote === '' ? null : { term: t.vote, definition: <VoteOf act={act} said={vote} /> },
    act.origin === null ? null : { term: t.meeting, definition: <MeetingOf act={act} /> },
    { term: t.inForce, definition: sayInForce(act, rules, today, language) },
    act.gazetteOn === null
      ? null
      : {
          term: t.gazette,
          definition: [act.gazetteReference, t.gazetteOn(formatDay(act.gazetteOn, language))]
            .filter((part) => part !== '')
            .join(', '),
        },
    act.repealedOn === null
      ? null
      : { term: nameMessages[language].states.repealed, definition: t.repealedOn(formatDay(act.repealedOn, language)) },
    {
      term: t.signature,
      definition: (
        <>
          {act.signedAt !== null ? t.signed : act.adoptedAt === null ? t.noFile : t.unsigned}
          <AttachmentList files={files} plain />
        </>
      ),
    },
  ]
  return <DefinitionList definitions={facts.filter((one) => one !== null)} />
}

function VoteOf({ act, said }: { act: SeenAct; said: string }) {
  const { language } = useReader()
  const t = publicMessages[language]
  const vote = act.origin?.vote ?? null
  if (vote === null) return <>{said}</>
  return (
    <>
      <strong>{said}</strong>
      {vote.said.et === '' ? '' : ` (${vote.said[language] ?? vote.said.et})`}
      {vote.reckoning.et === '' ? null : (
        <span class="quiet">
          {' '}
          {vote.reckoning[language] ?? vote.reckoning.et}
          {vote.basis === '' ? '' : ` ${vote.basis}.`}
        </span>
      )}{' '}
      {vote.method === 'secret' && vote.counts !== null ? (
        t.secretVote
      ) : (
        <Link href={`/istungid/${act.origin!.meeting}/otse`}>{vote.counts === null ? t.whoElected : t.whoVoted}</Link>
      )}
    </>
  )
}

function MeetingOf({ act: { origin, itemId } }: { act: SeenAct }) {
  const { language } = useReader()
  const path = `/istungid/${origin!.meeting}`
  return (
    <>
      <Link href={path}>{origin!.name[language] ?? origin!.name.et}</Link>
      {itemId === null ? null : (
        <>
          {', '}
          <Link href={`${path}/punktid/${itemId}`}>{publicMessages[language].item}</Link>
        </>
      )}
    </>
  )
}

/** The day, and the rule by which it is that day. */
function sayInForce(act: SeenAct, rules: ActRules, today: string, language: Language): string {
  const t = publicMessages[language]
  if (act.inForceOn === null) return `${t.inForceUnknown} (${rules.regulationBasis})`
  const basis = act.kind === 'regulation' ? rules.regulationBasis : rules.decisionBasis
  const why =
    act.statedOn !== null && act.statedOn === act.inForceOn
      ? t.byStated(basis)
      : act.kind === 'regulation'
        ? t.byGazette(rules.regulationDays, basis)
        : t.byNotification(basis)
  return `${t.inForceOn(formatDay(act.inForceOn, language), act.inForceOn <= today)}, ${why}`
}
