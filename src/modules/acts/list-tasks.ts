import { type Context } from '#platform/context.ts'
import type { Language } from '#platform/language.ts'
import type { WaitingTask } from '#platform/module.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { actSubject } from './events.ts'
import { deskMessages } from './messages/desk.ts'
import { actDeskPaths } from './paths.ts'
import { listActsById, type Act } from './queries/acts.ts'
import { listOpenOf } from './queries/follow-ups.ts'
import { listUnfinished } from './queries/list-acts.ts'
import { keepsActs } from './rules.ts'
import { nameOfAct } from './seen-act.ts'

const mostUnfinished = 10
const workingDaysToSign = 3

/** What acts ask of this official; of those who keep acts, what an act still lacks. */
export async function listActTasks(ctx: Context, language: Language): Promise<WaitingTask[]> {
  const t = deskMessages[language]
  const own = await listOpenOf(ctx.db, ctx.actor)
  const acts = new Map(
    (await listActsById(ctx.db, [...new Set(own.map(({ actId }) => actId))])).map((act) => [act.id, act]),
  )
  const tasks = own.map(({ actId, task, dueOn }) => {
    const act = acts.get(actId)!
    const path = actDeskPaths.followUp(act.slug)
    return { what: task, about: nameOfAct(act, language), path, dueOn, action: t.waitingAct }
  })
  if (!keepsActs(ctx.actor)) return tasks
  const unfinished = await listUnfinished(ctx.db, mostUnfinished)
  return [
    ...tasks,
    ...unfinished.map((act) => ({
      what: lackOf(act) === 'signature' ? t.waitingSign : t.waitingGazette,
      about: nameOfAct(act, language),
      path: actDeskPaths.act(act.slug),
      dueOn: lackOf(act) === 'signature' ? addWorkingDays(act.adoptedOn, workingDaysToSign).due : null,
      action: t.waitingOpen,
    })),
  ]
}

const lackOf = ({ signedAt, adoptedAt }: Act): 'signature' | 'gazette' =>
  signedAt === null && adoptedAt !== null ? 'signature' : 'gazette'

/** Acts that give the acting official something to carry out. */
export async function listInMyCare(ctx: Context): Promise<string[]> {
  return [...new Set((await listOpenOf(ctx.db, ctx.actor)).map(({ actId }) => actSubject(actId)))]
}
