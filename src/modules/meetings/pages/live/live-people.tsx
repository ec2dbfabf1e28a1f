import { Disclosure } from '#ui/disclosure.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import { sayQuorum } from '../../messages/derivation.ts'
import { floorMessages } from '../../messages/floor.ts'
import { liveMessages, type LiveWords } from '../../messages/live.ts'
import { FactionTimes, OfFaction } from './faction-parts.tsx'
import { At, Name, type Known } from './live-parts.tsx'
import type { PublicAttendance, PublicMeeting, PublicQuorum } from './public-meeting.ts'

/** Whether enough are here to decide, as one plain sentence; how it is reckoned unfolds. */
export function LiveQuorum({ quorum, known }: { quorum: PublicQuorum; known: Known }) {
  const { language } = useReader()
  const t = liveMessages[language]
  return (
    <section class="stack-tight">
      <h2>{t.quorum}</h2>
      <p class="row">
        <StatusTag
          tone={quorum.met ? 'success' : quorum.lostAt === null ? 'warning' : 'danger'}
          label={quorum.met ? t.hasQuorum : t.hasNoQuorum}
        />
        <span>{quorumSentence(quorum, t)}</span>
      </p>
      {quorum.lostAt === null ? null : (
        <Notice tone="danger">
          <p>
            {t.quorumLost} <At at={quorum.lostAt} day={known.day} />.
          </p>
        </Notice>
      )}
      <Disclosure label={t.quorumHow}>
        <ul class="plain-list">
          {quorum.derivation.map((step) => (
            <li key={step.step}>{sayQuorum(step, language)}</li>
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}

function quorumSentence(quorum: PublicQuorum, t: LiveWords): string {
  const steps = new Set(quorum.derivation.map(({ step }) => step))
  if (steps.has('chair-missing') && quorum.present >= quorum.needed) return t.quorumNeedsChair(quorum)
  if (steps.has('none')) return t.quorumNotNeeded(quorum)
  return quorum.met ? t.quorumHolds(quorum) : t.quorumLacks(quorum)
}

type LiveQueueProps = {
  view: Pick<PublicMeeting, 'waiting' | 'factions' | 'factionTimes'>
  known: Known
}

/** Who waits for the floor, of which faction, and the factions' time on the item. */
export function LiveQueue({ view: { waiting, factions, factionTimes }, known }: LiveQueueProps) {
  const { language } = useReader()
  const [t, words] = [liveMessages[language], floorMessages[language]]
  return (
    <section class="stack-tight">
      {waiting.length === 0 ? null : <h2>{t.queue}</h2>}
      {waiting.length === 0 ? null : (
        <ol>
          {waiting.map(({ id, personId, type, category }) => (
            <li key={id}>
              <Name personId={personId} names={known.names} />
              <OfFaction personId={personId} factions={factions} /> ({t.speechTypes[type]}
              {category === null ? '' : `: ${words.categories[category]}`})
            </li>
          ))}
        </ol>
      )}
      {factionTimes.length === 0 ? null : (
        <>
          <h2>{words.factionTimes}</h2>
          <p class="quiet small">{words.factionTimesLead}</p>
          <FactionTimes times={factionTimes} />
        </>
      )}
    </section>
  )
}

/** Who is here and who is not; of a meeting that is over, who took part. */
export function LiveAttendance({ attendance, known }: { attendance: PublicAttendance; known: Known }) {
  const { language } = useReader()
  const t = liveMessages[language]
  const { isOver, here, away } = attendance
  return (
    <>
      <section class="stack-tight">
        <h2>{(isOver ? t.tookPart : t.here)(here.length)}</h2>
        {here.length === 0 ? (
          <p class="quiet">{t.nobody}</p>
        ) : (
          <ul class="plain-list ruled">
            {here.map((one) => (
              <li key={one.personId}>
                <Name personId={one.personId} names={known.names} />{' '}
                <span class="quiet small">
                  <Stay stay={one} isOver={isOver} known={known} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="stack-tight">
        <h2>{(isOver ? t.wereAway : t.away)(away.length)}</h2>
        {away.length === 0 ? (
          <p class="quiet">{t.nobody}</p>
        ) : (
          <ul class="plain-list ruled">
            {away.map((one) => (
              <li key={one.personId}>
                <Name personId={one.personId} names={known.names} />{' '}
                <span class="quiet small">
                  <Absence away={one} isOver={isOver} known={known} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

type StayProps = { stay: PublicAttendance['here'][number]; isOver: boolean; known: Known }

/** In the room or on the web, and since when; afterwards only who came late or left early has times. */
function Stay({ stay: { channel, since, until }, isOver, known: { day } }: StayProps) {
  const { language } = useReader()
  const t = liveMessages[language]
  return (
    <>
      {t.channels[channel]}
      {since === null ? null : (
        <>
          , {isOver ? t.cameAt : t.since} <At at={since} day={day} />
        </>
      )}
      {until === null ? null : (
        <>
          , {t.leftAt} <At at={until} day={day} />
        </>
      )}
    </>
  )
}

type AbsenceProps = { away: PublicAttendance['away'][number]; isOver: boolean; known: Known }

function Absence({ away: { isExcused, leftAt }, isOver, known: { day } }: AbsenceProps) {
  const { language } = useReader()
  const t = liveMessages[language]
  if (isExcused) return <>{t.excused}</>
  if (leftAt === null) return <>{isOver ? t.wasAbsent : t.absent}</>
  return (
    <>
      {t.leftAt} <At at={leftAt} day={day} />
    </>
  )
}
