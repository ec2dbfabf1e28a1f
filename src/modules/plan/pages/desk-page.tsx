import type { LocalDate } from '#platform/format.ts'
import { Button, ButtonLink, SubmitButton } from '#ui/button.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { FileField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day, Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { emptyForm } from '#platform/forms.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { deskMessages } from '../messages/page-desk.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { deskPaths, planPaths } from '../paths.ts'
import type { WaitingContribution } from '../queries/desk.ts'
import type { VersionRow } from '../queries/versions.ts'
import type { JudgedCommitment } from '../read-plan.ts'
import { LastEvidenceLine, Nothing, Standing } from './commitment-parts.tsx'
import { DeskFrame, type Attempt } from './desk-frame.tsx'
import { VersionDates, VersionStanding } from './version-state.tsx'
import { WaitingEvidence, type WaitingRow } from './waiting-evidence.tsx'

type DeskRights = { coordinates: boolean; mayAdopt: boolean; isOfficial: boolean; personId: string | null }

export type DeskPageProps = {
  frame: PageFrame
  rights: DeskRights
  today: LocalDate
  inForce: number | null
  copyKey: string
  mine: readonly JudgedCommitment[]
  waiting: readonly WaitingRow[]
  contributions: readonly WaitingContribution[]
  unfinished: readonly VersionRow[]
  upload: Attempt | undefined
}

/** What waits in the plan for this official, the nearest first; below it what the coordinator leads. */
export function DeskPage(props: DeskPageProps) {
  const { frame, rights, mine, waiting, contributions, unfinished, upload, today, inForce, copyKey } = props
  const t = deskMessages[frame.language]
  const others = waiting.filter(({ vouchedBy }) => vouchedBy !== rights.personId)
  return (
    <DeskFrame frame={frame} title={t.desk} attempt={upload}>
      <p class="lead">{t.waitsForYou(rights.isOfficial ? others.length : 0, contributions.length)}</p>
      {rights.isOfficial ? (
        <section class="stack" id="kinnitamine">
          <h2>{t.toConfirm}</h2>
          {waiting.length === 0 ? (
            <p class="quiet">{t.nothingToConfirm}</p>
          ) : (
            <>
              <p class="quiet">{t.toConfirmHint}</p>
              <WaitingEvidence evidence={waiting} personId={rights.personId} />
            </>
          )}
        </section>
      ) : null}
      <section class="stack" id="vastamine">
        <h2>{t.toAnswer}</h2>
        {contributions.length === 0 ? (
          <p class="quiet">{t.nothingToAnswer}</p>
        ) : (
          <ToAnswer contributions={contributions} />
        )}
      </section>
      {rights.coordinates || rights.mayAdopt || unfinished.length > 0 ? (
        <section class="stack" id="kavandid">
          <h2>{t.unfinished}</h2>
          {unfinished.length === 0 ? (
            <p class="quiet">{t.noDrafts}</p>
          ) : (
            <Unfinished {...{ versions: unfinished, rights, today }} />
          )}
        </section>
      ) : null}
      {rights.coordinates ? <Coordination inForce={inForce} copyKey={copyKey} upload={upload} /> : null}
      <section class="stack" id="minu">
        <h2>{rights.coordinates ? t.allCommitments : t.mine}</h2>
        {mine.length === 0 ? <p class="quiet">{t.nothingMine}</p> : <Mine commitments={mine} today={today} />}
      </section>
    </DeskFrame>
  )
}

export function ToAnswer({ contributions }: { contributions: readonly WaitingContribution[] }) {
  const { language } = useReader()
  const t = deskMessages[language]
  return (
    <ul class="plain-list ruled">
      {contributions.map((one) => (
        <li key={one.id} class="stack-tight">
          <p class="local-text">{one.words.length > 280 ? `${one.words.slice(0, 280)}…` : one.words}</p>
          <p class="quiet small">
            {one.version === null ? t.question : t.comment(one.version)}
            {' · '}
            <Link
              href={
                one.version === null
                  ? planPaths.commitment(one.number)
                  : planPaths.draftCommitment(one.version, one.number)
              }
            >
              {one.number} <LocalTextView text={one.name} inline />
            </Link>
            {' · '}
            {one.shownAs === '' ? commitmentPageMessages[language].resident : one.shownAs}
            {' · '}
            <Moment at={one.sentAt} />
          </p>
          <p>
            <ButtonLink small href={deskPaths.contribution(one.id)}>
              {t.answer}
            </ButtonLink>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Mine({ commitments, today }: { commitments: readonly JudgedCommitment[]; today: LocalDate }) {
  const { language } = useReader()
  const t = deskMessages[language]
  const columns: readonly Column<JudgedCommitment>[] = [
    {
      key: 'commitment',
      label: t.commitment,
      rowHeader: true,
      cell: ({ number, name }) => (
        <Link href={planPaths.commitment(number)}>
          {number} <LocalTextView text={name} inline />
        </Link>
      ),
    },
    { key: 'status', label: t.status, cell: ({ judged }) => <Standing judged={judged} /> },
    {
      key: 'due',
      label: t.nextDue,
      cell: ({ judged }) =>
        judged.nextDue === undefined ? (
          <Nothing />
        ) : (
          <span class="nowrap">
            <Day day={judged.nextDue} />
          </span>
        ),
    },
    {
      key: 'last',
      label: t.lastEvidence,
      cell: ({ lastEvidence }) => <LastEvidenceLine evidence={lastEvidence} today={today} />,
    },
    {
      key: 'action',
      label: t.action,
      cell: ({ number }) => (
        <Link class="nowrap" href={deskPaths.commitment(number)}>
          {t.addEvidence}
          <span class="visually-hidden">: {number}</span>
        </Link>
      ),
    },
  ]
  return <DataTable caption={t.mine} hideCaption columns={columns} rows={commitments} rowKey={({ id }) => id} />
}

type UnfinishedProps = { versions: readonly VersionRow[]; rights: DeskRights; today: LocalDate }

function Unfinished({ versions, rights, today }: UnfinishedProps) {
  const { language } = useReader()
  const t = deskMessages[language]
  const v = versionMessages[language]
  const columns: readonly Column<VersionRow>[] = [
    { key: 'version', label: v.oneVersion, rowHeader: true, cell: ({ number }) => v.version(number) },
    {
      key: 'state',
      label: v.state,
      cell: (version) => <VersionStanding version={version} inForce={null} today={today} />,
    },
    { key: 'dates', label: v.dates, cell: (version) => <VersionDates version={version} /> },
    {
      key: 'next',
      label: t.nextStep,
      cell: ({ number }) => <Link href={deskPaths.version(number)}>{rights.mayAdopt ? t.adoptStep : t.openDraft}</Link>,
    },
  ]
  return <DataTable caption={t.unfinished} hideCaption columns={columns} rows={versions} rowKey={({ id }) => id} />
}

type CoordinationProps = { inForce: number | null; copyKey: string; upload: Attempt | undefined }

function Coordination({ inForce, copyKey, upload }: CoordinationProps) {
  const { language } = useReader()
  const t = deskMessages[language]
  const form = upload?.form ?? emptyForm
  const lastName = form.values.fileName
  return (
    <>
      <section class="stack" id="import">
        <h2>{t.importTitle}</h2>
        <p class="quiet">{t.importHint}</p>
        <Form action={deskPaths.import} enctype="multipart/form-data">
          <FileField
            form={form}
            name="document"
            label={t.document}
            hint={lastName === undefined ? t.documentTypes : `${t.documentTypes}. ${t.lastChosen(lastName)}`}
            accept=".docx,.html,.htm,.txt"
          />
          <SubmitButton>{t.read}</SubmitButton>
        </Form>
      </section>
      {inForce === null ? null : (
        <section class="stack" id="muutmine">
          <h2>{t.copyTitle}</h2>
          <p class="quiet">{t.copyHint}</p>
          <Form action={deskPaths.copy(inForce)} idempotencyKey={copyKey}>
            <Button variant="secondary">{t.copy}</Button>
          </Form>
        </section>
      )}
      <section class="stack" id="ulevaade">
        <h2>{t.reviewTitle}</h2>
        <p class="quiet">{t.reviewHint}</p>
        <p>
          <ButtonLink variant="secondary" href={deskPaths.reviews}>
            {t.writeReview}
          </ButtonLink>
        </p>
      </section>
    </>
  )
}
