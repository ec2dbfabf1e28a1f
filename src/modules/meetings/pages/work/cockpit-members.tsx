import { Disclosure } from '#ui/disclosure.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import { isOver } from '../../enter-events.ts'
import { chairOf, inOrder, isRecused } from '../../log/members.ts'
import type { Attendee } from '../../log/state.ts'
import { choices } from '../../log/vote-facts.ts'
import { leadMessages } from '../../messages/lead.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { nameIn, type CockpitParts } from './cockpit-parts.ts'

/** Who is here and who has voted, and what the clerk can enter for each. */
export function CockpitMembers(parts: CockpitParts) {
  const { state } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const all = inOrder(state.people.values())
  const members = all.filter(({ kind, seated }) => kind === 'member' && seated)
  const guests = all.filter(({ kind }) => kind === 'guest')
  return (
    <>
      <section class="stack-tight">
        <h2>{t.members}</h2>
        <ul class="plain-list ruled">
          {members.map((person) => (
            <Row key={person.personId} person={person} parts={parts} />
          ))}
        </ul>
      </section>
      {guests.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.guests}</h2>
          <ul class="plain-list ruled">
            {guests.map((person) => (
              <Row key={person.personId} person={person} parts={parts} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type RowProps = { person: Attendee; parts: CockpitParts }

function Row({ person, parts }: RowProps) {
  const { state } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const item = state.currentItemId
  const isBarred = item !== null && isRecused(state, item, person.personId)
  const name = nameIn(parts, person.personId)
  const isGone = isOver(state)
  return (
    <li class="stack-tight">
      <p class="row">
        <span>{name}</span>
        <Presence person={person} />
        {isBarred ? <StatusTag tone="warning" label={t.barred} /> : null}
        {person.personId === chairOf(state) ? <span class="quiet small">{t.presides}</span> : null}
      </p>
      {isGone ? null : <Ballot person={person} parts={parts} />}
      {isGone ? null : person.here === null ? (
        <ComeIn person={person} parts={parts} />
      ) : (
        <Disclosure label={`${t.actions}: ${name}`}>
          <Actions person={person} parts={parts} isBarred={isBarred} />
        </Disclosure>
      )}
    </li>
  )
}

const whereOf = { room: 'inRoom', remote: 'remote' } as const

function Presence({ person: { here, excused } }: { person: Attendee }) {
  const { language } = useReader()
  const t = leadMessages[language]
  if (here === null) return <StatusTag tone="neutral" label={excused ? t.excused : t.away} />
  if (here.lostAt !== null) return <StatusTag tone="warning" label={t.lost} />
  return <StatusTag tone="success" label={t[whereOf[here.channel]]} />
}

/** Of an open vote by name: whether somebody has voted, never how, and the clerk's hand for whoever has no device. */
function Ballot({ person, parts }: RowProps) {
  const { state } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const vote = state.votes.get(state.openVoteId ?? '')
  const { personId } = person
  const whose = nameIn(parts, personId)
  if (vote === undefined || person.kind !== 'member') return null
  if (vote.entitled.has(personId)) {
    if (vote.method !== 'named') return null
    return (
      <Disclosure label={`${vote.ballots.has(personId) ? t.hasVoted : t.notVoted}: ${whose}`}>
        <div class="row">
          {choices.map((choice) => (
            <CockpitForm
              key={choice}
              parts={parts}
              step="cast"
              about={{ person: personId, choice }}
              label={t.choices[choice]}
              whose={whose}
              small
            />
          ))}
        </div>
      </Disclosure>
    )
  }
  return person.here === null || !person.votingRight || vote.barred.includes(personId) ? null : (
    <CockpitForm
      parts={parts}
      step="add-entitled"
      about={{ person: personId }}
      label={t.addEntitled}
      whose={whose}
      small
    />
  )
}

function ComeIn({ person, parts }: RowProps) {
  const { language } = useReader()
  const t = leadMessages[language]
  const about = { person: person.personId }
  const common = { parts, small: true, whose: nameIn(parts, person.personId) }
  return (
    <div class="row">
      <CockpitForm {...common} step="arrive" about={{ ...about, channel: 'room' }} label={t.arriveRoom} />
      <CockpitForm {...common} step="arrive" about={{ ...about, channel: 'remote' }} label={t.arriveRemote} />
      {person.excused ? null : <CockpitForm {...common} step="excuse" about={about} label={t.excuse} />}
    </div>
  )
}

function Actions({ person, parts, isBarred }: RowProps & { isBarred: boolean }) {
  const { state } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const about = { person: person.personId }
  const common = { parts, small: true, whose: nameIn(parts, person.personId) }
  const item = state.currentItemId
  const isMember = person.kind === 'member'
  const mayPreside = isMember && person.personId !== chairOf(state)
  const isRemote = person.here?.channel === 'remote'
  return (
    <div class="row">
      <CockpitForm {...common} step="leave" about={about} label={t.leave} />
      {isRemote && person.here?.lostAt === null ? (
        <CockpitForm {...common} step="disconnect" about={about} label={t.disconnect} />
      ) : null}
      {isRemote && person.here?.lostAt !== null ? (
        <CockpitForm {...common} step="reconnect" about={about} label={t.reconnect} />
      ) : null}
      {mayPreside ? (
        <CockpitForm
          {...common}
          step="take-chair"
          about={{ ...about, scope: 'meeting' }}
          label={`${t.takeChair}, ${t.chairScopes.meeting}`}
        />
      ) : null}
      {mayPreside && item !== null ? (
        <CockpitForm
          {...common}
          step="take-chair"
          about={{ ...about, scope: 'item' }}
          label={`${t.takeChair}, ${t.chairScopes.item}`}
        />
      ) : null}
      {item === null || !isMember ? null : isBarred ? (
        <CockpitForm {...common} step="unbar" about={about} label={t.unbar} />
      ) : (
        <CockpitForm {...common} step="bar" about={about} label={t.bar} />
      )}
    </div>
  )
}
