import type { Context } from '#platform/context.ts'
import type { SitemapPage } from '#platform/module.ts'
import { meetingPaths } from './paths.ts'
import { listPublicMeetings } from './queries/meetings.ts'

const most = 5000

export async function listMeetingPages(ctx: Context): Promise<SitemapPage[]> {
  const far = new Date(ctx.now.getTime() + 400 * 86_400_000)
  const meetings = await listPublicMeetings(ctx.db, { bodySlug: '', until: far }, most)
  return [
    { path: meetingPaths.list, changedOn: null },
    ...meetings.map(({ number, changedAt }) => ({
      path: meetingPaths.meeting(number),
      changedOn: changedAt.toISOString().slice(0, 10),
    })),
  ]
}
