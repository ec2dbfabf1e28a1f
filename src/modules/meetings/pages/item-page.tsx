import type { VNode } from 'preact'
import { wordDifference } from '#platform/word-difference.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { Tag } from '#ui/status-tag.tsx'
import { Segments } from '#ui/text-difference.tsx'
import { AnnexList, type ShownAnnex } from '../annexes/annex-list.tsx'
import { nameMessages, nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import type { Station } from '../passing/queries.ts'
import { WayOfMatter } from '../passing/way-of-matter.tsx'
import { meetingPaths } from '../paths.ts'
import type { DraftVersion, Item } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { Withheld } from '../restrictions/queries.ts'
import { WithheldNote } from '../restrictions/withheld-note.tsx'

export type ItemPageProps = {
  frame: PageFrame
  meeting: Meeting
  item: Item
  /** The newest first; none where the reader may not see them. */
  versions: readonly DraftVersion[]
  maySeeMaterials: boolean
  /** Why its materials are not for everybody now; undefined where they are. */
  withheld: Withheld | undefined
  annexes: readonly ShownAnnex[]
  /** Stations of the matter that everybody may know of. */
  stations: readonly Station[]
  /** What other modules have to say of it. */
  sections: readonly VNode[]
}

/** One item of an agenda with its memo and every text that its draft has had. */
export function ItemPage(props: ItemPageProps) {
  const { frame, meeting, item, versions, maySeeMaterials, annexes, stations, sections, withheld } = props
  const { language } = frame
  const t = publicMessages[language]
  const [newest] = versions
  return (
    <PublicPage frame={frame} title={item.title} current="decisions">
      <Breadcrumbs
        links={[
          { label: t.title, path: meetingPaths.list },
          { label: nameOfMeeting(meeting, language), path: meetingPaths.meeting(meeting.number) },
        ]}
      />
      <h1 lang="et">
        {item.number}. {item.title}
      </h1>
      <p class="row">
        <Tag>{nameMessages[language].items[item.kind]}</Tag>
      </p>
      {item.visibility === 'public' ? null : <Notice>{t.notForAll[item.visibility](item.closedBasis)}</Notice>}
      {withheld === undefined ? null : <WithheldNote withheld={withheld} readsAll={maySeeMaterials} />}
      {maySeeMaterials || withheld !== undefined ? null : <p>{t.closedText}</p>}
      {sections}
      {!maySeeMaterials || item.memo === '' ? null : (
        <section class="stack-tight">
          <h2>{t.memo}</h2>
          <p class="local-text" lang="et">
            {item.memo}
          </p>
        </section>
      )}
      {newest === undefined ? null : (
        <section class="stack-tight" id="eelnou">
          <h2>{t.draftVersion(newest.version)}</h2>
          <p class="local-text" lang="et">
            {newest.words}
          </p>
        </section>
      )}
      <WayOfMatter stations={stations} itemId={item.id} />
      {maySeeMaterials ? <AnnexList annexes={annexes} /> : null}
      {versions.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.versions}</h2>
          <ol class="plain-list ruled">
            {versions.map((version, at) => (
              <Version key={version.version} version={version} before={versions[at + 1]} />
            ))}
          </ol>
        </section>
      )}
    </PublicPage>
  )
}

function Version({ version, before }: { version: DraftVersion; before: DraftVersion | undefined }) {
  const { language } = useReader()
  const t = publicMessages[language]
  return (
    <li class="stack-tight">
      <p>
        {t.version} {version.version}, <Moment at={version.at} />
      </p>
      <p class="quiet small">
        {t.hash}: <code>{version.hash}</code>
      </p>
      {before === undefined ? null : (
        <Disclosure label={t.changesSince}>
          <div lang="et">
            <Segments segments={wordDifference(before.words, version.words)} />
          </div>
        </Disclosure>
      )}
    </li>
  )
}
