import { hasRole, todayOf, type Context } from '#platform/context.ts'
import { readText, type Language } from '#platform/language.ts'
import type { WaitingTask } from '#platform/module.ts'
import { addDays } from './calendar.ts'
import { taskMessages } from './messages/tasks.ts'
import { ownersOf } from './own-post.ts'
import { listWaitingVouched } from './queries/evidence.ts'
import { listWaiting } from './queries/participation.ts'
import { readPlan } from './read-plan.ts'
import { canUpdate, owns } from './rules.ts'

const daysToAnswer = 30

/** What waits for this official in the plan: what to confirm, what to answer, what falls due. */
export async function listPlanTasks(ctx: Context, language: Language): Promise<WaitingTask[]> {
  const { actor } = ctx
  if (!hasRole(actor, 'official') && !hasRole(actor, 'planCoordinator')) return []
  const t = taskMessages[language]
  const plan = await readPlan(ctx)
  if (plan === undefined) return []
  const byId = new Map(plan.commitments.map((commitment) => [commitment.id, commitment]))
  const nameOf = (id: string) => {
    const commitment = byId.get(id)
    return commitment === undefined ? '' : `${commitment.number} ${readText(commitment.name, language).text}`
  }

  const confirmations = (await listWaitingVouched(ctx.db))
    .filter(({ vouchedBy, commitmentId }) => vouchedBy !== actor.personId && byId.has(commitmentId))
    .map(({ commitmentId, title }) => ({
      what: t.confirm(readText(title, language).text),
      about: nameOf(commitmentId),
      path: '/too/tegevuskava#kinnitamine',
      dueOn: null,
      action: t.confirmAction,
    }))
  const questions = (await listWaiting(ctx.db))
    .filter(({ commitmentId }) => {
      const commitment = byId.get(commitmentId)
      return commitment !== undefined && canUpdate(actor, ownersOf(commitment))
    })
    .map(({ commitmentId, versionId, sentAt }) => ({
      what: versionId === null ? t.question : t.comment,
      about: nameOf(commitmentId),
      path: `/too/tegevuskava/${byId.get(commitmentId)!.number}`,
      dueOn: addDays(todayOf({ db: ctx.db, now: sentAt }), daysToAnswer),
      action: t.answerAction,
    }))
  const due = plan.commitments
    .filter(
      ({ judged, parties }) =>
        (judged.status === 'late' || judged.status === 'due-soon') && owns(actor, ownersOf({ parties })),
    )
    .map(({ id, number, judged }) => ({
      what: judged.status === 'late' ? t.late : t.dueSoon,
      about: nameOf(id),
      path: `/too/tegevuskava/${number}`,
      dueOn: judged.nextDue ?? null,
      action: t.proveAction,
    }))
  return [...confirmations, ...questions, ...due]
}
