import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { restrictionMessages } from '../restrictions/messages.ts'
import { BlocksView } from './blocks-view.tsx'
import { minutesMessages } from './messages.ts'
import type { MinutesVersion } from './queries.ts'
import { Signatures } from './signing/signatures.tsx'
import type { SignedMinutes } from './signing/queries.ts'

export type MinutesPageProps = {
  frame: PageFrame
  meeting: Meeting
  /** The one that is shown. */
  version: MinutesVersion
  /** All of them, the newest first. */
  versions: readonly MinutesVersion[]
  blocks: readonly PdfBlock[]
  /** Materials of an item are withheld now, and left out here. */
  isInPart: boolean
  /** Of the Estonian content as it was published. */
  hash: string | null
  /** Whoever may read what was closed has a way to it. */
  readsFull: boolean
  signed: readonly SignedMinutes[]
}

/** Published minutes, with those before them. */
export function MinutesPage(props: MinutesPageProps) {
  const { frame, meeting, version, versions, blocks, isInPart, hash, readsFull, signed } = props
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
          <DownloadLink href={meetingPaths.minutesPdf(meeting.number)} label={t.pdf} />{' '}
          <DownloadLink href={meetingPaths.minutesXml(meeting.number)} label={t.xml} />
        </p>
      ) : null}
      {readsFull && isNewest ? (
        <p class="no-print">
          <Link href={meetingPaths.fullMinutes(meeting.number)}>{t.full}</Link>
        </p>
      ) : null}
      {isInPart ? <Notice>{restrictionMessages[language].inPart}</Notice> : null}
      <BlocksView blocks={blocks} />
      {signed.length === 0 ? <p>{t.notSigned}</p> : <Signatures signed={signed} />}
      {hash === null ? null : <ContentHash hash={hash} />}
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

export type FullMinutesPageProps = Pick<
  MinutesPageProps,
  'frame' | 'meeting' | 'version' | 'blocks' | 'hash' | 'signed'
>

/** The same minutes with what was closed and every name, for the body's members and its secretaries. */
export function FullMinutesPage({ frame, meeting, version, blocks, hash, signed }: FullMinutesPageProps) {
  const { language } = frame
  const t = minutesMessages[language]
  const name = nameOfMeeting(meeting, language)
  return (
    <PublicPage frame={frame} title={`${t.fullTitle(name)}. ${t.full}`} current="decisions">
      <Breadcrumbs
        links={[
          { label: publicMessages[language].title, path: meetingPaths.list },
          { label: name, path: meetingPaths.meeting(meeting.number) },
          { label: t.title, path: meetingPaths.minutes(meeting.number) },
        ]}
      />
      <h1>
        {t.fullTitle(name)}. {t.full}
      </h1>
      <p class="quiet">
        {t.version(version.version)}. {t.published}: <Moment at={version.publishedAt} />
      </p>
      <p class="no-print">
        <DownloadLink href={meetingPaths.fullMinutesPdf(meeting.number)} label={t.fullPdf} />
      </p>
      <BlocksView blocks={blocks} />
      {signed.length === 0 ? <p>{t.notSigned}</p> : <Signatures signed={signed} />}
      {hash === null ? null : <ContentHash hash={hash} />}
    </PublicPage>
  )
}

function ContentHash({ hash }: { hash: string }) {
  const t = minutesMessages[useReader().language]
  return (
    <p class="small quiet">
      {t.hash}: <code>{hash}</code>. {t.hashHint}
    </p>
  )
}
