import type { reading } from '#modules/files/index.ts'
import { useReader } from '#ui/reader.ts'
import { publicMessages } from '../../messages/public.ts'

/** A file that not everybody may see, by an address for its reader alone. */
export type ClosedFile = reading.AttachedFile & { src: string; words: string }

/** What came with a report that is not public, for those who work on it. */
export function ClosedFiles({ files }: { files: readonly ClosedFile[] }) {
  const t = publicMessages[useReader().language]
  if (files.length === 0) return null
  return (
    <section class="stack-tight">
      <h2>{t.photos}</h2>
      <ul class="plain-list stack-tight">
        {files.map(({ id, name, src, words, width, height }) => (
          <li key={id}>
            <a href={src} class="breaking">
              {width === null || height === null ? (
                name
              ) : (
                <img
                  class="file-thumbnail"
                  src={src}
                  alt={words === '' ? name : words}
                  width={width}
                  height={height}
                  loading="lazy"
                />
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
