import * as z from 'zod'
import { listSettlements, nameOfSettlement } from '#modules/places/index.ts'
import { authorize, inTransaction, NotFound, personOf, system, timeZoneOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { CronJob } from '#platform/jobs/job.ts'
import { once } from '#platform/once.ts'
import { cleanWords, coordinatesReports } from '../../rules.ts'
import { endAnnouncement, insertAnnouncement, instantsOf, turnAnnouncements } from './queries.ts'

declare module '#platform/events.ts' {
  interface Events {
    /** Both are empty for the whole municipality. */
    'reports.announced': { settlement: string; place: string }
    'reports.announcement-begun': { settlement: string; place: string }
    'reports.announcement-over': { settlement: string; place: string }
  }
}

const text = z.string().transform(cleanWords).pipe(z.string().max(500, 'textTooLong'))
const time = z
  .string('timeWrong')
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/, 'timeWrong')
  .refine((given) => !Number.isNaN(Date.parse(`${given}Z`)), 'timeWrong')

export const announceInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  'text.et': text.pipe(z.string().min(1, 'textMissing')),
  'text.en': text.default(''),
  'text.ru': text.default(''),
  settlement: z.string().max(4).default(''),
  from: time,
  until: time,
})

const longest = 90 * 86_400_000
const subjectOf = (id: string) => `report-announcement:${id}`

export type AnnounceOutcome = { ok: true } | { ok: false; refusal: 'untilWrong' | 'invalid' }

/** Says something to everybody who is about to report, for a time. */
export async function announce(context: Context, input: z.output<typeof announceInput>): Promise<AnnounceOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinatesReports(ctx.actor))
    return once<AnnounceOutcome>(ctx, input.idempotencyKey, 'reports.announce', async () => {
      const { from, until } = await instantsOf(ctx.db, timeZoneOf(ctx.db), input.from, input.until)
      const isRight = until > from && until > ctx.now && until.getTime() - from.getTime() <= longest
      if (!isRight) return { ok: false, refusal: 'untilWrong' }
      const isKnown = (await listSettlements(ctx.db)).some(({ ehak }) => ehak === input.settlement)
      if (input.settlement !== '' && !isKnown) return { ok: false, refusal: 'invalid' }
      const said = Object.fromEntries(
        (['et', 'en', 'ru'] as const)
          .map((language) => [language, input[`text.${language}`]])
          .filter(([, one]) => one !== ''),
      ) as { et: string }
      const settlement = input.settlement === '' ? null : input.settlement
      const by = personOf(ctx.actor)
      const id = await insertAnnouncement(ctx.db, { text: said, settlement, from, until, by, now: ctx.now })
      await record(ctx, 'reports.announced', subjectOf(id), await placeFacts(ctx, settlement))
      return { ok: true }
    })
  })
}

async function placeFacts(ctx: Context, ehak: string | null) {
  const settlement = (await listSettlements(ctx.db)).find((one) => one.ehak === ehak)
  if (settlement === undefined) return { settlement: '', place: '' }
  return { settlement: settlement.ehak, place: nameOfSettlement(settlement, 'et') }
}

/** Takes it down before its time. */
export async function endAnnouncing(context: Context, id: string): Promise<void> {
  await inTransaction(context, async (ctx) => {
    authorize(coordinatesReports(ctx.actor))
    const row = await ctx.db
      .selectFrom('reports_announcements')
      .select('settlement_ehak')
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw new NotFound()
    if (!(await endAnnouncement(ctx.db, id, ctx.now))) return
    await record(ctx, 'reports.announcement-over', subjectOf(id), await placeFacts(ctx, row.settlement_ehak))
  })
}

/** Kept pages are made anew when an announcement begins or ends: the event tells them so. */
export async function turnAnnounced(context: Context): Promise<number> {
  return inTransaction({ ...context, actor: system }, async (ctx) => {
    const turned = await turnAnnouncements(ctx.db, ctx.now)
    for (const { id, what, settlement } of turned) {
      const facts = await placeFacts(ctx, settlement)
      if (what === 'begun') await record(ctx, 'reports.announcement-begun', subjectOf(id), facts)
      else await record(ctx, 'reports.announcement-over', subjectOf(id), facts)
    }
    return turned.length
  })
}

export const announcementsJob: CronJob = {
  name: 'turn-announcements',
  title: {
    et: 'Teadaannete algus ja lõpp',
    en: 'Beginning and end of messages',
    ru: 'Начало и конец объявлений',
  },
  cron: '*/5 * * * *',
  run: async ({ ctx }) => {
    await turnAnnounced(ctx)
  },
}
