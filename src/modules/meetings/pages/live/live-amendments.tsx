import { wordDifference } from '#platform/word-difference.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import { Segments } from '#ui/text-difference.tsx'
import type { Tone } from '#ui/tone.ts'
import { amendmentMessages } from '../../messages/amendments.ts'
import { Name, type Known } from './live-parts.tsx'
import type { PublicAmendment, PublicItem } from './public-meeting.ts'

const tones: Record<PublicAmendment['state'], Tone> = {
  moved: 'info',
  withdrawn: 'neutral',
  void: 'neutral',
  accepted: 'success',
  rejected: 'neutral',
}

/** What members want to change in a draft, what has become of it, and the text as it stands with what was accepted. */
export function LiveAmendments({ item: { amendments, merged, number }, known }: { item: PublicItem; known: Known }) {
  const { language } = useReader()
  const t = amendmentMessages[language]
  if (amendments.length === 0) return null
  return (
    <>
      <Disclosure label={`${t.title}: ${amendments.length} (${number})`}>
        <ul class="plain-list ruled">
          {amendments.map((amendment) => (
            <li key={amendment.number} class="stack-tight">
              <p class="row">
                <span>
                  <strong>{t.name(amendment.number)}</strong>: {t.what[amendment.kind](amendment.paragraph)}, {t.by}{' '}
                  <Name personId={amendment.moverPersonId} names={known.names} />
                </span>
                <StatusTag tone={tones[amendment.state]} label={t.states[amendment.state]} />
                {amendment.because === null ? null : (
                  <span class="quiet small">{t.voidBecause(amendment.because)}</span>
                )}
              </p>
              <div lang="et" class="small">
                <Segments segments={wordDifference(amendment.before ?? '', amendment.after ?? '')} />
              </div>
            </li>
          ))}
        </ul>
      </Disclosure>
      {merged === null ? null : (
        <Disclosure label={`${t.merged} (${number})`}>
          <div lang="et">
            <Segments segments={wordDifference(merged.before, merged.after)} />
          </div>
        </Disclosure>
      )}
    </>
  )
}
