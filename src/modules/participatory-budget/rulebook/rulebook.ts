import * as z from 'zod'
import { localText } from '#platform/site.ts'

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const many = z.int().min(1).max(1000)
/** Where a block comes from, and whether it was compared with the act itself. */
const source = { basis: z.string().min(1).exactOptional(), unverified: z.literal(true).exactOptional() }
const block = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape, ...source })

/** What parts equal projects, in order; at last always their order in the file. */
const tie = z.union([
  z.enum(['lowerCost', 'fileOrder', 'lowestId']),
  /** Public lot: by SHA-256 of the seed, a line end, and the project's id; the smallest first. */
  z.strictObject({ lot: z.string().min(1).max(500) }),
])

const blocks = {
  rank: block('rank', { by: z.literal('votes') }),
  tieBreak: block('tieBreak', { by: z.array(tie).min(1).max(5) }),
  minVotes: block('minVotes', { votes: z.int().min(1).max(1_000_000) }),
  incompatible: block('incompatible', {
    sets: z
      .array(z.array(z.string().min(1)).min(2))
      .min(1)
      .max(100),
  }),
  capPerSettlement: block('capPerSettlement', { most: many }),
  seats: block('seats', { seats: many }),
  fitBudget: block('fitBudget', { otherwise: z.enum(['skip', 'stop']) }),
  minDistinctSettlements: block('minDistinctSettlements', { least: many }),
  reserveSeat: block('reserveSeat', { group: name, seats: many, onlyIfNoneWon: z.boolean() }),
  equalShares: block('equalShares', { utility: z.enum(['cost', 'count']), completion: z.enum(['none', 'add-one']) }),
}

const parts = z.discriminatedUnion('kind', [
  blocks.rank,
  blocks.tieBreak,
  blocks.minVotes,
  blocks.incompatible,
  blocks.capPerSettlement,
  blocks.seats,
  blocks.fitBudget,
  blocks.minDistinctSettlements,
  blocks.reserveSeat,
  blocks.equalShares,
])
export type Block = z.output<typeof parts>
export type BlockKind = Block['kind']
export type Tie = z.output<typeof tie>

const withEqualShares: ReadonlySet<BlockKind> = new Set(['equalShares', 'tieBreak', 'minVotes'])

/** How winners are found in one round: data of that round, version 1 of the form. */
export const rulebookSchema = z
  .strictObject({
    version: z.literal(1),
    key: name,
    name: localText,
    /** In words, for those who choose between rules. */
    summary: localText,
    source: z.string().min(1).exactOptional(),
    groups: z
      .record(name, z.strictObject({ name: localText, settlements: z.array(z.string().min(1)).min(1) }))
      .default({}),
    blocks: z.array(parts).min(1).max(30),
  })
  .superRefine(({ blocks: given, groups }, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message, path: ['blocks'] })
    const kinds = given.map(({ kind }) => kind)
    const has = (kind: BlockKind) => kinds.includes(kind)
    for (const kind of new Set(kinds.filter((one, at) => kinds.indexOf(one) !== at && one !== 'reserveSeat')))
      complain(`${kind} stands twice`)
    if (kinds[0] !== 'rank' && kinds[0] !== 'equalShares') complain('the first block is rank or equalShares')
    if (kinds[0] === 'rank' && !has('fitBudget')) complain('rank needs fitBudget')
    if (kinds[0] === 'rank' && has('equalShares')) complain('equalShares and rank exclude each other')
    const strange = kinds.find((kind) => kinds[0] === 'equalShares' && !withEqualShares.has(kind))
    if (strange !== undefined) complain(`equalShares goes with tieBreak and minVotes alone, not with ${strange}`)
    const stops = given.some((one) => one.kind === 'fitBudget' && one.otherwise === 'stop')
    if (stops && has('minDistinctSettlements')) complain('minDistinctSettlements needs fitBudget skip')
    for (const one of given)
      if (one.kind === 'reserveSeat' && groups[one.group] === undefined) complain(`there is no group ${one.group}`)
  })
export type Rulebook = z.output<typeof rulebookSchema>

export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>

export function findBlock<K extends BlockKind>({ blocks: given }: Rulebook, kind: K): BlockOf<K> | undefined {
  return given.find((one): one is BlockOf<K> => one.kind === kind)
}

/** Whether the rules ask where a project is. */
export const asksForSettlements = (rulebook: Rulebook): boolean =>
  rulebook.blocks.some(({ kind }) => ['capPerSettlement', 'minDistinctSettlements', 'reserveSeat'].includes(kind))

/** A settlement as it is compared: how its name is spelt in capitals or spaces says nothing. */
export const settlementKey = (settlement: string): string =>
  settlement.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('et')
