import { readText } from '#platform/language.ts'
import { formatInstant } from '#platform/format.ts'
import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { liveVoteMessages } from '../messages/live-votes.ts'
import { nameOfMeeting } from '../messages/names.ts'
import { meetingDeskPaths, meetingPaths } from '../paths.ts'
import { passMessages } from './messages.ts'
import type { Station, Target } from './queries.ts'

/** Where a matter has been and where it goes: each body in its turn, with the result. Nothing where it has one station. */
export function WayOfMatter({ stations, itemId }: { stations: readonly Station[]; itemId: string }) {
  const { language } = useReader()
  const t = passMessages[language]
  if (stations.length < 2) return null
  const outcomes: Readonly<Record<string, string>> = liveVoteMessages[language].outcomes
  return (
    <section class="stack-tight" id="kaik">
      <h2>{t.way}</h2>
      <ol class="plain-list ruled">
        {stations.map((station) => (
          <li key={station.itemId}>
            {station.itemId === itemId ? (
              <strong>
                {nameOfMeeting(station, language)} ({t.here})
              </strong>
            ) : (
              <Link href={meetingPaths.item(station.number, station.itemId)}>{nameOfMeeting(station, language)}</Link>
            )}
            , <Moment at={station.startsAt} />
            {station.outcome === null ? '' : `: ${outcomes[station.outcome] ?? ''}`}
          </li>
        ))}
      </ol>
    </section>
  )
}

export type PassOnProps = { number: number; itemId: string; targets: readonly Target[]; form: FormState }

/** The way on, at the desk. */
export function PassOn({ number, itemId, targets, form }: PassOnProps) {
  const { language, timeZone } = useReader()
  const t = passMessages[language]
  return (
    <Disclosure label={t.passOn} open={Object.keys(form.errors).length > 0}>
      <p>{t.passOnHint}</p>
      {targets.length === 0 ? (
        <p class="quiet">{t.noTargets}</p>
      ) : (
        <Form action={meetingDeskPaths.passItem(number, itemId)}>
          <SelectField
            form={form}
            name="to"
            label={t.to}
            options={targets.map((target) => ({
              value: String(target.number),
              label: `${readText(target.body, language).text}, ${formatInstant(target.startsAt, language, timeZone)}`,
            }))}
          />
          <Button variant="secondary">{t.passOn}</Button>
        </Form>
      )}
    </Disclosure>
  )
}
