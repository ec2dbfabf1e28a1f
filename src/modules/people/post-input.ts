import * as z from 'zod'
import { reviseText, type LocalText } from '#platform/language.ts'
import { lines, localText, optionalText, roleList, seatCount } from './inputs.ts'
import type { PostValues } from './queries/change-bodies.ts'

/** What the form of a post says; shared by creating and editing it. */
export const postFields = z.object({
  'title.et': z.string('titleMissing').trim().min(2, 'titleMissing').max(200, 'tooLong'),
  'title.en': optionalText(200),
  'title.ru': optionalText(200),
  aliases: lines,
  roles: roleList,
  represents: z.literal('on').optional(),
  seats: seatCount,
})
export type PostInput = z.output<typeof postFields>

export function postValues(input: PostInput, before?: LocalText): PostValues {
  return {
    title: reviseText(before, localText(input['title.et'], input['title.en'], input['title.ru'])),
    aliases: input.aliases,
    roles: input.roles,
    represents: input.represents === 'on',
    seats: input.seats,
  }
}
