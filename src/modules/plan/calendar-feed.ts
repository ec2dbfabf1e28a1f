import { todayOf, type Context } from '#platform/context.ts'
import { icalendar } from '#platform/icalendar.ts'
import { readText, type Language } from '#platform/language.ts'
import { localPath } from '#ui/links.ts'
import { planPageMessages } from './messages/page-plan.ts'
import { planPaths } from './paths.ts'
import { findLastChange } from './queries/feed.ts'
import { readPlan } from './read-plan.ts'

/** The next due day of every commitment that has one, for people's own calendars. */
export async function planCalendar(
  ctx: Context,
  language: Language,
  site: { origin: string; host: string; name: string },
): Promise<string> {
  const plan = await readPlan(ctx)
  const updated = (await findLastChange(ctx.db)) ?? ctx.now
  return icalendar({
    name: `${planPageMessages[language].calendar} – ${site.name}`,
    entries: (plan?.commitments ?? []).flatMap(({ id, number, name, text, judged }) =>
      judged.nextDue === undefined || judged.nextDue < todayOf(ctx)
        ? []
        : [
            {
              uid: `commitment-${id}-${judged.nextDue}@${site.host}`,
              title: `${number} ${readText(name, language).text}`,
              description: readText(text, language).text,
              url: site.origin + localPath(planPaths.commitment(number), language),
              day: judged.nextDue,
              updated,
            },
          ],
    ),
  })
}
