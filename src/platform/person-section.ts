import type { VNode } from 'preact'
import type { Context } from './context.ts'

/** The person whose page is shown; of public life. */
export type PersonShown = { id: string; slug: string; name: string }

/**
 * What a module has to say on a person's page: one section with a heading of the second level, in few statements and
 * of what everybody may see; null where there is nothing.
 */
export type PersonSection = (ctx: Context, person: PersonShown) => Promise<VNode | null>

let offered: readonly PersonSection[] = []

/** Said once by the composition, in the order of the modules. */
export function offerPersonSections(all: readonly PersonSection[]): void {
  offered = all
}

/** The sections of all modules for one person. */
export async function personSections(ctx: Context, person: PersonShown): Promise<VNode[]> {
  const sections: VNode[] = []
  for (const section of offered) {
    const shown = await section(ctx, person)
    if (shown !== null) sections.push(shown)
  }
  return sections
}
