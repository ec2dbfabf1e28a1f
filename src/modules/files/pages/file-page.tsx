import { formatDay, formatNumber, localDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { DefinitionList, type Definition } from '#ui/definition-list.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day, Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { isImage } from '../kinds.ts'
import { fileMessages } from '../messages/pages.ts'
import { refusalMessages } from '../messages/refusals.ts'
import { filePaths } from '../paths.ts'
import type { ShownFile } from '../show-file.ts'
import { sayFileSize } from './file-size.ts'

type FilePageProps = { frame: PageFrame; file: ShownFile }

/** What a file is and what it says, for those too who cannot open it. */
export function FilePage({ frame, file }: FilePageProps) {
  const t = fileMessages[frame.language]
  const isOpen = file.state === 'checked' && file.removedAt === null
  return (
    <PublicPage frame={frame} title={file.name}>
      <div class="stack-tight">
        <p class="quiet">{t.file}</p>
        <h1 class="page-title breaking">{file.name}</h1>
      </div>
      <Standing frame={frame} file={file} />
      {isOpen && isImage(file.kind) ? <Picture {...{ frame, file }} /> : null}
      {isOpen ? (
        <p>
          <DownloadLink
            href={filePaths.bytes(file.id, file.name)}
            label={t.download}
            note={`${t.kinds[file.kind]}, ${sayFileSize(file.size, frame.language)}`}
          />
        </p>
      ) : null}
      <DefinitionList definitions={definitionsOf(frame, file)} />
      {isOpen && !isImage(file.kind) ? <Words frame={frame} file={file} /> : null}
    </PublicPage>
  )
}

function Standing({ frame, file }: FilePageProps) {
  const { language, site } = frame
  const t = fileMessages[language]
  if (file.refusal !== null) {
    return (
      <Notice tone="danger" title={t.refusedTitle}>
        {refusalMessages[language][file.refusal]}
      </Notice>
    )
  }
  if (file.removedAt !== null && file.removedWhy !== null) {
    const on = formatDay(localDate(file.removedAt, site.timeZone), language)
    return <Notice title={t.removedTitle}>{t.removed[file.removedWhy](on)}</Notice>
  }
  return file.state === 'received' ? <Notice title={t.waitingTitle}>{t.waiting}</Notice> : null
}

function Picture({ frame: { language }, file }: FilePageProps) {
  const { id, name, width, height, description } = file
  return (
    <figure class="file-picture">
      <img
        src={filePaths.picture(id, name, 1600)}
        srcset={`${filePaths.picture(id, name, 640)} 640w, ${filePaths.picture(id, name, 1600)} 1600w`}
        sizes="(min-width: 66rem) 60rem, 94vw"
        width={width ?? undefined}
        height={height ?? undefined}
        alt={description === null ? '' : readText(description, language).text}
      />
      {description === null ? null : (
        <figcaption>
          <LocalTextView text={description} />
        </figcaption>
      )}
    </figure>
  )
}

function definitionsOf({ language }: PageFrame, file: ShownFile): Definition[] {
  const t = fileMessages[language]
  const { width, height, keepUntil } = file
  return [
    { term: t.kind, definition: t.kinds[file.kind] },
    { term: t.size, definition: sayFileSize(file.size, language) },
    ...(width === null || height === null
      ? []
      : [{ term: t.measures, definition: t.pixels(formatNumber(width, language), formatNumber(height, language)) }]),
    { term: t.added, definition: <Moment at={file.uploadedAt} /> },
    ...(keepUntil === null ? [] : [{ term: t.keptUntil, definition: <Day day={keepUntil} /> }]),
    { term: t.hash, definition: <code class="hash breaking">{file.hash}</code> },
  ]
}

function Words({ frame, file }: FilePageProps) {
  const t = fileMessages[frame.language]
  return (
    <section class="stack" id="tekst">
      <h2>{t.textTitle}</h2>
      {file.text === null ? (
        <p class="quiet">{t.noText}</p>
      ) : (
        <>
          <p class="quiet">{t.textHint}</p>
          <div class="local-text text" lang="et">
            {file.isCut ? `${file.text}…` : file.text}
          </div>
        </>
      )}
    </section>
  )
}
