import { useReader } from '#ui/reader.ts'
import { publicMessages } from '../messages/public.ts'
import type { SeenAct } from '../seen-act.ts'
import { ActLines } from './act-parts.tsx'

/** What a meeting has decided, or what was decided on one item of it. */
export function Decided({ acts, isOfItem }: { acts: readonly SeenAct[]; isOfItem: boolean }) {
  const { language } = useReader()
  const t = publicMessages[language]
  return (
    <section class="stack-tight" id="aktid">
      <h2>{isOfItem ? t.decidedOnItem : t.decidedHere}</h2>
      <ActLines acts={acts} />
    </section>
  )
}
