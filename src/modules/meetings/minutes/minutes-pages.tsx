import type { FormState } from '#platform/forms.ts'
import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { DeskFrame } from '../pages/work/desk-frame.tsx'
import { meetingDeskPaths, meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { BlocksView } from './blocks-view.tsx'
import { minutesMessages } from './messages.ts'
import type { MinutesVersion } from './queries.ts'

export type MinutesPageProps = {
  frame: PageFrame
  meeting: Meeting
  /** The one that is shown. */
  version: MinutesVersion
  /** All of them, the newest first. */
  versions: readonly MinutesVersion[]
  blocks: readonly PdfBlock[]
}

/** Published minutes, with those before them. */
export function MinutesPage({ frame, meeting, version, versions, blocks }: MinutesPageProps) {
  const { language } = frame
  const t = minutesMessages[language]
  const name = nameOfMeeting(meeting, language)
  const isNewest = version === versions[0]
  return (
    <PublicPage frame={frame} title={t.fullTitle(name)} current="decisions">
      <Breadcrumbs
        links={[
          { label: publicMessages[language].title, path: meetingPaths.list },
          { label: name, path: meetingPaths.meeting(meeting.number) },
        ]}
      />
      <h1>{t.fullTitle(name)}</h1>
      <p class="quiet">
        {t.version(version.version)}. {t.published}: <Moment at={version.publishedAt} />
      </p>
      {version.because === '' ? null : <p>{t.because(version.because)}</p>}
      {isNewest ? (
        <p class="no-print">
          <DownloadLink href={meetingPaths.minutesPdf(meeting.number)} label={t.pdf} />
        </p>
      ) : null}
      <BlocksView blocks={blocks} />
      {versions.length === 1 ? null : (
        <section class="stack-tight no-print">
          <h2>{t.earlier}</h2>
          <ul>
            {versions.map((one) => (
              <li key={one.version}>
                <Link href={`${meetingPaths.minutes(meeting.number)}?versioon=${one.version}`}>
                  {t.version(one.version)}
                </Link>
                , <Moment at={one.publishedAt} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <FollowBox path={meetingPaths.meeting(meeting.number)} />
    </PublicPage>
  )
}

export type MinutesDeskPageProps = {
  frame: PageFrame
  meeting: Meeting
  items: readonly { id: string; title: string }[]
  isPublished: boolean
  blocks: readonly PdfBlock[]
  form: FormState
  refusal: string | undefined
}

/** What the secretary writes, and how the whole looks with it. */
export function MinutesDeskPage(props: MinutesDeskPageProps) {
  const { frame, meeting, items, isPublished, blocks, form, refusal } = props
  const t = minutesMessages[frame.language]
  const { number } = meeting
  return (
    <DeskFrame {...{ frame, form, refusal }} title={t.desk} lead={t.deskLead} below={meeting}>
      <Form action={meetingDeskPaths.minutes(number)} warnUnsaved>
        <TextArea form={form} name="kokkuvote-" label={t.whole} rows={3} maxlength={20_000} optional />
        {items.map(({ id, title }) => (
          <TextArea
            key={id}
            form={form}
            name={`kokkuvote-${id}`}
            label={t.summaryOf(title)}
            rows={5}
            maxlength={20_000}
            optional
          />
        ))}
        <Button variant="secondary">{t.save}</Button>
      </Form>
      <Form action={meetingDeskPaths.publishMinutes(number)}>
        <p>{t.publishHint}</p>
        {isPublished ? <TextField form={form} name="because" label={t.reason} maxlength={500} /> : null}
        <Button>{isPublished ? t.publishAgain : t.publish}</Button>
      </Form>
      {isPublished ? (
        <p>
          <Link href={meetingPaths.minutes(number)}>{t.title}</Link>
        </p>
      ) : null}
      <Disclosure label={t.preview}>
        <BlocksView blocks={blocks} />
      </Disclosure>
    </DeskFrame>
  )
}
