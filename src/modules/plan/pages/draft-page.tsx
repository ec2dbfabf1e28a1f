import type { LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { useReader } from '#ui/reader.ts'
import { draftMessages } from '../messages/page-draft.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { saySchedule } from '../messages/schedule.ts'
import { deskPaths, planPaths } from '../paths.ts'
import type { CommitmentRow } from '../queries/commitments.ts'
import type { PartyTarget } from '../queries/desk.ts'
import type { WholeVersion } from '../queries/versions.ts'
import { Parties } from './commitment-parts.tsx'
import { DeskFrame, type Attempt } from './desk-frame.tsx'
import { UnsettledParties } from './unsettled-parties.tsx'
import { VersionDates, VersionStanding } from './version-state.tsx'
import { VersionSteps, type StepRights } from './version-steps.tsx'

export type DraftPageProps = {
  frame: PageFrame
  version: WholeVersion
  commitments: readonly CommitmentRow[]
  targets: readonly PartyTarget[]
  inForce: number | null
  today: LocalDate
  rights: StepRights
  attempt: Attempt | undefined
}

/** One version on its way: where it is, what may come next, who is who, and its words. */
export function DraftPage({ frame, version, commitments, targets, inForce, today, rights, attempt }: DraftPageProps) {
  const { language } = frame
  const t = draftMessages[language]
  const v = versionMessages[language]
  return (
    <DeskFrame frame={frame} title={t.draftTitle(version.number)} above={[]} attempt={attempt}>
      <DefinitionList
        definitions={[
          { term: v.state, definition: <VersionStanding {...{ version, inForce, today }} /> },
          ...(version.discussionFrom === null && version.adoptedOn === null
            ? []
            : [{ term: v.dates, definition: <VersionDates version={version} /> }]),
          { term: t.comesFrom, definition: <Source version={version} /> },
        ]}
      />
      <p class="row">
        <Link href={planPaths.version(version.number)}>{t.publicPage}</Link>
        <Link href={planPaths.difference(version.number)}>{t.seeDifference}</Link>
      </p>
      <VersionSteps {...{ version, today, rights, attempt }} />
      {version.state === 'draft' && rights.coordinates ? (
        <UnsettledParties {...{ version: version.number, commitments, targets, attempt }} />
      ) : null}
      <section class="stack" id="lubadused">
        <h2>{t.commitments}</h2>
        <Commitments
          version={version}
          commitments={commitments}
          mayEdit={rights.coordinates && version.state === 'draft'}
        />
      </section>
    </DeskFrame>
  )
}

function Source({ version }: { version: WholeVersion }) {
  const { language } = useReader()
  const { sources } = draftMessages[language]
  const known = version.source === 'import' || version.source === 'copy' ? version.source : 'reference'
  return (
    <>
      {sources[known]}
      {version.sourceName === null ? '' : `: ${version.sourceName}`}
    </>
  )
}

type CommitmentsProps = { version: WholeVersion; commitments: readonly CommitmentRow[]; mayEdit: boolean }

function Commitments({ version, commitments, mayEdit }: CommitmentsProps) {
  const { language } = useReader()
  const t = draftMessages[language]
  const columns: readonly Column<CommitmentRow>[] = [
    { key: 'number', label: t.number, cell: ({ number }) => number },
    {
      key: 'name',
      label: t.name,
      rowHeader: true,
      cell: ({ number, name }) => (
        <Link
          href={mayEdit ? deskPaths.wording(version.number, number) : planPaths.draftCommitment(version.number, number)}
        >
          <LocalTextView text={name} inline />
        </Link>
      ),
    },
    {
      key: 'deadline',
      label: t.deadlineAsWritten,
      cell: ({ deadlineAsWritten }) => <span lang="et">{deadlineAsWritten}</span>,
    },
    {
      key: 'understood',
      label: t.deadlineUnderstood,
      cell: ({ schedule }) =>
        schedule.length === 0 ? <span class="quiet">{t.notUnderstood}</span> : saySchedule(schedule, language),
    },
    { key: 'parties', label: t.parties, cell: ({ parties }) => <Parties parties={parties} /> },
  ]
  return (
    <>
      {version.chapters.map((chapter) => {
        const title = `${chapter.number}. ${readText(chapter.title, language).text}`
        return (
          <section key={chapter.number} class="stack-tight">
            <h3>{title}</h3>
            <DataTable
              caption={title}
              hideCaption
              columns={columns}
              rows={commitments.filter((one) => one.chapter === chapter.number)}
              rowKey={({ id }) => id}
            />
          </section>
        )
      })}
    </>
  )
}
