import { timeZoneOf } from '#platform/context.ts'
import type { PersonSection } from '#platform/person-section.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { recordMessages } from './messages.ts'
import { recordPaths } from './paths.ts'
import { attendanceOfPerson } from './person-queries.ts'

/** On a person's page: how often they came to meetings. */
export const personRecord: PersonSection = async (ctx, { id, slug }) => {
  const years = await attendanceOfPerson(ctx.db, id, timeZoneOf(ctx.db))
  if (years.length === 0) return null
  const held = years.reduce((sum, one) => sum + one.held, 0)
  const came = years.reduce((sum, one) => sum + one.whole + one.partly, 0)
  return <Attended {...{ slug, came, held }} />
}

function Attended({ slug, came, held }: { slug: string; came: number; held: number }) {
  const { language } = useReader()
  const t = recordMessages[language]
  return (
    <section class="stack-tight">
      <h2>{t.section}</h2>
      <p>{t.sectionSum(came, held)}</p>
      <p>
        <Link href={recordPaths.person(slug)}>{t.sectionLink}</Link>
      </p>
    </section>
  )
}
