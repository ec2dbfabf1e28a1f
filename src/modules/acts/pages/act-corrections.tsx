import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { publicMessages } from '../messages/public.ts'
import type { Correction } from '../queries/corrections.ts'
import type { SeenAct } from '../seen-act.ts'

/** What was mended in title and number, each with what stood there before. */
export function ActCorrections({ act, corrections }: { act: SeenAct; corrections: readonly Correction[] }) {
  const { language } = useReader()
  const t = publicMessages[language]
  if (corrections.length === 0) return null
  return (
    <section class="stack-tight" id="parandused">
      <h2>{t.corrections}</h2>
      <ol class="plain-list ruled">
        {corrections.map((one, at) => {
          // What a correction made of it stood there until the next one.
          const after = at === 0 ? { title: act.title ?? '', number: act.number } : corrections[at - 1]!
          return (
            <li key={one.at.toISOString()} class="stack-tight">
              <p>
                <Moment at={one.at} />
              </p>
              {one.number === after.number ? null : <p>{t.numberCorrected(one.number, after.number)}</p>}
              {one.title === after.title ? null : (
                <p>
                  {t.titleCorrected}: <del lang="et">{one.title}</del> → <ins lang="et">{after.title}</ins>
                </p>
              )}
              <p lang="et">{one.because}</p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
