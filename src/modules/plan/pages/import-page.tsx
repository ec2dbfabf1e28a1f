import { SubmitButton } from '#ui/button.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import {
  commitmentsOf,
  uncertaintiesOf,
  type ParsedCommitment,
  type ParsedPlan,
  type Uncertainty,
} from '../document/parsed-plan.ts'
import type { FoundImport } from '../import-plan.ts'
import { importMessages } from '../messages/import.ts'
import { draftMessages } from '../messages/page-draft.ts'
import { saySchedule } from '../messages/schedule.ts'
import { deskPaths } from '../paths.ts'
import type { Compared } from './compared.ts'
import { DeskFrame } from './desk-frame.tsx'
import { DifferenceView } from './difference-view.tsx'

type ImportPageProps = {
  frame: PageFrame
  found: FoundImport
  /** Against the plan in force; null while none is. */
  difference: { before: readonly Compared[]; after: readonly Compared[] } | null
}

const anchorOf = (number: string) => `rida-${number.replaceAll('.', '-')}`

/** What was understood of a document and what was unsure, before anything is saved. */
export function ImportPage({ frame, found, difference }: ImportPageProps) {
  const t = draftMessages[frame.language]
  const { plan } = found
  return (
    <DeskFrame frame={frame} title={t.importTitle} above={[]}>
      <p class="quiet">{t.readFrom(found.fileName)}</p>
      <p class="lead">{t.understood(plan.chapters.length, commitmentsOf(plan).length)}</p>
      <SaveForm found={found} />
      <Unsure uncertainties={uncertaintiesOf(plan)} />
      <WhatWasRead plan={plan} />
      <section class="stack" id="erinevus">
        <h2>{t.differenceTitle}</h2>
        {difference === null ? <p>{t.noPlanInForce}</p> : <DifferenceView {...difference} />}
      </section>
      <SaveForm found={found} />
    </DeskFrame>
  )
}

function SaveForm({ found }: { found: FoundImport }) {
  const { language } = useReader()
  const t = draftMessages[language]
  if (found.savedAs !== null) {
    return (
      <Notice tone="success">
        <Link href={deskPaths.version(found.savedAs)}>{t.saved(found.savedAs)}</Link>
      </Notice>
    )
  }
  return (
    <Form action={deskPaths.saveImport(found.id)}>
      <div class="row">
        <SubmitButton>{t.save}</SubmitButton>
        <Link href={`${deskPaths.desk}#import`}>{t.chooseAnother}</Link>
      </div>
      <p class="quiet small">{t.saveHint}</p>
    </Form>
  )
}

/** Grouped by what was unsure, each place with its words and a link to its row. */
function Unsure({ uncertainties }: { uncertainties: readonly Uncertainty[] }) {
  const { language } = useReader()
  const t = draftMessages[language]
  return (
    <section class="stack" id="kahtlused">
      <h2>{t.unsureTitle}</h2>
      {uncertainties.length === 0 ? (
        <p>{t.nothingUnsure}</p>
      ) : (
        <>
          <p class="quiet">{t.unsureHint}</p>
          {[...Map.groupBy(uncertainties, ({ code }) => code)].map(([code, places]) => (
            <section key={code} class="stack-tight">
              <h3>
                {importMessages[language].uncertainties[code]} <span class="quiet">{places.length}</span>
              </h3>
              <ul>
                {places.map(({ commitment, excerpt }, at) => (
                  <li key={`${commitment ?? ''}${at}`}>
                    {commitment === undefined ? t.wholePlan : <a href={`#${anchorOf(commitment)}`}>{commitment}</a>}
                    {excerpt === '' ? '' : ': '}
                    <span class="quiet" lang="et">
                      {excerpt}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </section>
  )
}

function WhatWasRead({ plan }: { plan: ParsedPlan }) {
  const { language } = useReader()
  const t = draftMessages[language]
  const columns: readonly Column<ParsedCommitment>[] = [
    { key: 'number', label: t.number, cell: ({ number }) => <span id={anchorOf(number)}>{number}</span> },
    { key: 'text', label: t.text, rowHeader: true, cell: ({ text }) => <span lang="et">{text}</span> },
    {
      key: 'written',
      label: t.deadlineAsWritten,
      cell: ({ deadlineAsWritten }) => <span lang="et">{deadlineAsWritten}</span>,
    },
    {
      key: 'understood',
      label: t.deadlineUnderstood,
      cell: ({ schedule }) =>
        schedule.length === 0 ? <span class="quiet">{t.notUnderstood}</span> : saySchedule(schedule, language),
    },
    {
      key: 'parties',
      label: t.parties,
      cell: ({ parties }) => (
        <ul class="plain-list" lang="et">
          {parties.map((party) => (
            <li key={party}>{party}</li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <section class="stack" id="loetud">
      <h2>{t.whatWasRead}</h2>
      <DefinitionList
        definitions={[
          { term: t.title, definition: <span lang="et">{plan.title}</span> },
          ...(plan.approval === undefined
            ? []
            : [{ term: t.approval, definition: <span lang="et">{plan.approval.wording}</span> }]),
          ...(plan.introduction === ''
            ? []
            : [{ term: t.introduction, definition: <span lang="et">{plan.introduction}</span> }]),
        ]}
      />
      {plan.chapters.map((chapter) => (
        <section key={chapter.number} class="stack-tight">
          <h3 lang="et">
            {chapter.number}. {chapter.title}
          </h3>
          <DataTable
            caption={`${chapter.number}. ${chapter.title}`}
            hideCaption
            columns={columns}
            rows={chapter.commitments}
            rowKey={({ number }) => number}
          />
        </section>
      ))}
    </section>
  )
}
