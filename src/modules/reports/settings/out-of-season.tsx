import { readText } from '#platform/language.ts'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import type { Category } from '../queries/categories.ts'
import { settingsMessages } from './page-messages.ts'
import { writeDayOfYear } from './rules.ts'

/** What cannot be reported today, and when it can; loud about the subject that the address asked for. */
export function OutOfSeason({ resting, asked }: { resting: readonly Category[]; asked: string | undefined }) {
  const { language } = useReader()
  const t = settingsMessages[language]
  const say = ({ name, seasonFrom, seasonUntil }: Category) =>
    t.season(readText(name, language).text, writeDayOfYear(seasonFrom), writeDayOfYear(seasonUntil))
  const wanted = resting.find(({ code }) => code === asked)
  if (wanted !== undefined) return <Notice tone="warning">{`${t.outOfSeason} ${say(wanted)}`}</Notice>
  if (resting.length === 0) return null
  return (
    <p class="hint">
      {t.outOfSeason} {resting.map(say).join('; ')}
    </p>
  )
}
