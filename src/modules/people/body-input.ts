import * as z from 'zod'
import { reviseText, type LocalText } from '#platform/language.ts'
import { localText, lines, optionalDay, optionalId, optionalText, roleList, seatCount } from './inputs.ts'
import type { BodyValues } from './queries/change-bodies.ts'
import { bodyKinds } from './rules.ts'

const noSeats = z.literal('').transform(() => null)

/** What the form of a body says; shared by creating and editing it. */
export const bodyFields = z.object({
  'name.et': z.string('nameMissing').trim().min(2, 'nameMissing').max(200, 'tooLong'),
  'name.en': optionalText(200),
  'name.ru': optionalText(200),
  aliases: lines,
  kind: z.enum(bodyKinds, 'kindMissing'),
  parentId: optionalId,
  settlementEhak: z
    .union([z.literal(''), z.string().regex(/^\d{4}$/)], 'invalid')
    .default('')
    .transform((ehak) => (ehak === '' ? null : ehak)),
  seats: z.union([noSeats, seatCount], 'seatsWrong').default(null),
  'description.et': optionalText(2000),
  'description.en': optionalText(2000),
  'description.ru': optionalText(2000),
  contact: optionalText(200),
  registryCode: optionalText(20),
  memberRoles: roleList,
  foundedOn: optionalDay,
})
export type BodyInput = z.output<typeof bodyFields>

export function bodyValues(input: BodyInput, before?: { name: LocalText; description: LocalText | null }): BodyValues {
  const description = localText(input['description.et'], input['description.en'], input['description.ru'])
  return {
    name: reviseText(before?.name, localText(input['name.et'], input['name.en'], input['name.ru'])),
    aliases: input.aliases,
    kind: input.kind,
    parentId: input.parentId,
    settlementEhak: input.settlementEhak,
    seats: input.seats,
    description: description.et === '' ? null : reviseText(before?.description ?? undefined, description),
    contact: input.contact === '' ? null : input.contact,
    registryCode: input.registryCode === '' ? null : input.registryCode,
    memberRoles: input.memberRoles,
    foundedOn: input.foundedOn,
  }
}

export const bodyConstraints = {
  people_bodies_parent_fkey: 'unknownBody',
  people_bodies_settlement_fkey: 'unknownSettlement',
  people_bodies_own_parent: 'parentLoop',
  people_bodies_dates: 'dateWrong',
} as const
