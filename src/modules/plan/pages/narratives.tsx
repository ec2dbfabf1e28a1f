import { readText } from '#platform/language.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { sayPeriod } from '../messages/calendar-period.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import type { Narrative } from '../queries/participation.ts'

type NarrativesProps = { narratives: readonly Narrative[]; editPath?: (period: string) => string }

/** Officials' words by period; what they once said otherwise stays readable. */
export function Narratives({ narratives, editPath }: NarrativesProps) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  if (narratives.length === 0) return null
  const byPeriod = [...Map.groupBy(narratives, ({ period }) => period)]
  return (
    <section class="stack" id="selgitused">
      <h2>{t.officialWords}</h2>
      {byPeriod.map(([period, all]) => {
        const present = all.filter(({ replacedAt }) => replacedAt === null)
        const earlier = all.filter(({ replacedAt }) => replacedAt !== null)
        return (
          <section key={period} class="stack-tight">
            <h3>{sayPeriod(period, language)}</h3>
            {present.map((one) => (
              <Words key={one.id} narrative={one} />
            ))}
            {editPath === undefined ? null : (
              <p>
                <Link href={editPath(period)}>
                  {t.rewrite}
                  <span class="visually-hidden">: {sayPeriod(period, language)}</span>
                </Link>
              </p>
            )}
            {earlier.length === 0 ? null : (
              <Disclosure label={t.earlierWords(earlier.length)}>
                <div class="stack">
                  {earlier.map((one) => (
                    <Words key={one.id} narrative={one} />
                  ))}
                </div>
              </Disclosure>
            )}
          </section>
        )
      })}
    </section>
  )
}

function Words({ narrative }: { narrative: Narrative }) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  return (
    <div class="stack-tight">
      <LocalTextView text={narrative.text} />
      <p class="quiet small">
        {t.writtenBy(readText(narrative.authorPost, language).text)} <Moment at={narrative.writtenAt} />
      </p>
    </div>
  )
}
