import type { VNode } from 'preact'
import { localDate, localTimeOf } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { Tag } from '#ui/status-tag.tsx'
import { nameMessages, nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { screenMessages } from '../messages/screen.ts'
import { minutesMessages } from '../minutes/messages.ts'
import { meetingPaths } from '../paths.ts'
import type { Item } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { daysOfNotice } from '../rules.ts'
import { depthOf } from '../rules/agenda-tree.ts'
import { estimateStarts } from '../rules/estimate.ts'
import { ContinuedLinks } from './continued-links.tsx'
import { MeetingState, MeetingTime, whereOf } from './meeting-parts.tsx'

export type MeetingPageProps = {
  frame: PageFrame
  meeting: Meeting
  items: readonly Item[]
  hasMinutes: boolean
  /** What other modules have to say of it. */
  sections: readonly VNode[]
}

/** One meeting: when, where, and what is on its agenda. */
export function MeetingPage({ frame, meeting, items, hasMinutes, sections }: MeetingPageProps) {
  const { language, now } = frame
  const [t, words] = [publicMessages[language], nameMessages[language]]
  const name = nameOfMeeting(meeting, language)
  const estimates = estimatesOf(meeting, items)
  return (
    <PublicPage frame={frame} title={name} current="decisions">
      <Breadcrumbs links={[{ label: t.title, path: meetingPaths.list }]} />
      <h1>{name}</h1>
      <p class="row">
        <MeetingState meeting={meeting} now={now} />
      </p>
      <ContinuedLinks meeting={meeting} />
      {meeting.changedBecause === '' ? null : (
        <Notice tone="warning">
          {(meeting.state === 'cancelled' ? t.cancelled : t.moved)(meeting.changedBecause)}
        </Notice>
      )}
      <DefinitionList
        definitions={[
          { term: t.when, definition: <MeetingTime meeting={meeting} /> },
          { term: t.where, definition: whereOf(meeting, language) },
          {
            term: t.body,
            definition: <Link href={`/kogud/${meeting.body.slug}`}>{readText(meeting.body.name, language).text}</Link>,
          },
          { term: t.kind, definition: words.kinds[meeting.kind] },
          ...noticesOf(frame, meeting),
        ]}
      />
      {meeting.lateBecause === '' ? null : <p>{t.late(meeting.lateBecause)}</p>}
      {meeting.state === 'in-session' ? (
        <p class="row no-print">
          <ButtonLink href={meetingPaths.live(meeting.number)}>{t.watchLive}</ButtonLink>
          <Link href={meetingPaths.seat(meeting.number)}>{t.takeSeat}</Link>
        </p>
      ) : null}
      {meeting.state === 'held' ? (
        <p>
          <ButtonLink href={meetingPaths.live(meeting.number)}>{t.howItWent}</ButtonLink>{' '}
          {hasMinutes ? (
            <ButtonLink variant="secondary" href={meetingPaths.minutes(meeting.number)}>
              {minutesMessages[language].title}
            </ButtonLink>
          ) : null}{' '}
          <Link href={meetingPaths.replay(meeting.number)}>{screenMessages[language].replay}</Link>
        </p>
      ) : null}
      <section class="stack-tight" id="paevakord">
        <h2>{t.agenda}</h2>
        {items.length === 0 ? (
          <p class="quiet">{t.noAgenda}</p>
        ) : (
          <ol class="plain-list stack">
            {items.map((item) => (
              <AgendaItem key={item.id} number={meeting.number} item={item} expectedAt={estimates.get(item.id)} />
            ))}
          </ol>
        )}
      </section>
      {sections}
      {meeting.state === 'cancelled' ? null : (
        <p class="row no-print">
          {meeting.invitedAt === null ? null : (
            <DownloadLink href={meetingPaths.invitation(meeting.number)} label={t.invitation} />
          )}
          <DownloadLink href={meetingPaths.ownCalendar(meeting.number)} label={t.calendar} />
        </p>
      )}
      <FollowBox path={meetingPaths.meeting(meeting.number)} />
    </PublicPage>
  )
}

/** How long before, which residents and the audit may hold against the rules. */
function noticesOf({ language, site }: PageFrame, { startsAt, announcedAt, invitedAt }: Meeting) {
  const t = publicMessages[language]
  const day = (at: Date) => localDate(at, site.timeZone)
  return [
    [t.announced, announcedAt],
    [t.called, invitedAt],
  ].flatMap(([term, at]) =>
    at instanceof Date
      ? [
          {
            term: term as string,
            definition: (
              <>
                <Moment at={at} />, {t.daysBefore(daysOfNotice(day(at), day(startsAt)))}
              </>
            ),
          },
        ]
      : [],
  )
}

/** When each item of a meeting to come may be taken up; an item with others below it takes their time. */
function estimatesOf({ state, startsAt }: Meeting, items: readonly Item[]): ReadonlyMap<string, Date> {
  if (state !== 'announced' && state !== 'invited') return new Map()
  const leaves = items.filter(({ id }) => !items.some(({ parentId }) => parentId === id))
  return estimateStarts(leaves, { from: startsAt, current: null })
}

type AgendaItemProps = { number: number; item: Item; expectedAt: Date | undefined }

function AgendaItem({ number, item, expectedAt }: AgendaItemProps) {
  const { language, timeZone } = useReader()
  const t = publicMessages[language]
  const facts = [
    item.rapporteur === '' ? '' : `${t.rapporteur}: ${item.rapporteur}`,
    item.plannedMinutes === null ? '' : t.minutes(item.plannedMinutes),
    expectedAt === undefined ? '' : t.estimated(localTimeOf(expectedAt, timeZone).slice(11)),
  ].filter((part) => part !== '')
  const hasMore = item.versions > 0 || item.memo !== ''
  return (
    <li class={`stack-tight below-${depthOf(item)}`}>
      <p class="row">
        <span lang="et">
          {item.number}. {hasMore ? <Link href={meetingPaths.item(number, item.id)}>{item.title}</Link> : item.title}
        </span>
        <Tag>{nameMessages[language].items[item.kind]}</Tag>
      </p>
      {facts.length === 0 ? null : <p class="quiet small">{facts.join(' · ')}</p>}
      {item.visibility === 'public' ? null : <p class="small">{t.notForAll[item.visibility](item.closedBasis)}</p>}
      {item.changedLateBecause === '' ? null : <p class="small">{t.changedItem(item.changedLateBecause)}</p>}
      {item.addedLateBecause === '' ? null : <p class="small">{t.lateItem(item.addedLateBecause)}</p>}
    </li>
  )
}
