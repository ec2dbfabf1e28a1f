import { wordDifference } from '#platform/word-difference.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { Segments } from '#ui/text-difference.tsx'
import { adoptedText } from '../../log/adopted-text.ts'
import { amendmentMessages } from '../../messages/amendments.ts'
import type { CockpitParts } from './cockpit-parts.ts'

/** What the vote on the whole is about: the draft with what was accepted, changes marked. */
export function MergedText({ state, ground, itemId }: Pick<CockpitParts, 'state' | 'ground'> & { itemId: string }) {
  const { language } = useReader()
  const t = amendmentMessages[language]
  const draft = ground.drafts.get(itemId) ?? ''
  const merged = adoptedText(state, draft, itemId)
  if (!merged.isChanged) return null
  return (
    <Disclosure label={t.merged} open>
      {merged.conflicts.length === 0 ? null : <Notice tone="warning">{t.conflict}</Notice>}
      <div lang="et">
        <Segments segments={wordDifference(draft, merged.text)} />
      </div>
    </Disclosure>
  )
}
