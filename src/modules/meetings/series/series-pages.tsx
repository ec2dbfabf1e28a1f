import { formatDay, formatMonth } from '#platform/format.ts'
import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { registry } from '#modules/people/index.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { nameMessages, nameOfMeeting } from '../messages/names.ts'
import { MeetingState, MeetingTime } from '../pages/meeting-parts.tsx'
import { DeskFrame } from '../pages/work/desk-frame.tsx'
import { meetingDeskPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { meetingModes } from '../rules.ts'
import { sayClash } from './clash-words.ts'
import { sayPattern, sayStretch, seriesMessages } from './messages.ts'
import { seriesPaths } from './paths.ts'
import { choices, type Proposal } from './plan-series.ts'
import type { Series } from './queries.ts'

type Attempt = { form: FormState; refusal: string | undefined }
export type PlanSeriesPageProps = Attempt & {
  frame: PageFrame
  bodies: readonly registry.BodyChoice[]
  idempotencyKey: string
  /** Null until the days were asked for. */
  proposals: readonly Proposal[] | null
}

/** When a body meets, and the days that come of it. One form: what was typed stays while its days are looked over. */
export function PlanSeriesPage({ frame, bodies, form, refusal, idempotencyKey, proposals }: PlanSeriesPageProps) {
  const { language } = frame
  const t = seriesMessages[language]
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1))
  return (
    <DeskFrame {...{ frame, form, refusal }} title={t.plan} lead={t.planLead}>
      <Form action={seriesPaths.plan} idempotencyKey={idempotencyKey} warnUnsaved>
        <SelectField
          form={form}
          name="body"
          label={t.body}
          options={bodies.map(({ id, name }) => ({ value: id, label: readText(name, language).text }))}
        />
        <RadioGroup
          form={form}
          name="rhythm"
          label={t.rhythm}
          options={choices.rhythms.map((one) => ({ value: one, label: t.rhythms[one] }))}
        />
        <SelectField
          form={form}
          name="nth"
          label={t.nth}
          options={choices.places.map((one) => ({ value: one, label: t.places[one] }))}
        />
        <SelectField
          form={form}
          name="weekday"
          label={t.weekday}
          options={choices.weekdays.map((one) => ({ value: one, label: t.weekdays[one] }))}
        />
        <Disclosure label={t.without} open={(form.values['without'] ?? '') !== ''}>
          <CheckboxGroup
            form={form}
            name="without"
            label={t.without}
            optional
            options={months.map((month) => ({ value: month, label: monthName(month, language) }))}
          />
        </Disclosure>
        <DateField form={form} name="from" label={t.from} />
        <DateField form={form} name="until" label={t.until} />
        <TimeAndPlace form={form} />
        <CheckboxField form={form} name="isKnown" label={t.isKnown} hint={t.isKnownHint} />
        {proposals === null ? null : <Days form={form} proposals={proposals} />}
        <p class="row">
          {proposals === null || proposals.length === 0 ? null : (
            <Button name="step" value="plan">
              {t.planThese}
            </Button>
          )}
          <Button name="step" value="propose" variant={proposals === null ? 'primary' : 'secondary'}>
            {t.propose}
          </Button>
        </p>
      </Form>
    </DeskFrame>
  )
}

const monthName = (month: string, language: PageFrame['language']): string =>
  formatMonth(`2026-${month.padStart(2, '0')}`, language).replace(/\s*2026.*$/u, '')

function TimeAndPlace({ form }: { form: FormState }) {
  const { language } = useReader()
  const t = seriesMessages[language]
  return (
    <>
      <TextField form={form} name="at" type="time" label={t.at} short />
      <TextField form={form} name="minutes" label={t.minutes} inputmode="numeric" maxlength={3} short />
      <RadioGroup
        form={form}
        name="mode"
        label={t.mode}
        options={meetingModes.map((mode) => ({ value: mode, label: nameMessages[language].modes[mode] }))}
      />
      <TextField form={form} name="place" label={t.place} maxlength={300} optional />
    </>
  )
}

function Days({ form, proposals }: { form: FormState; proposals: readonly Proposal[] }) {
  const { language } = useReader()
  const t = seriesMessages[language]
  if (proposals.length === 0) return <p role="status">{t.noneFit}</p>
  return (
    <CheckboxGroup
      form={form}
      name="days"
      label={t.days}
      hint={t.daysHint}
      options={proposals.map(({ day, holiday, clashes }) => {
        const notes = [
          ...(holiday === undefined ? [] : [t.holiday(readText(holiday, language).text)]),
          ...clashes.map((clash) => sayClash(clash, language)),
        ]
        return {
          value: day,
          label: formatDay(day, language),
          ...(notes.length === 0 ? {} : { hint: notes.join('; ') }),
        }
      })}
    />
  )
}

export type SeriesPageProps = Attempt & {
  frame: PageFrame
  series: Series
  meetings: readonly Meeting[]
  /** Which of the two forms the attempt was. */
  isCallingOff: boolean
}

/** A series: its meetings, and what is done with those that are only planned yet. */
export function SeriesPage({ frame, series, meetings, form, refusal, isCallingOff }: SeriesPageProps) {
  const { language, now } = frame
  const t = seriesMessages[language]
  const planned = meetings.filter(({ state, startsAt }) => state === 'draft' && startsAt > now)
  return (
    <DeskFrame
      {...{ frame, form, refusal }}
      title={t.title}
      lead={`${sayPattern(series.pattern, language)}, ${sayStretch(series.from, series.until, language)}`}
    >
      <DataTable
        caption={t.meetings}
        rows={meetings}
        rowKey={({ id }) => id}
        empty={t.noneFit}
        columns={[
          {
            key: 'meeting',
            label: t.meetings,
            rowHeader: true,
            cell: (one) => <Link href={meetingDeskPaths.meeting(one.number)}>{nameOfMeeting(one, language)}</Link>,
          },
          { key: 'when', label: t.when, cell: (one) => <MeetingTime meeting={one} /> },
          { key: 'state', label: t.state, cell: (one) => <MeetingState meeting={one} now={now} /> },
          {
            key: 'known',
            label: t.known,
            cell: ({ dayKnownAt, announcedAt }) => (dayKnownAt === null && announcedAt === null ? t.no : t.yes),
          },
        ]}
      />
      {planned.length === 0 ? null : (
        <>
          <Disclosure label={t.change} open={!isCallingOff && Object.keys(form.errors).length > 0}>
            <p>{t.changeHint(planned.length)}</p>
            <Form action={seriesPaths.change(series.id)} warnUnsaved>
              <TimeAndPlace form={form} />
              <Button>{t.save}</Button>
            </Form>
          </Disclosure>
          <Disclosure label={t.callOff} open={isCallingOff}>
            <p>{t.callOffHint}</p>
            <Form action={seriesPaths.callOff(series.id)}>
              <TextField form={form} name="because" label={t.because} maxlength={500} />
              <Button variant="danger">{t.callOff}</Button>
            </Form>
          </Disclosure>
        </>
      )}
    </DeskFrame>
  )
}
