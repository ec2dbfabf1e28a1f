import { wordDifference } from '#platform/word-difference.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Moment } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { Segments } from '#ui/text-difference.tsx'
import { publicMessages } from '../messages/public.ts'
import type { Version } from '../queries/versions.ts'
import type { SeenAct } from '../seen-act.ts'

export type SeenText = Version

type Texts = { act: Pick<SeenAct, 'mayReadText'>; texts: readonly SeenText[]; fullHash: string | null }

/** The newest text, and how it came to be: what a correction changed, what was left out and on which ground. */
export function ActTexts({ act, texts, fullHash }: Texts) {
  const { language } = useReader()
  const t = publicMessages[language]
  const full = texts.find(({ kind }) => kind !== 'public')
  const newest = texts.find(({ kind }) => kind === 'public') ?? full
  if (!act.mayReadText) return null
  if (newest === undefined) return <p class="quiet">{t.noText}</p>
  return (
    <>
      <section class="stack-tight" id="tekst">
        <h2>{t.text}</h2>
        {newest.kind === 'public' ? <p class="quiet">{t.removed(newest.because, newest.basis)}</p> : null}
        <div class="text local-text" lang="et">
          {newest.words}
        </div>
        <p class="quiet small">
          {t.hash}: <code>{newest.hash}</code>
        </p>
        {newest.kind !== 'public' || full === undefined ? null : (
          <Disclosure label={t.fullText}>
            <div class="text local-text" lang="et">
              {full.words}
            </div>
          </Disclosure>
        )}
        {newest.kind !== 'public' || fullHash === null ? null : (
          <p class="quiet small">
            {t.fullHash}: <code>{fullHash}</code>
          </p>
        )}
      </section>
      {texts.length === 1 && newest.kind !== 'public' ? null : (
        <section class="stack-tight">
          <h2>{t.versions}</h2>
          <ol class="plain-list ruled">
            {texts.map((text) => (
              <TextLine key={text.version} text={text} before={beforeOf(text, texts)} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

/** An editorial version is compared with the full text before it, a public one only with a public one. */
function beforeOf(text: SeenText, texts: readonly SeenText[]): SeenText | undefined {
  return texts.find(({ version, kind }) => version < text.version && (kind === 'public') === (text.kind === 'public'))
}

function TextLine({ text, before }: { text: SeenText; before: SeenText | undefined }) {
  const { language } = useReader()
  const t = publicMessages[language]
  return (
    <li class="stack-tight">
      <p>
        {t.version[text.kind]}, <Moment at={text.at} />
      </p>
      {text.kind === 'public' ? (
        <p lang="et">{t.removed(text.because, text.basis)}</p>
      ) : text.because === '' ? null : (
        <p lang="et">{text.because}</p>
      )}
      <p class="quiet small">
        {t.hash}: <code>{text.hash}</code>
      </p>
      {before === undefined ? null : (
        <Disclosure label={t.difference}>
          <div lang="et">
            <Segments segments={wordDifference(before.words, text.words)} />
          </div>
        </Disclosure>
      )}
    </li>
  )
}
