import type { VNode } from 'preact'
import type { Context } from './context.ts'

/**
 * What a module has to say on the home page: what happens today, or a section with a heading of the second level of
 * what is newest. In few statements, of what everybody may see; null where there is nothing.
 */
export type HomeSection = { place: 'today' | 'latest'; section: (ctx: Context) => Promise<VNode | null> }
