import type { Context } from './context.ts'
import type { LocalText } from './language.ts'

/** What a subject (`evidence:…`) is called, and the page that shows it. */
export type SaidSubject = { title: LocalText; path: string }

/** A module's own subjects among those asked; others are left out. */
export type SubjectWords = (ctx: Context, subjects: readonly string[]) => Promise<ReadonlyMap<string, SaidSubject>>

let offered: readonly SubjectWords[] = []

/** Said once by the composition, which alone knows all modules. */
export function offerSubjectWords(all: readonly SubjectWords[]): void {
  offered = all
}

/** Words for the subjects that a module knows. */
export async function saySubjects(
  ctx: Context,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, SaidSubject>> {
  const said = new Map<string, SaidSubject>()
  if (subjects.length === 0) return said
  for (const words of offered) for (const [subject, one] of await words(ctx, subjects)) said.set(subject, one)
  return said
}
