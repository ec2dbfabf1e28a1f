import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { Tag } from '#ui/status-tag.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { localTimeOf } from '#platform/format.ts'
import { correctedEntries, waysOf } from '../../lead/corrections.ts'
import { insertedKinds } from '../../lead/input.ts'
import type { MeetingEvent } from '../../log/events.ts'
import { inOrder } from '../../log/members.ts'
import { leadMessages } from '../../messages/lead.ts'
import { logMessages, sayEntry } from '../../messages/log-entries.ts'
import { nameOfMeeting } from '../../messages/names.ts'
import { meetingDeskPaths } from '../../paths.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { cameBack, nameIn, typed, type CockpitParts } from './cockpit-parts.ts'

type LogPageProps = CockpitParts & {
  frame: PageFrame
  refusal: string | undefined
  /** Entries below this number; all where it is null. */
  before: number | null
}

const mostShown = 60

/** Everything that was entered, in words, the newest first; a wrong entry is put right by another, with a reason. */
export function LogPage({ frame, refusal, before, ...parts }: LogPageProps) {
  const { language } = frame
  const t = logMessages[language]
  const { meeting, form, state } = parts
  const corrected = correctedEntries(state)
  const asked = state.log.filter(({ id }) => before === null || id < before).toReversed()
  const shown = asked.slice(0, mostShown)
  const oldest = asked.length > mostShown ? shown.at(-1) : undefined
  const disregarded = new Set(state.disregarded.map(({ eventId }) => eventId))
  return (
    <WorkspacePage
      frame={frame}
      title={t.title}
      current={meetingDeskPaths.list}
      sections={frame.workspace ?? []}
      hasErrors={refusal !== undefined || Object.keys(form.errors).length > 0}
    >
      <Breadcrumbs links={[{ label: nameOfMeeting(meeting, language), path: meetingDeskPaths.lead(meeting.number) }]} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary form={form} refusal={refusal} />
      <Insert {...parts} />
      <ol class="plain-list ruled">
        {shown.map((event) => (
          <Entry
            key={event.id}
            {...parts}
            event={event}
            correctedBy={corrected.get(event.id)}
            isDisregarded={disregarded.has(event.id)}
          />
        ))}
      </ol>
      {oldest === undefined ? null : (
        <p>
          <Link href={`${meetingDeskPaths.log(meeting.number)}?enne=${oldest.id}`}>{t.older}</Link>
        </p>
      )}
    </WorkspacePage>
  )
}

type EntryProps = CockpitParts & { event: MeetingEvent; correctedBy: number | undefined; isDisregarded: boolean }

function Entry({ event, correctedBy, isDisregarded, ...parts }: EntryProps) {
  const { language, timeZone } = useReader()
  const t = logMessages[language]
  const { state } = parts
  const said = sayEntry(event, language, {
    nameOf: (personId) => nameIn(parts, personId),
    titleOf: (itemId) => state.items.get(itemId)?.title ?? '–',
    questionOf: (voteId) => state.votes.get(voteId)?.question ?? '–',
    speakerOf: (speechId) => nameIn(parts, state.speeches.get(speechId)?.personId ?? ''),
  })
  const by = event.by.personId === null ? t.system : nameIn(parts, event.by.personId)
  return (
    <li class="stack-tight">
      <p>
        {event.id}. <time datetime={event.at.toISOString()}>{localTimeOf(event.at, timeZone).slice(11)}</time> {said}{' '}
        <span class="quiet small">
          {t.enteredBy} {by}
          {event.by.onInstructionOfChair === true ? `, ${t.onInstruction}` : ''}
        </span>{' '}
        {correctedBy === undefined ? null : <Tag>{t.correctedBy(correctedBy)}</Tag>}{' '}
        {isDisregarded ? <Tag>{t.withoutEffect}</Tag> : null}
      </p>
      {waysOf(event).length === 0 ? null : <Correct {...parts} event={event} />}
    </li>
  )
}

function Correct({ event, ...parts }: CockpitParts & { event: MeetingEvent }) {
  const { language, timeZone } = useReader()
  const [t, words] = [logMessages[language], leadMessages[language]]
  const { form, state, meeting } = parts
  const key = `correct-${event.id}`
  const ways = waysOf(event)
  const people = inOrder(state.people.values())
  return (
    <Disclosure label={t.correct(event.id)} open={cameBack(form, key)}>
      <CockpitForm
        parts={parts}
        step="correct-entry"
        formKey={key}
        about={{ entry: String(event.id) }}
        label={t.save}
        action={meetingDeskPaths.log(meeting.number)}
        small
      >
        <SelectField
          {...typed(form, key, 'how', 'void')}
          label={t.how}
          options={ways.map((how) => ({ value: how, label: t.ways[how] }))}
        />
        {ways.includes('time') ? (
          <TextField
            {...typed(form, key, 'time', localTimeOf(event.at, timeZone).slice(0, 16))}
            label={t.rightTime}
            type="datetime-local"
            short
            optional
          />
        ) : null}
        {ways.includes('person') ? (
          <SelectField
            {...typed(form, key, 'person')}
            label={t.rightPerson}
            options={people.map(({ personId }) => ({ value: personId, label: nameIn(parts, personId) }))}
            optional
          />
        ) : null}
        <TextField {...typed(form, key, 'reason')} label={words.reason} maxlength={2000} />
      </CockpitForm>
    </Disclosure>
  )
}

/** What happened and nobody entered. */
function Insert(parts: CockpitParts) {
  const { language } = useReader()
  const [t, words] = [logMessages[language], leadMessages[language]]
  const { form, state, meeting } = parts
  const key = 'insert-entry'
  return (
    <Disclosure label={t.insert} open={cameBack(form, key)}>
      <CockpitForm parts={parts} step="insert-entry" label={t.insert} action={meetingDeskPaths.log(meeting.number)}>
        <SelectField
          {...typed(form, key, 'inserted')}
          label={t.what}
          options={insertedKinds.map((kind) => ({ value: kind, label: t.inserted[kind] }))}
        />
        <SelectField
          {...typed(form, key, 'person')}
          label={words.member}
          options={inOrder(state.people.values()).map(({ personId }) => ({
            value: personId,
            label: nameIn(parts, personId),
          }))}
        />
        <TextField {...typed(form, key, 'time')} label={t.rightTime} type="datetime-local" short />
        <TextField {...typed(form, key, 'reason')} label={words.reason} maxlength={2000} />
      </CockpitForm>
    </Disclosure>
  )
}
