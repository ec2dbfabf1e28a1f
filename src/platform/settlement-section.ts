import type { VNode } from 'preact'
import type { Context } from './context.ts'

/** The settlement whose page is shown. */
export type SettlementShown = { ehak: string; name: string; kind: 'alev' | 'alevik' | 'küla' | 'linn' }

/**
 * What a module has to say on a settlement's page: one section with a heading of the second level, in few statements
 * and of what everybody may see; null where there is nothing.
 */
export type SettlementSection = (ctx: Context, settlement: SettlementShown) => Promise<VNode | null>

let offered: readonly SettlementSection[] = []

/** Said once by the composition, in the order of the modules. */
export function offerSettlementSections(all: readonly SettlementSection[]): void {
  offered = all
}

/** The sections of all modules for one settlement. */
export async function settlementSections(ctx: Context, settlement: SettlementShown): Promise<VNode[]> {
  const sections: VNode[] = []
  for (const section of offered) {
    const shown = await section(ctx, settlement)
    if (shown !== null) sections.push(shown)
  }
  return sections
}
