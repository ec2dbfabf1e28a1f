import type { EvidenceFigure } from '#platform/evidence.ts'
import { formatNumber, type LocalDate } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import { DefinitionList, type Definition } from '#ui/definition-list.tsx'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { Stat } from '#ui/stat.tsx'
import { sentence } from '../messages/calendar-words.ts'
import { evidenceName } from '../messages/evidence-names.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { sayDuty } from '../messages/schedule.ts'
import { sayReason } from '../messages/status.ts'
import type { JudgedCommitment } from '../read-plan.ts'
import { Standing } from './commitment-parts.tsx'
import type { EvidenceSources } from './what-pages-take.ts'

type HowWeKnowProps = {
  commitment: JudgedCommitment
  sources: EvidenceSources
  figures: readonly EvidenceFigure[]
  today: LocalDate
}

/** The rule in words, what counts for it, and the arithmetic that leads to the status. */
export function HowWeKnow({ commitment, sources, figures, today }: HowWeKnowProps) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  const { bindings, judgements } = commitment
  return (
    <section class="stack" id="kuidas-me-teame">
      <h2>{t.howWeKnow}</h2>
      {bindings.length === 0 ? <p>{t.noDuty}</p> : null}
      {bindings.map((binding, at) => {
        const judged = judgements[at]!
        const definitions: Definition[] = [
          { term: t.rule, definition: sentence(sayDuty(binding.duty, language)) },
          { term: t.counted, definition: <CountedKeys keys={binding.keys} sources={sources} /> },
          { term: t.since, definition: <Day day={binding.measuredFrom} /> },
          {
            term: t.arithmetic,
            definition: (
              <div class="stack-tight">
                <p>{sayReason(judged.reason, language)}</p>
                <p>
                  <Standing judged={judged} />
                </p>
              </div>
            ),
          },
        ]
        return <DefinitionList key={binding.id} definitions={definitions} />
      })}
      {figures.length === 0 ? null : (
        <div class="grid grid-small" role="group" aria-label={t.figures}>
          {figures.map((figure) => (
            <Stat
              key={readText(figure.name, language).text}
              number={sayFigure(figure, language)}
              label={readText(figure.name, language).text}
              asOf={today}
              href={figure.path}
            />
          ))}
        </div>
      )}
      <p class="quiet small">{t.noNarrativeOverrides}</p>
    </section>
  )
}

function sayFigure({ value, unit }: EvidenceFigure, language: Language): string {
  if (value === null) return '–'
  const number = formatNumber(unit === 'days' ? Math.round(value * 10) / 10 : Math.floor(value), language)
  if (unit === 'days') return commitmentPageMessages[language].days(number)
  return unit === 'percent' ? `${number}%` : number
}

function CountedKeys({ keys, sources }: { keys: readonly string[]; sources: EvidenceSources }) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  return (
    <ul class="plain-list">
      {keys.map((key) => {
        const isMeasured = sources.some((source) => source.key === key)
        return (
          <li key={key}>
            {evidenceName(key, sources, language)} <span class="quiet">– {isMeasured ? t.measured : t.unmeasured}</span>
          </li>
        )
      })}
    </ul>
  )
}
