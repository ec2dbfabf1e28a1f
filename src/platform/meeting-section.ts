import type { VNode } from 'preact'
import type { Context } from './context.ts'

/** The meeting whose page is shown; with an item where the page is the item's. */
export type MeetingShown = { id: string; number: number; itemId: string | null }

/**
 * What a module has to say on a meeting's page and on those of its items: one section with a heading of the second
 * level, in few statements and of what everybody may see; null where there is nothing.
 */
export type MeetingSection = (ctx: Context, meeting: MeetingShown) => Promise<VNode | null>

let offered: readonly MeetingSection[] = []

/** Said once by the composition, in the order of the modules. */
export function offerMeetingSections(all: readonly MeetingSection[]): void {
  offered = all
}

/** The sections of all modules for one meeting, or one item of it. */
export async function meetingSections(ctx: Context, meeting: MeetingShown): Promise<VNode[]> {
  const sections: VNode[] = []
  for (const section of offered) {
    const shown = await section(ctx, meeting)
    if (shown !== null) sections.push(shown)
  }
  return sections
}
