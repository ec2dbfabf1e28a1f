import { DataTable } from '#ui/data-table.tsx'
import { useReader } from '#ui/reader.ts'
import { isOver } from '../../enter-events.ts'
import { chairOf, inOrder, isRecused } from '../../log/members.ts'
import { speakersQueue } from '../../log/speaking.ts'
import type { Attendee } from '../../log/state.ts'
import { leadMessages } from '../../messages/lead.ts'
import { choices } from '../../log/vote-facts.ts'
import { CockpitForm } from './cockpit-form.tsx'
import type { CockpitParts } from './cockpit-parts.ts'

/** Who is here, what the clerk can enter for each, and who waits for the floor. */
export function CockpitMembers(parts: CockpitParts) {
  const { state, names } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const members = inOrder(state.people.values()).filter(({ kind, seated }) => kind === 'member' && seated)
  const vote = state.votes.get(state.openVoteId ?? '')
  const nameOf = (personId: string) => names.get(personId) ?? personId
  const isDone = isOver(state)
  return (
    <>
      <section class="stack-tight">
        <h2>{t.queue}</h2>
        {state.speakingId === null ? null : (
          <CockpitForm parts={parts} step="end-speech" label={t.endSpeech}>
            <p>{t.speaks(nameOf(state.speeches.get(state.speakingId)!.personId))}</p>
          </CockpitForm>
        )}
        {speakersQueue(state).length === 0 ? <p class="quiet">{t.nobodyWaits}</p> : null}
        <ol class="plain-list">
          {speakersQueue(state).map(({ id, personId }) => (
            <li key={id} class="row">
              {nameOf(personId)}
              <CockpitForm
                parts={parts}
                step="give-floor"
                about={{ speech: id }}
                label={t.giveFloor}
                whose={nameOf(personId)}
                small
              />
            </li>
          ))}
        </ol>
      </section>
      <DataTable
        caption={t.members}
        rows={members}
        rowKey={({ personId }) => personId}
        columns={[
          { key: 'member', label: t.member, rowHeader: true, cell: ({ personId }) => nameOf(personId) },
          { key: 'presence', label: t.presence, cell: (person) => <Presence person={person} parts={parts} /> },
          ...(vote === undefined || vote.method !== 'named'
            ? []
            : [
                {
                  key: 'vote',
                  label: t.vote1,
                  cell: ({ personId }: Attendee) =>
                    vote.entitled.has(personId) ? (
                      <div class="row">
                        <span class="quiet small">{vote.ballots.has(personId) ? t.hasVoted : t.notVoted}</span>
                        {choices.map((choice) => (
                          <CockpitForm
                            key={choice}
                            parts={parts}
                            step="cast"
                            about={{ person: personId, choice }}
                            label={t.choices[choice]}
                            whose={nameOf(personId)}
                            small
                          />
                        ))}
                      </div>
                    ) : state.people.get(personId)?.here == null ? (
                      '–'
                    ) : (
                      <CockpitForm
                        parts={parts}
                        step="add-entitled"
                        about={{ person: personId }}
                        label={t.addEntitled}
                        whose={nameOf(personId)}
                        small
                      />
                    ),
                },
              ]),
          {
            key: 'actions',
            label: t.actions,
            cell: (person) => (isDone ? null : <Actions person={person} parts={parts} />),
          },
        ]}
      />
    </>
  )
}

type RowProps = { person: Attendee; parts: CockpitParts }

function Presence({ person, parts: { state } }: RowProps) {
  const { language } = useReader()
  const t = leadMessages[language]
  const where = person.here === null ? (person.excused ? t.excused : t.away) : t[whereOf[person.here.channel]]
  const isBarred = state.currentItemId !== null && isRecused(state, state.currentItemId, person.personId)
  return <>{isBarred ? `${where}, ${t.barred}` : where}</>
}

const whereOf = { room: 'inRoom', remote: 'remote' } as const

function Actions({ person, parts }: RowProps) {
  const { state, names } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const about = { person: person.personId }
  const common = { parts, small: true, whose: names.get(person.personId) ?? '' }
  const item = state.currentItemId
  if (person.here === null)
    return (
      <div class="row">
        <CockpitForm {...common} step="arrive" about={{ ...about, channel: 'room' }} label={t.arriveRoom} />
        <CockpitForm {...common} step="arrive" about={{ ...about, channel: 'remote' }} label={t.arriveRemote} />
        {person.excused ? null : <CockpitForm {...common} step="excuse" about={about} label={t.excuse} />}
      </div>
    )
  return (
    <div class="row">
      <CockpitForm {...common} step="leave" about={about} label={t.leave} />
      {person.personId === chairOf(state) ? (
        <span class="quiet small">{t.presides}</span>
      ) : (
        <CockpitForm {...common} step="take-chair" about={about} label={t.takeChair} />
      )}
      {item === null ? null : isRecused(state, item, person.personId) ? (
        <CockpitForm {...common} step="unbar" about={about} label={t.unbar} />
      ) : (
        <CockpitForm {...common} step="bar" about={about} label={t.bar} />
      )}
    </div>
  )
}
