import type { ComponentChildren } from 'preact'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { comparedFields, differenceByIdentity } from '../difference.ts'
import { importMessages } from '../messages/import.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { wordDifference } from '#platform/word-difference.ts'
import { Segments } from '#ui/text-difference.tsx'
import { changedChapterTitles, compareNumbers, type Compared } from './compared.ts'

type DifferenceViewProps = {
  before: readonly Compared[]
  after: readonly Compared[]
  /** Where a commitment of the later version can be read whole. */
  pathOf?: (number: string) => string
}

/** What changed between two versions, in words first and then word by word. */
export function DifferenceView({ before, after, pathOf }: DifferenceViewProps) {
  const { language } = useReader()
  const t = versionMessages[language]
  const { added, removed, changed, renumbered, unchanged } = differenceByIdentity<Compared>(before, after)
  const chapters = changedChapterTitles(before, after)
  const isSame = added.length + removed.length + changed.length + renumbered.length + chapters.length === 0
  const nameOf = (number: string) => after.find((one) => one.number === number)?.name ?? ''
  return (
    <div class="stack">
      <p class="lead">
        {isSame
          ? t.noDifference
          : t.differenceSummary(added.length, removed.length, changed.length, renumbered.length, unchanged)}
      </p>
      <p class="quiet small">
        {t.onlyEstonian} {changed.length === 0 ? '' : t.howToRead}
      </p>
      <Group
        title={t.added}
        rows={added.map((one) => ({ number: one.number, body: <Whole commitment={one} pathOf={pathOf} /> }))}
      />
      <Group
        title={t.removed}
        rows={removed.map((one) => ({ number: one.number, body: <Whole commitment={one} /> }))}
      />
      {renumbered.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.renumbered}</h2>
          <ul>
            {renumbered.map(({ from, to }) => (
              <li key={to}>
                {t.fromTo(from, to)}: <span lang="et">{nameOf(to)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group
        title={t.chapterTitles}
        rows={chapters.map((one) => ({
          number: one.number,
          body: (
            <div lang="et">
              <Segments segments={wordDifference(`${one.number}. ${one.before}`, `${one.number}. ${one.after}`)} />
            </div>
          ),
        }))}
      />
      <Group
        title={t.changed}
        rows={changed
          .toSorted((a, b) => compareNumbers(a.number, b.number))
          .map(({ number, fields }) => ({
            number,
            body: (
              <>
                <h3 lang="et">
                  <Named number={number} name={nameOf(number)} pathOf={pathOf} />
                </h3>
                <dl class="definitions">
                  {comparedFields.map((field) => {
                    const segments = fields[field]
                    return segments === undefined ? null : (
                      <div key={field}>
                        <dt>{importMessages[language].fields[field]}</dt>
                        <dd lang="et">
                          <Segments segments={segments} />
                        </dd>
                      </div>
                    )
                  })}
                </dl>
              </>
            ),
          }))}
      />
    </div>
  )
}

function Group({ title, rows }: { title: string; rows: readonly { number: string; body: ComponentChildren }[] }) {
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <h2>
        {title} <span class="quiet">{rows.length}</span>
      </h2>
      {rows.map(({ number, body }) => (
        <article key={number} class="stack-tight">
          {body}
        </article>
      ))}
    </section>
  )
}

type NamedProps = { number: string; name: string; pathOf?: ((number: string) => string) | undefined }

function Named({ number, name, pathOf }: NamedProps) {
  const words = `${number} ${name}`
  return pathOf === undefined ? <>{words}</> : <Link href={pathOf(number)}>{words}</Link>
}

function Whole({ commitment, pathOf }: { commitment: Compared; pathOf?: NamedProps['pathOf'] }) {
  return (
    <>
      <h3 lang="et">
        <Named number={commitment.number} name={commitment.name} pathOf={pathOf} />
      </h3>
      <p class="local-text" lang="et">
        {commitment.text}
      </p>
    </>
  )
}
