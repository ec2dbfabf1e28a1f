import { todayOf } from '#platform/context.ts'
import type { SaidSubject, SubjectWords } from '#platform/subject-words.ts'
import { actSubject } from './events.ts'
import { actPaths } from './paths.ts'
import { listActsById } from './queries/acts.ts'
import { publicAct, titleOfAct } from './seen-act.ts'

const id = /^act:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** An act is called by its name and, where that is for everybody, its title. */
export const actSubjectWords: SubjectWords = async (ctx, subjects) => {
  const ids = subjects.flatMap((subject) => id.exec(subject)?.[1] ?? [])
  const today = todayOf(ctx)
  return new Map(
    (await listActsById(ctx.db, ids)).map((act): [string, SaidSubject] => [
      actSubject(act.id),
      { title: titleOfAct(publicAct(act, today)), path: actPaths.act(act.slug) },
    ]),
  )
}
