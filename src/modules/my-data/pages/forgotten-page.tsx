import { readText } from '#platform/language.ts'
import type { PageFrame } from '#ui/frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import type { Kept } from '../forget-person.ts'
import { myDataMessages } from '../messages.ts'

export function ForgottenPage({ frame, kept }: { frame: PageFrame; kept: readonly Kept[] }) {
  const { language } = frame
  const t = myDataMessages[language]
  return (
    <PublicPage frame={frame} title={t.doneTitle}>
      <h1>{t.doneTitle}</h1>
      <p class="lead">{t.done}</p>
      {kept.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.keptTitle}</h2>
          <ul>
            {kept.map(({ what, why }) => (
              <li key={what.et}>
                <strong>{readText(what, language).text}.</strong> {readText(why, language).text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </PublicPage>
  )
}
