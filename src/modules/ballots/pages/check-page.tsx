import '../elements.ts'
import { emptyForm } from '#platform/forms.ts'
import { FileField, TextField } from '#ui/fields.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { ballotMessages } from '../messages.ts'

/** Where anybody judges the archive of a secret vote: the files stay on the visitor's own device. */
export function CheckPage({ frame }: { frame: PageFrame }) {
  const t = ballotMessages[frame.language]
  const form = emptyForm
  return (
    <PublicPage frame={frame} title={t.title} current="taking-part" description={t.lead}>
      <div class="stack">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <section class="stack-tight">
          <h2>{t.whatTitle}</h2>
          <ul>
            {t.what.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <archive-check
          class="stack"
          data-worker={frame.assets.url('src/modules/ballots/browser/archive-worker.ts')}
          data-words={JSON.stringify(t.browser)}
        >
          <section class="stack-tight" data-by-hand="">
            <h2>{t.scriptTitle}</h2>
            <p>{t.script}</p>
          </section>
          <form class="form" novalidate hidden>
            <FileField form={form} name="archive" label={t.archive} accept=".bel" />
            <FileField
              form={form}
              name="proofs"
              label={t.secondProofs}
              hint={t.secondProofsHint}
              accept=".json"
              optional
            />
            <TextField form={form} name="tracker" label={t.tracker} hint={t.trackerHint} maxlength={50} optional />
            <TextField form={form} name="head" label={t.head} hint={t.headHint} maxlength={70} optional />
            <button class="button" type="submit">
              {t.check}
            </button>
          </form>
          <div class="stack" data-verdict="" aria-live="polite" />
        </archive-check>
      </div>
      <script type="module" src={frame.assets.url('src/modules/ballots/browser/archive-check.ts')} />
    </PublicPage>
  )
}
