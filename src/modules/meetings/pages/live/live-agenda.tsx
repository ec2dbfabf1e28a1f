import { localTimeOf } from '#platform/format.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag, Tag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { legalityMessages } from '../../messages/legality.ts'
import { liveMessages } from '../../messages/live.ts'
import { publicMessages } from '../../messages/public.ts'
import { meetingPaths } from '../../paths.ts'
import { restrictionMessages, sayWithheld } from '../../restrictions/messages.ts'
import { LiveAmendments } from './live-amendments.tsx'
import type { Known } from './live-parts.tsx'
import { ClosedBasis } from './now-strip.tsx'
import type { PublicItem, PublicMeeting } from './public-meeting.ts'
import { VoteLine } from './vote-result.tsx'

const tones: Record<PublicItem['state'], Tone> = {
  now: 'info',
  'under-way': 'info',
  next: 'neutral',
  ahead: 'neutral',
  'left-undone': 'warning',
  decided: 'success',
  rejected: 'neutral',
  postponed: 'warning',
  withdrawn: 'neutral',
  'sent-to-committee': 'neutral',
  'taken-note-of': 'success',
}

export type LiveAgendaProps = {
  view: PublicMeeting
  number: number
  /** Items whose own page has a draft or an explanation to read. */
  withPage: ReadonlySet<string>
  known: Known
  /** When items ahead may come up, by id. */
  estimates: ReadonlyMap<string, Date>
}

/** The agenda with how far it has got, the results of its votes and what was taken off it. */
export function LiveAgenda({ view, number, withPage, known, estimates }: LiveAgendaProps) {
  const { language } = useReader()
  const t = liveMessages[language]
  return (
    <section class="stack">
      <div class="stack-tight">
        <h2>{t.agenda}</h2>
        {view.agenda.length === 0 ? (
          <p class="quiet">{t.noAgenda}</p>
        ) : (
          <ol class="plain-list ruled">
            {view.agenda.map((item) => (
              <AgendaLine
                key={item.id}
                item={item}
                href={withPage.has(item.id) ? meetingPaths.item(number, item.id) : null}
                known={known}
                expectedAt={estimates.get(item.id)}
              />
            ))}
          </ol>
        )}
      </div>
      {view.votes.length === 0 ? null : (
        <div class="stack-tight">
          <h3>{t.otherVotes}</h3>
          <ul class="plain-list ruled">
            {view.votes.map((vote) => (
              <VoteLine key={vote.id} vote={vote} known={known} />
            ))}
          </ul>
        </div>
      )}
      {view.takenOff.length === 0 ? null : (
        <div class="stack-tight">
          <h3>{t.takenOff}</h3>
          <ul>
            {view.takenOff.map(({ id, title, how, into }) => (
              <li key={id}>
                <span lang="et">{title}</span>: {how === 'removed' ? t.removed : t.merged(into)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

type AgendaLineProps = { item: PublicItem; href: string | null; known: Known; expectedAt: Date | undefined }

function AgendaLine({ item, href, known, expectedAt }: AgendaLineProps) {
  const { language, timeZone } = useReader()
  const t = liveMessages[language]
  return (
    <li class={`stack-tight below-${item.depth}`} aria-current={item.state === 'now' ? 'step' : undefined}>
      <p class="row">
        <span>
          {item.number}. <span lang="et">{href === null ? item.title : <Link href={href}>{item.title}</Link>}</span>
        </span>
        <StatusTag tone={tones[item.state]} label={t.itemStates[item.state]} />
        {item.committeeId === null ? null : <span lang="et">{known.names.get(item.committeeId) ?? ''}</span>}
        {item.isLate ? <Tag>{t.late}</Tag> : null}
        {item.closed === null ? null : <Tag>{t.closed}</Tag>}
        {item.withheld === undefined ? null : <Tag>{restrictionMessages[language].tag}</Tag>}
      </p>
      {item.withheld === undefined ? null : <p class="small">{sayWithheld(item.withheld, language)}</p>}
      {expectedAt === undefined ? null : (
        <p class="quiet small">{publicMessages[language].estimated(localTimeOf(expectedAt, timeZone).slice(11))}</p>
      )}
      {item.closed === null ? null : <ClosedBasis basis={item.closed.basis} />}
      <LiveAmendments item={item} known={known} />
      {item.overrides.map(({ check, reason }) => (
        <p key={check} class="small">
          {legalityMessages[language].checks[check]}: {legalityMessages[language].setAside}{' '}
          <span lang="et">{reason}</span>
        </p>
      ))}
      {item.votes.length === 0 ? null : (
        <ul class="plain-list stack-tight">
          {item.votes.map((vote) => (
            <VoteLine key={vote.id} vote={vote} known={known} />
          ))}
        </ul>
      )}
    </li>
  )
}
