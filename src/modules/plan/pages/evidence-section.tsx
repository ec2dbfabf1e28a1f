import { AttachmentList } from '#modules/files/index.ts'
import { readText, type LocalText } from '#platform/language.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { evidenceName } from '../messages/evidence-names.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import type { WholeCommitment } from '../queries/commitment-in-force.ts'
import type { ProofFile } from '../proof-files.ts'
import { EvidenceTitle } from './commitment-parts.tsx'
import { WaitingEvidence } from './waiting-evidence.tsx'
import type { CommitmentRights, EvidenceSources } from './what-pages-take.ts'

type Line = {
  id: string
  on: string
  title: LocalText
  path: string
  source: string
  met: boolean
  files: readonly ProofFile[]
}

type EvidenceSectionProps = {
  commitment: WholeCommitment
  sources: EvidenceSources
  rights: Pick<CommitmentRights, 'seesWaiting' | 'personId'>
}

/** Everything that counts for the promise, newest first; below it, for officials, what still waits. */
export function EvidenceSection({ commitment, sources, rights }: EvidenceSectionProps) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  const inWords = (text: LocalText) => readText(text, language).text
  const lines = linesOf(commitment, {
    measured: (key, met) => `${t.bySystem}: ${evidenceName(key, sources, language)}${met ? '' : ` – ${t.notMet}`}`,
    vouched: (post, second) => t.vouchedBy(inWords(post), second === null ? '' : inWords(second)),
  })
  const columns: readonly Column<Line>[] = [
    { key: 'day', label: t.day, cell: ({ on }) => <Day day={on} /> },
    {
      key: 'what',
      label: t.what,
      rowHeader: true,
      cell: ({ title, path, files }) => (
        <>
          <EvidenceTitle title={title} path={path} />
          <AttachmentList files={files} />
        </>
      ),
    },
    { key: 'source', label: t.source, cell: ({ source }) => <span class="quiet">{source}</span> },
  ]
  const waiting = commitment.vouched.filter(
    ({ confirmedAt, declinedAt }) => confirmedAt === null && declinedAt === null,
  )
  return (
    <section class="stack" id="toendid">
      <h2>{t.evidence}</h2>
      {lines.length === 0 ? (
        <EmptyState title={t.noEvidence}>
          <p>{t.noEvidenceHint}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t.evidence} hideCaption columns={columns} rows={lines} rowKey={({ id }) => id} />
      )}
      {rights.seesWaiting && waiting.length > 0 ? (
        <section class="band stack" aria-labelledby="ootavad">
          <h3 id="ootavad">{t.waiting}</h3>
          <p class="quiet">{t.waitingHint}</p>
          <WaitingEvidence
            evidence={waiting.map((one) => ({ ...one, number: commitment.number, name: commitment.name }))}
            personId={rights.personId}
          />
        </section>
      ) : null}
    </section>
  )
}

type Sources = {
  measured: (key: string, met: boolean) => string
  vouched: (post: LocalText, second: LocalText | null) => string
}

function linesOf({ evidence, vouched }: WholeCommitment, say: Sources): Line[] {
  const measured = evidence
    .filter((line) => !line.vouched)
    .map(({ key, on, title, path, met }, at) => ({
      id: `m${at}`,
      on,
      title,
      path,
      met,
      source: say.measured(key, met),
      files: [],
    }))
  const byHand = vouched
    .filter(({ confirmedAt }) => confirmedAt !== null)
    .map((one) => ({
      id: one.id,
      on: one.occurredOn,
      title: one.title,
      path: one.url ?? '',
      met: true,
      source: say.vouched(one.vouchedPost, one.confirmedPost),
      files: one.files,
    }))
  return [...measured, ...byHand].toSorted((a, b) => b.on.localeCompare(a.on))
}
