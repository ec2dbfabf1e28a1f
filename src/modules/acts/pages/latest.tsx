import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { publicMessages } from '../messages/public.ts'
import { actPaths } from '../paths.ts'
import type { SeenAct } from '../seen-act.ts'
import { ActLines } from './act-parts.tsx'

/** The newest acts, with the vote in words. */
export function Latest({ acts }: { acts: readonly SeenAct[] }) {
  const { language } = useReader()
  const t = publicMessages[language]
  return (
    <section class="stack-tight">
      <div class="row row-between">
        <h2>{t.latest}</h2>
        <Link href={actPaths.list}>{t.toAll}</Link>
      </div>
      <ActLines acts={acts} />
    </section>
  )
}
