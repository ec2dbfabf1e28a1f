import { inTransaction } from '#platform/context.ts'
import type { FollowingJob } from '#platform/jobs/job.ts'
import { lockMeeting } from '../queries/meetings.ts'
import { matchReaders } from './match-readers.ts'
import { listAheadWithAnnexes } from './queries.ts'

/** Files of closed items are for whoever sits in the body on the day: a change of members changes who opens them. */
export const annexReadersJob: FollowingJob = {
  name: 'annex-readers',
  title: {
    et: 'Kinniste punktide lisade lugejad',
    en: 'Readers of the annexes of closed items',
    ru: 'Читатели приложений закрытых пунктов',
  },
  after: ['people.membership-began', 'people.membership-ended', 'people.mandate-suspended', 'people.mandate-restored'],
  run: async ({ ctx: context, event }) => {
    const bodyId = /^body:([0-9a-f-]{36})$/u.exec(event?.subject ?? '')?.[1]
    if (bodyId === undefined) return
    for (const number of await listAheadWithAnnexes(context.db, bodyId))
      await inTransaction(context, async (ctx) => matchReaders(ctx, (await lockMeeting(ctx.db, number))!))
  },
}
