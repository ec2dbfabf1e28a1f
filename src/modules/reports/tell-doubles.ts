import type { Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { listDoubles } from './queries/doubles.ts'
import type { ListedReport, Report } from './queries/reports.ts'
import { isPublic } from './rules.ts'
import { tellReporter, type Telling } from './tell-reporter.ts'

/** Whoever reported the same is told of it too, each once, as long as everybody may read it. */
export async function tellDoubles(
  ctx: Context,
  keys: SiteKeys,
  main: Report,
  telling: Telling,
  { dedupe, words = '' }: { dedupe: string; words?: string },
): Promise<void> {
  if (!isPublic(main)) return
  const told = new Set([whoseIs(main)])
  for (const report of await listDoubles(ctx.db, main.id)) {
    const who = whoseIs(report)
    if (who === null || told.has(who)) continue
    told.add(who)
    await tellReporter(
      ctx,
      keys,
      report,
      (t, language, category) => {
        const { title, sentence } = telling(t, language, category)
        return { title, sentence: `${sentence} ${t.sameAsYours(main.number, report.number)}` }
      },
      { dedupe: `${dedupe}:${report.id}`, words },
    )
  }
}

const whoseIs = ({ reporterPerson, reporterEmail }: ListedReport) => reporterPerson ?? reporterEmail
