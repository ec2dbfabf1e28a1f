import { inTransaction, todayOf, type Context } from '#platform/context.ts'
import { inAllLanguages } from '#platform/language.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { notify } from '#modules/notifications/index.ts'
import { materials } from '#modules/meetings/index.ts'
import { registry } from '#modules/people/index.ts'
import { recordAct } from './events.ts'
import { reminderMessages, type ReminderWords } from './messages/reminders.ts'
import { actDeskPaths } from './paths.ts'
import { findAct, listActsById, type Act } from './queries/acts.ts'
import { listOpenUntil, type FollowUp } from './queries/follow-ups.ts'
import { takeLapsed } from './queries/restrictions.ts'
import { matchReaders } from './match-readers.ts'
import { reminderOn } from './reminders.ts'
import { nameOfAct } from './seen-act.ts'

/** Kind of notice that whoever carries an act out gets. */
export const followUpNotice = 'acts.follow-up'
const most = 2000

type Given = Pick<FollowUp, 'id' | 'postId' | 'bodyId' | 'task' | 'dueOn'>

export async function tellAssigned(ctx: Context, act: Act, one: Given): Promise<void> {
  await tell(ctx, act, one, { stage: 'assigned', round: 0 })
}

/** Before and after each due day those who are to do it hear of it. Safe to repeat: each thing is told once. */
export async function remindFollowUps(context: Context): Promise<void> {
  const today = todayOf(context)
  const open = await listOpenUntil(context.db, addWorkingDays(today, 5).due, most)
  const acts = new Map(
    (await listActsById(context.db, [...new Set(open.map(({ actId }) => actId))])).map((act) => [act.id, act]),
  )
  for (const one of open) {
    const reminder = reminderOn(one.dueOn, today)
    if (reminder !== null) await inTransaction(context, (ctx) => tell(ctx, acts.get(one.actId)!, one, reminder))
  }
}

async function tell(
  ctx: Context,
  act: Act,
  { id, postId, bodyId, task, dueOn }: Given,
  { stage, round }: { stage: keyof ReminderWords['title']; round: number },
): Promise<void> {
  const owners = { postIds: postId === null ? [] : [postId], bodyIds: bodyId === null ? [] : [bodyId] }
  const persons = await registry.listHolders(ctx.db, owners, todayOf(ctx))
  if (persons.length === 0) return
  await notify(ctx, {
    kind: followUpNotice,
    persons,
    title: inAllLanguages((language) => reminderMessages[language].title[stage](nameOfAct(act, language))),
    sentence: inAllLanguages((language) => reminderMessages[language].sentence(task, dueOn)),
    path: actDeskPaths.followUp(act.slug),
    dedupe: `${id}:${stage}:${round}`,
  })
}

/** Restrictions whose last day is over: pages follow the day by themselves, search and followers are told here. */
export async function tellLapsed(context: Context): Promise<void> {
  await inTransaction(context, async (ctx) => {
    for (const { id, actId } of await takeLapsed(ctx.db, todayOf(ctx), ctx.now, most)) {
      await matchReaders(ctx, actId)
      await materials.tellLapsed(ctx, id)
      await recordAct(ctx, 'acts.opened', (await findAct(ctx.db, { id: actId }))!, {})
    }
  })
}
