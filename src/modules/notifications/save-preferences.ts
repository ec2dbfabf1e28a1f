import * as z from 'zod'
import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { offeredNoticeKinds } from '#platform/followable.ts'
import { languages } from '#platform/language.ts'
import { subjectOf, type Reader } from './find-reader.ts'
import { updateLanguage } from './queries/addresses.ts'
import { updateFollowHow, upsertPreference, type Follow } from './queries/follows.ts'
import { fieldOfFollow, fieldOfKind, followHows } from './rules.ts'

const hows = [...followHows, 'never'] as const

const savedChoices = z.object({
  language: z.enum(languages).optional(),
  kinds: z.record(z.string(), z.enum(hows)),
  follows: z.record(z.string(), z.enum(followHows)),
})

/** The form has one field per kind that may be refused and one per followed page; those left out stay as they are. */
export function preferencesInput(follows: readonly Follow[]) {
  const kinds = offeredNoticeKinds().filter((kind) => kind.mayBeRefused)
  const fields = {
    language: z.enum(languages, 'choiceMissing').optional(),
    ...Object.fromEntries(kinds.map(({ key }) => [fieldOfKind(key), z.enum(hows, 'choiceMissing').optional()])),
    ...Object.fromEntries(follows.map(({ id }) => [fieldOfFollow(id), z.enum(followHows, 'choiceMissing').optional()])),
  }
  return z.object(fields).transform((given) => {
    const values = given as Record<string, string | undefined>
    const chosen = <T extends string>(named: readonly (readonly [string, string])[]) =>
      Object.fromEntries(
        named.flatMap(([key, field]) => (values[field] === undefined ? [] : [[key, values[field] as T]])),
      )
    return savedChoices.parse({
      language: values.language,
      kinds: chosen(kinds.map(({ key }) => [key, fieldOfKind(key)] as const)),
      follows: chosen(follows.map(({ id }) => [id, fieldOfFollow(id)] as const)),
    })
  })
}

/** How often a reader wants to hear of what, and in which language letters come. */
export async function savePreferences(
  context: Context,
  reader: Reader,
  { language, kinds, follows }: z.output<typeof savedChoices>,
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const { personId, address, follower } = reader
    if (language !== undefined && address !== null) await updateLanguage(ctx.db, address.id, language)
    if (personId !== null) {
      for (const [kind, how] of Object.entries(kinds)) await upsertPreference(ctx.db, personId, kind, how)
    }
    for (const [id, how] of Object.entries(follows)) await updateFollowHow(ctx.db, follower, id, how)
    await record(ctx, 'notifications.preferences-changed', subjectOf(reader), {})
  })
}
