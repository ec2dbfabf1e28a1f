import { inTransaction, type Context } from '#platform/context.ts'
import type { LocalText } from '#platform/language.ts'
import { notify } from '#modules/notifications/index.ts'
import { registry } from '#modules/people/index.ts'
import { reminderWords } from './messages/reminders.ts'
import { sayReason } from './messages/status.ts'
import { ownersOf } from './own-post.ts'
import { planPaths } from './paths.ts'
import { listWaitingVouched } from './queries/evidence.ts'
import { listWaiting } from './queries/participation.ts'
import { readPlan, type JudgedCommitment, type JudgedPlan } from './read-plan.ts'
import { remindersOn, type ReasonedReminder } from './reminders.ts'

/** Tells the owners of each commitment what falls due and how it went. Safe to repeat: each thing is told once. */
export async function remindOwners(context: Context): Promise<void> {
  const plan = await readPlan(context)
  if (plan === undefined) return
  for (const commitment of plan.commitments) {
    const reminders = remindersOn(commitment.judgements, plan.today)
    if (reminders.length === 0) continue
    const owners = await registry.listHolders(context.db, ownersOf(commitment), plan.today)
    if (owners.length === 0) continue
    for (const reminder of reminders) await remind(context, commitment, reminder, owners)
  }
}

async function remind(
  context: Context,
  commitment: JudgedCommitment,
  { stage, due, ended, reason }: ReasonedReminder,
  persons: readonly string[],
): Promise<void> {
  const { id, number, name } = commitment
  await notify(context, {
    kind: 'plan.reminder',
    persons,
    title: inAll((language) => reminderWords[language].title[stage](`${number} ${name[language] ?? name.et}`)),
    sentence: inAll((language) => {
      const t = reminderWords[language]
      return `${t.due(due)} ${ended === undefined ? sayReason(reason, language) : t.ended(ended.owed, ended.counted)}`
    }),
    path: planPaths.commitment(number),
    dedupe: `${id}:${stage}:${due}`,
  })
}

/** The month's summary for those who coordinate the plan. */
export async function tellCoordinators(context: Context): Promise<void> {
  const plan = await readPlan(context)
  if (plan === undefined) return
  const coordinators = await registry.listPersonsInRole(context.db, 'planCoordinator', plan.today)
  if (coordinators.length === 0) return
  const questions = (await listWaiting(context.db)).length
  const evidence = (await listWaitingVouched(context.db)).length
  await inTransaction(context, (ctx) =>
    notify(ctx, {
      kind: 'plan.month',
      persons: coordinators,
      title: inAll((language) => reminderWords[language].month(plan.today)),
      sentence: inAll((language) => reminderWords[language].summary({ ...summaryOf(plan), questions, evidence })),
      path: planPaths.plan,
      dedupe: plan.today.slice(0, 7),
    }),
  )
}

function summaryOf({ commitments, counts }: JudgedPlan) {
  const late = commitments.filter(({ judged }) => judged.status === 'late').map(({ number }) => number)
  const soon = commitments.filter(({ judged }) => judged.status === 'due-soon').map(({ number }) => number)
  return { total: commitments.length, kept: counts.kept, late, soon, unmeasured: counts['not-measured'] }
}

function inAll(say: (language: 'et' | 'en' | 'ru') => string): LocalText {
  return { et: say('et'), en: say('en'), ru: say('ru') }
}
