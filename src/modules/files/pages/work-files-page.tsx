import type { SaidSubject } from '#platform/subject-words.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Moment } from '#ui/moment.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { fileMessages, type FileWords } from '../messages/pages.ts'
import { refusalMessages } from '../messages/refusals.ts'
import { filePaths } from '../paths.ts'
import type { FileRow } from '../queries/files.ts'
import { sayFileSize } from './file-size.ts'

type WorkFilesPageProps = {
  frame: PageFrame
  files: readonly FileRow[]
  /** What the things are called that files belong to, by their subjects. */
  belongings: ReadonlyMap<string, SaidSubject>
}

/** For administrators: what stands still in the quarantine, what was turned away, what is gone. */
export function WorkFilesPage({ frame, files, belongings }: WorkFilesPageProps) {
  const t = fileMessages[frame.language]
  const waiting = files.filter(({ state, removedAt }) => state === 'received' && removedAt === null)
  const refused = files.filter(({ state }) => state === 'refused')
  const columnsOf = (part: PartOfPage) => columnsFor(frame, part, belongings)
  const removed = files.filter(({ state, removedAt }) => state !== 'refused' && removedAt !== null)
  return (
    <WorkspacePage frame={frame} title={t.workTitle} current={filePaths.work} sections={frame.workspace ?? []}>
      <h1>{t.workTitle}</h1>
      <p class="lead">{t.workLead}</p>
      <Part title={t.waitingFiles} none={t.noWaiting} files={waiting} columns={columnsOf('waiting')} />
      <Part title={t.refusedFiles} none={t.noRefused} files={refused} columns={columnsOf('refused')} />
      <Part title={t.removedFiles} none={t.noRemoved} files={removed} columns={columnsOf('removed')} />
    </WorkspacePage>
  )
}

type PartProps = { title: string; none: string; files: readonly FileRow[]; columns: readonly Column<FileRow>[] }

function Part({ title, none, files, columns }: PartProps) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {files.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <DataTable caption={title} hideCaption columns={columns} rows={files} rowKey={({ id }) => id} />
      )}
    </section>
  )
}

type PartOfPage = 'waiting' | 'refused' | 'removed'

function columnsFor(
  { language }: PageFrame,
  part: PartOfPage,
  belongings: WorkFilesPageProps['belongings'],
): Column<FileRow>[] {
  const t = fileMessages[language]
  const reasons: Record<PartOfPage, (file: FileRow) => string> = {
    waiting: () => '',
    refused: ({ refusal }) => (refusal === null ? '' : refusalMessages[language][refusal]),
    removed: (file) => reasonOfRemoval(file, t),
  }
  const columns: Column<FileRow>[] = [
    { key: 'name', label: t.file, rowHeader: true, cell: (file) => <FileLink file={file} part={part} /> },
    { key: 'size', label: t.size, cell: ({ size }) => <span class="nowrap">{sayFileSize(size, language)}</span> },
    { key: 'reason', label: t.reason, cell: reasons[part] },
    {
      key: 'to',
      label: t.attachedTo,
      cell: ({ attachedTo }) => (
        <Belonging to={attachedTo ?? ''} said={belongings.get(attachedTo ?? '')} none={t.notAttached} />
      ),
    },
    { key: 'when', label: t.when, cell: (file) => <Moment at={file.removedAt ?? file.decidedAt ?? file.uploadedAt} /> },
  ]
  return part === 'waiting' ? columns.filter(({ key }) => key !== 'reason') : columns
}

/** An administrator opens what was refused, to see why; what others keep is theirs. */
function FileLink({ file, part }: { file: FileRow; part: string }) {
  return part === 'refused' ? <Link href={filePaths.page(file.id)}>{file.name}</Link> : file.name
}

type BelongingProps = { to: string; said: SaidSubject | undefined; none: string }

/** What nobody here has words for stands by its name. */
function Belonging({ to, said, none }: BelongingProps) {
  if (to === '') return <>{none}</>
  if (said === undefined) return <code class="small breaking">{to}</code>
  return (
    <Link href={said.path}>
      <LocalTextView text={said.title} inline />
    </Link>
  )
}

function reasonOfRemoval({ removedWhy }: FileRow, t: FileWords): string {
  return removedWhy === null ? '' : t.removedReasons[removedWhy]
}
