import type { FormState } from '#platform/forms.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { Tag } from '#ui/status-tag.tsx'
import type { Clash } from '../../find-clashes.ts'
import { deskMessages } from '../../messages/desk.ts'
import { leadMessages } from '../../messages/lead.ts'
import { minutesMessages } from '../../minutes/messages.ts'
import { nameMessages, nameOfMeeting } from '../../messages/names.ts'
import { publicMessages } from '../../messages/public.ts'
import { meetingDeskPaths as paths, meetingPaths } from '../../paths.ts'
import type { Invited } from '../../queries/invitations.ts'
import type { Item } from '../../queries/items.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { mayPrepare } from '../../rules.ts'
import { depthOf } from '../../rules/agenda-tree.ts'
import { ContinuedLinks } from '../continued-links.tsx'
import { MeetingState, MeetingTime, whereOf } from '../meeting-parts.tsx'
import { sayClash } from '../../series/clash-words.ts'
import { seriesMessages } from '../../series/messages.ts'
import { seriesPaths } from '../../series/paths.ts'
import { DeskFrame } from './desk-frame.tsx'

export type MeetingDeskPageProps = {
  frame: PageFrame
  meeting: Meeting
  items: readonly Item[]
  invited: readonly Invited[]
  /** Who sits in the body on the day of the meeting. */
  members: readonly { personId: string; name: string; isUsualChair: boolean }[]
  /** Days until the meeting, and how many the body's rules ask. */
  notice: { days: number; needed: number; isUnverified: boolean }
  /** Other meetings at that time of this body, or of bodies that share members with it. */
  clashes: readonly Clash[]
  form: FormState
  refusal: string | undefined
}

/** One meeting as its secretary prepares it: the facts, the agenda, and the next step. */
export function MeetingDeskPage(props: MeetingDeskPageProps) {
  const { frame, meeting, invited, clashes, form, refusal } = props
  const { language, now } = frame
  const [t, pub] = [deskMessages[language], publicMessages[language]]
  const { number } = meeting
  const isOpen = mayPrepare(meeting)
  return (
    <DeskFrame {...{ frame, form, refusal }} title={nameOfMeeting(meeting, language)}>
      <p class="row">
        <MeetingState meeting={meeting} now={now} />
        {meeting.announcedAt === null ? null : <Link href={meetingPaths.meeting(number)}>{t.publicPage}</Link>}
      </p>
      <ContinuedLinks meeting={meeting} atDesk />
      {meeting.state === 'cancelled' ? <Notice>{pub.cancelled(meeting.changedBecause)}</Notice> : null}
      <DefinitionList
        definitions={[
          { term: pub.when, definition: <MeetingTime meeting={meeting} /> },
          { term: pub.where, definition: whereOf(meeting, language) },
          { term: pub.kind, definition: nameMessages[language].kinds[meeting.kind] },
        ]}
      />
      {isOpen && clashes.length > 0 ? <Clashes clashes={clashes} /> : null}
      {isOpen ? (
        <p>
          <ButtonLink variant="secondary" small href={paths.edit(number)}>
            {t.edit}
          </ButtonLink>{' '}
          {meeting.seriesId === null ? null : (
            <Link href={seriesPaths.series(meeting.seriesId)}>{seriesMessages[language].ofSeries}</Link>
          )}
        </p>
      ) : null}
      <Agenda {...props} isOpen={isOpen} />
      {meeting.state === 'in-session' || meeting.state === 'held' ? (
        <p>
          <ButtonLink href={paths.lead(number)}>{leadMessages[language].lead}</ButtonLink>{' '}
          {meeting.state === 'held' ? (
            <ButtonLink href={paths.minutes(number)}>{minutesMessages[language].desk}</ButtonLink>
          ) : null}
        </p>
      ) : null}
      {meeting.state === 'invited' ? <Convene {...props} /> : null}
      {isOpen ? <Steps {...props} /> : null}
      {invited.length === 0 ? null : (
        <Disclosure label={`${t.calledMembers}: ${invited.length}`}>
          <ul class="plain-list">
            {invited.map(({ personId, name, sentAt }) => (
              <li key={personId}>
                {name}, <Moment at={sentAt} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </DeskFrame>
  )
}

/** Some members cannot be in two places. */
function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  const { language } = useReader()
  const t = seriesMessages[language]
  return (
    <Notice tone="warning">
      <p>
        {t.clashes}. {t.clashLead}
      </p>
      <ul>
        {clashes.map((clash) => (
          <li key={clash.meeting.id}>
            <Link href={paths.meeting(clash.meeting.number)}>{sayClash(clash, language)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Agenda({ frame, meeting, items, isOpen }: MeetingDeskPageProps & { isOpen: boolean }) {
  const { language } = frame
  const [t, pub] = [deskMessages[language], publicMessages[language]]
  const { number } = meeting
  return (
    <section class="stack-tight" id="paevakord">
      <DataTable
        caption={t.agenda}
        rows={items}
        rowKey={({ id }) => id}
        empty={t.noItems}
        columns={[
          { key: 'number', label: '№', cell: (item) => item.number },
          {
            key: 'title',
            label: t.itemTitle,
            rowHeader: true,
            cell: (item) => (
              <span class={`below-${depthOf(item)}`}>
                {isOpen ? <Link href={paths.item(number, item.id)}>{item.title}</Link> : item.title}
                {item.visibility === 'public' ? null : <Tag>{t.visibilities[item.visibility]}</Tag>}
              </span>
            ),
          },
          { key: 'kind', label: t.kind, cell: ({ kind }) => nameMessages[language].items[kind] },
          {
            key: 'draft',
            label: pub.draft,
            cell: ({ versions }) => (versions === 0 ? '–' : `${pub.version} ${versions}`),
          },
          {
            key: 'order',
            label: t.order,
            cell: ({ id, title, parentId }) =>
              isOpen ? (
                <Form action={paths.moveItem(number, id)}>
                  <p class="row">
                    {isAtEnd(items, { id, parentId }, 0) ? null : (
                      <Button variant="secondary" small name="where" value="up">
                        {t.up}
                        <span class="visually-hidden">: {title}</span>
                      </Button>
                    )}
                    {isAtEnd(items, { id, parentId }, -1) ? null : (
                      <Button variant="secondary" small name="where" value="down">
                        {t.down}
                        <span class="visually-hidden">: {title}</span>
                      </Button>
                    )}
                  </p>
                </Form>
              ) : null,
          },
        ]}
      />
      {isOpen ? (
        <p>
          <ButtonLink variant="secondary" href={paths.newItem(number)}>
            {t.addItem}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  )
}

/** Whether it is the first (0) or the last (-1) of those beside it. */
const isAtEnd = (items: readonly Item[], { id, parentId }: Pick<Item, 'id' | 'parentId'>, end: 0 | -1): boolean =>
  items.filter((one) => one.parentId === parentId).at(end)?.id === id

/** From the desk into the room. */
function Convene({ frame, meeting, members, form }: MeetingDeskPageProps) {
  const t = leadMessages[frame.language]
  const usual = members.find(({ isUsualChair }) => isUsualChair) ?? members[0]
  const values = { chair: usual?.personId ?? '', ...form.values }
  return (
    <section class="stack-tight" id="alustamine">
      <h2>{t.convene}</h2>
      <Form action={paths.convene(meeting.number)}>
        <p>{t.conveneHint}</p>
        <SelectField
          form={{ ...form, values }}
          name="chair"
          label={t.chair}
          options={members.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <Button variant="secondary">{t.convene}</Button>
      </Form>
    </section>
  )
}

/** The next step stands first and is the only large button. */
function Steps({ frame, meeting, items, members, notice, form }: MeetingDeskPageProps) {
  const t = deskMessages[frame.language]
  const { number, announcedAt, invitedAt, kind } = meeting
  const isLate = kind !== 'first' && notice.days < notice.needed
  return (
    <section class="stack-tight" id="sammud">
      <h2>{t.steps}</h2>
      {announcedAt !== null || items.length === 0 ? null : (
        <Form action={paths.announce(number)}>
          <p>{t.announceHint}</p>
          <Button>{t.announce}</Button>
        </Form>
      )}
      {items.length === 0 || invitedAt !== null ? null : (
        <Form action={paths.invite(number)}>
          <p>
            {t.callHint(members.length, notice.needed)} {notice.isUnverified ? t.unverified : ''}
          </p>
          {isLate ? (
            <>
              <Notice tone="warning">{t.callLate(notice.days)}</Notice>
              <TextField form={form} name="lateBecause" label={t.callLateBecause} maxlength={500} />
            </>
          ) : null}
          <Button variant={announcedAt === null ? 'secondary' : 'primary'}>{t.call}</Button>
        </Form>
      )}
      <Disclosure label={t.cancel} open={'because' in form.values}>
        <p>{t.cancelHint}</p>
        <Form action={paths.cancel(number)}>
          <TextField form={form} name="because" label={t.cancelBecause} maxlength={500} />
          <Button variant="danger">{t.cancel}</Button>
        </Form>
      </Disclosure>
    </section>
  )
}
