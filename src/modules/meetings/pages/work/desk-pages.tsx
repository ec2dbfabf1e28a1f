import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { registry } from '#modules/people/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { deskMessages } from '../../messages/desk.ts'
import { nameMessages, nameOfMeeting } from '../../messages/names.ts'
import { meetingDeskPaths } from '../../paths.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { meetingKinds, meetingModes } from '../../rules.ts'
import { MeetingState, MeetingTime } from '../meeting-parts.tsx'
import { seriesMessages } from '../../series/messages.ts'
import { seriesPaths } from '../../series/paths.ts'
import { DeskFrame } from './desk-frame.tsx'

/** What lies ahead and what was lately. */
export function MeetingsDeskPage({ frame, meetings }: { frame: PageFrame; meetings: readonly Meeting[] }) {
  const { language, now } = frame
  const t = deskMessages[language]
  return (
    <DeskFrame frame={frame} title={t.title} lead={t.lead}>
      <p>
        <ButtonLink href={meetingDeskPaths.plan}>{t.plan}</ButtonLink>{' '}
        <ButtonLink variant="secondary" href={seriesPaths.plan}>
          {seriesMessages[language].plan}
        </ButtonLink>
      </p>
      <DataTable
        caption={t.title}
        hideCaption
        rows={meetings}
        rowKey={({ id }) => id}
        empty={t.none}
        columns={[
          {
            key: 'meeting',
            label: t.meeting,
            rowHeader: true,
            cell: (one) => <Link href={meetingDeskPaths.meeting(one.number)}>{nameOfMeeting(one, language)}</Link>,
          },
          { key: 'when', label: t.when, cell: (one) => <MeetingTime meeting={one} /> },
          { key: 'state', label: t.state, cell: (one) => <MeetingState meeting={one} now={now} /> },
        ]}
      />
    </DeskFrame>
  )
}

type Attempt = { form: FormState; refusal: string | undefined }
export type PlanPageProps = Attempt & {
  frame: PageFrame
  bodies: readonly registry.BodyChoice[]
  idempotencyKey: string
}

export function PlanPage({ frame, bodies, form, refusal, idempotencyKey }: PlanPageProps) {
  const { language } = frame
  const t = deskMessages[language]
  return (
    <DeskFrame {...{ frame, form, refusal }} title={t.plan}>
      <Form action={meetingDeskPaths.plan} idempotencyKey={idempotencyKey} warnUnsaved>
        <SelectField
          form={form}
          name="body"
          label={t.body}
          options={bodies.map(({ id, name }) => ({ value: id, label: readText(name, language).text }))}
        />
        <MeetingFields form={form} />
        <Button>{t.save}</Button>
      </Form>
    </DeskFrame>
  )
}

export function EditMeetingPage({ frame, meeting, form, refusal }: Attempt & { frame: PageFrame; meeting: Meeting }) {
  const t = deskMessages[frame.language]
  return (
    <DeskFrame {...{ frame, form, refusal }} title={t.edit} below={meeting}>
      <Form action={meetingDeskPaths.edit(meeting.number)} warnUnsaved>
        <MeetingFields form={form} />
        {meeting.announcedAt === null ? null : (
          <TextField form={form} name="because" label={t.because} hint={t.becauseHint} maxlength={500} optional />
        )}
        <Button>{t.save}</Button>
      </Form>
    </DeskFrame>
  )
}

function MeetingFields({ form }: { form: FormState }) {
  const { language } = useReader()
  const [t, words] = [deskMessages[language], nameMessages[language]]
  return (
    <>
      <SelectField
        form={form}
        name="kind"
        label={t.kind}
        options={meetingKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TextField
        form={form}
        name="sessionNo"
        label={t.sessionNo}
        hint={t.sessionNoHint}
        inputmode="numeric"
        maxlength={4}
        short
        optional
      />
      <TextField form={form} name="startsAt" type="datetime-local" label={t.startsAt} short />
      <TextField form={form} name="endsAt" type="datetime-local" label={t.endsAt} short optional />
      <RadioGroup
        form={form}
        name="mode"
        label={t.mode}
        options={meetingModes.map((mode) => ({ value: mode, label: words.modes[mode] }))}
      />
      <TextField form={form} name="place" label={t.place} maxlength={300} optional />
    </>
  )
}
