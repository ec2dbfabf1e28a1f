import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { restrictionMessages, sayWithheld } from './messages.ts'
import type { Withheld } from './queries.ts'

/** Why the materials of an item are not shown to everybody; also told to those who may read them all the same. */
export function WithheldNote({ withheld, readsAll }: { withheld: Withheld; readsAll: boolean }) {
  const { language } = useReader()
  return (
    <Notice>
      <p>{sayWithheld(withheld, language)}</p>
      {readsAll ? <p>{restrictionMessages[language].readsAll}</p> : null}
    </Notice>
  )
}
