import { readText } from '#platform/language.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { isImage } from '../kinds.ts'
import type { AttachedFile } from '../list-attached.ts'
import { fileMessages } from '../messages/pages.ts'
import { refusalMessages } from '../messages/refusals.ts'
import { filePaths } from '../paths.ts'
import { sayFileSize } from './file-size.ts'

/** The files of one thing, each a link to its page with its kind and size; pictures small, with their words, unless plain. */
export function AttachmentList({ files, plain = false }: { files: readonly AttachedFile[]; plain?: boolean }) {
  const { language } = useReader()
  if (files.length === 0) return null
  return (
    <ul class="plain-list stack-tight" aria-label={fileMessages[language].attachments}>
      {files.map((file) => (
        <li key={file.id}>
          <Attachment file={file} plain={plain} />
        </li>
      ))}
    </ul>
  )
}

function Attachment({ file, plain }: { file: AttachedFile; plain: boolean }) {
  const { language } = useReader()
  const t = fileMessages[language]
  const { id, name, kind, size, description } = file
  const isOpen = file.state === 'checked' && file.removedAt === null
  const words = description === null ? '' : readText(description, language).text
  return (
    <>
      {isOpen && !plain && isImage(kind) ? <Thumbnail {...{ file }} words={words} /> : null}
      <Link href={filePaths.page(id)} class="breaking">
        {name}
      </Link>{' '}
      <span class="quiet small">
        {t.kinds[kind]}, {sayFileSize(size, language)}
        {isOpen ? null : ` – ${standingOf(file, t)}`}
      </span>
      {file.refusal === null ? null : <p class="small">{refusalMessages[language][file.refusal]}</p>}
    </>
  )
}

function Thumbnail({ file, words }: { file: AttachedFile; words: string }) {
  const { id, name, width, height } = file
  return (
    <img
      class="file-thumbnail"
      src={filePaths.picture(id, name, 640)}
      width={width ?? undefined}
      height={height ?? undefined}
      alt={words}
      loading="lazy"
    />
  )
}

function standingOf({ state, removedAt }: AttachedFile, t: (typeof fileMessages)['et']): string {
  if (state === 'refused') return t.wasRefused
  return removedAt === null ? t.checking : t.wasRemoved
}
