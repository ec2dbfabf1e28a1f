import { createHash } from 'node:crypto'
import * as z from 'zod'
import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { instantIn } from '#platform/format.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { registry } from '#modules/people/index.ts'
import { insertInvitations } from './queries/invitations.ts'
import { insertDraftVersion, insertItem } from './queries/items.ts'
import { insertMeeting, updateMeeting } from './queries/meetings.ts'
import { itemKinds, meetingKinds, meetingModes } from './rules.ts'
import { seedSitting } from './seed-demo-sitting.ts'
import { listMembersOn } from './tell-members.ts'

const file = 'meetings-demo.json'
const daysBefore = z.number().int().min(0).optional()

const demoMeetings = z.array(
  z.object({
    body: z.string(),
    kind: z.enum(meetingKinds),
    sessionNo: z.number().int().min(1).nullable().default(null),
    /** From the day of the demo's first start. */
    inDays: z.number().int(),
    at: z.iso.time({ precision: -1 }),
    hours: z.number().min(0.5).max(12),
    mode: z.enum(meetingModes),
    place: z.string(),
    announcedDaysBefore: daysBefore,
    calledDaysBefore: daysBefore,
    /** How many came, where it has been held. */
    present: z.number().int().optional(),
    minutes: z.enum(['published', 'in-review']).default('published'),
    items: z.array(
      z.object({
        title: z.string().min(1),
        kind: z.enum(itemKinds),
        visibility: z.enum(['public', 'closed']).default('public'),
        closedBasis: z.string().default(''),
        rapporteur: z.string().default(''),
        minutes: z.number().int().nullable().default(null),
        /** For, against, abstained; null where nothing was voted on. */
        votes: z.tuple([z.number(), z.number(), z.number()]).nullable().default(null),
        /** What the minutes say of it. */
        summary: z.string().default(''),
        memo: z.string().default(''),
        draft: z.string().default(''),
        /** What the draft said before. */
        earlierDraft: z.string().default(''),
      }),
    ),
  }),
)
type DemoMeeting = z.output<typeof demoMeetings>[number]

const dayLength = 86_400_000

/** Meetings as a secretary would have them before their eyes. Rows without a past in the log, which begins with the demo. */
export async function seedDemoMeetings(ctx: Context, { files }: { files: SiteFiles }): Promise<void> {
  if (!files.has(file)) return
  const bodies = await registry.listBodyChoices(ctx.db)
  for (const one of files.read(file, demoMeetings)) {
    const body = bodies.find(({ slug }) => slug === one.body)
    if (body === undefined) throw new Error(`${file}: there is no body ${one.body}`)
    await seedMeeting(ctx, body.id, one)
  }
}

async function seedMeeting(ctx: Context, bodyId: string, one: DemoMeeting): Promise<void> {
  const today = Date.parse(`${todayOf(ctx)}T00:00Z`)
  const day = new Date(today + one.inDays * dayLength).toISOString().slice(0, 10)
  const startsAt = instantIn(timeZoneOf(ctx.db), `${day}T${one.at}`)
  const endsAt = new Date(startsAt.getTime() + one.hours * 3_600_000)
  const { kind, sessionNo, mode, place } = one
  const { id } = await insertMeeting(ctx.db, bodyId, { kind, sessionNo, mode, place, startsAt, endsAt }, ctx.now)
  const daysEarlier = (days: number) => new Date(Math.min(startsAt.getTime() - days * dayLength, ctx.now.getTime()))
  // Texts were before the members when they voted.
  const writtenAt = daysEarlier(one.announcedDaysBefore ?? one.calledDaysBefore ?? 0)
  for (const item of one.items) {
    const values = { ...item, parentId: null, plannedMinutes: item.minutes, addedLateBecause: '' }
    const itemId = await insertItem(ctx.db, id, values, ctx.now)
    const texts = [item.earlierDraft, item.draft].filter((text) => text !== '')
    for (const [at, words] of texts.entries()) {
      const hash = createHash('sha256').update(words).digest('hex')
      const wasClosed = item.visibility === 'closed'
      const draft = { version: at + 1, words, hash, at: writtenAt, wasClosed, byPerson: null }
      await insertDraftVersion(ctx.db, itemId, draft)
    }
  }
  if (one.announcedDaysBefore !== undefined) {
    const announcedAt = daysEarlier(one.announcedDaysBefore)
    await updateMeeting(ctx.db, id, { state: 'announced', announcedAt }, ctx.now)
  }
  if (one.calledDaysBefore !== undefined) {
    const invitedAt = daysEarlier(one.calledDaysBefore)
    await updateMeeting(ctx.db, id, { state: 'invited', invitedAt }, ctx.now)
    const members = await listMembersOn(ctx, bodyId, day)
    await insertInvitations(
      ctx.db,
      id,
      0,
      members.map(({ personId }) => personId),
      invitedAt,
    )
  }
  if (one.present !== undefined)
    await seedSitting(ctx, id, { present: one.present, minutes: one.minutes, items: one.items })
}
