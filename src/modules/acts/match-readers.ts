import { todayOf, type Context } from '#platform/context.ts'
import { changeReaders } from '#modules/files/index.ts'
import { actSubject } from './events.ts'
import { findAct } from './queries/acts.ts'
import { listVersions, type Version } from './queries/versions.ts'
import { publicAct } from './seen-act.ts'
import type { Act } from './queries/acts.ts'

const keepers = { visibility: 'roles', roles: ['registrar', 'meetingSecretary'] } as const

/** A signed container holds the whole text, so everybody reads it where everybody reads that. */
export function readersOfSigned(ctx: Context, act: Act, versions: readonly Version[]) {
  const isOpen = publicAct(act, todayOf(ctx)).mayReadText && versions.every(({ kind }) => kind !== 'public')
  return isOpen ? ({ visibility: 'everyone' } as const) : keepers
}

/** After whatever changes who may read an act's text: its signed files follow. */
export async function matchReaders(ctx: Context, actId: string): Promise<void> {
  const act = (await findAct(ctx.db, { id: actId }))!
  await changeReaders(ctx, actSubject(actId), readersOfSigned(ctx, act, await listVersions(ctx.db, actId)))
}
