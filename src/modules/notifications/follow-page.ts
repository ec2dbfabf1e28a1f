import * as z from 'zod'
import { inTransaction, personOf, type Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { record } from '#platform/events.ts'
import { findFollowable } from '#platform/followable.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { readText, type Language, type LocalText } from '#platform/language.ts'
import { addressKey, readAddress } from '#platform/mail/mail-address.ts'
import { isWithinLimit } from '#platform/web/rate-limit.ts'
import { askToConfirm } from './ask-to-confirm.ts'
import { enterVisitorAddress } from './queries/addresses.ts'
import { countFollows, deleteFollows, findFollow, upsertFollow } from './queries/follows.ts'
import { followHows } from './rules.ts'

const path = z.string().regex(/^\/[^\s?#\\]{0,299}$/, 'noSuchPage')
export const followInput = z.object({ path, how: z.enum(followHows, 'howMissing') })
export const followByMailInput = followInput.extend({
  email: z
    .string('emailWrong')
    .max(300, 'emailWrong')
    .transform((given, check) => {
      const address = readAddress(given)
      if (address !== null && z.email().safeParse(address).success) return address
      check.addIssue({ code: 'custom', message: 'emailWrong' })
      return z.NEVER
    }),
})

export const mostFollows = 200

export type FollowedPage = { path: string; title: LocalText; feed: string | null; everything: boolean }

/** The page behind a path, if it is one that can be followed and there is such a thing. */
export async function findFollowedPage(db: Db, path: string): Promise<FollowedPage | undefined> {
  const followable = findFollowable(path)
  const title = (await followable?.title(db, path)) ?? null
  if (followable === undefined || title === null) return undefined
  return { path, title, feed: followable.feed?.(path) ?? null, everything: followable.tellsEverything === true }
}

export type FollowOutcome = { ok: true } | { ok: false; refusal: 'noSuchPage' | 'tooManyFollows' | 'tooManyLetters' }

/** A signed-in person begins to follow a page, or changes how often they hear of it. */
export async function followPage(context: Context, input: z.output<typeof followInput>): Promise<FollowOutcome> {
  const personId = personOf(context.actor)
  return inTransaction(context, async (ctx) => {
    const page = await findFollowedPage(ctx.db, input.path)
    if (page === undefined) return { ok: false, refusal: 'noSuchPage' }
    const known = await findFollow(ctx.db, { personId }, page.path)
    const count = await countFollows(ctx.db, { personId })
    if (known === undefined && count >= mostFollows) return { ok: false, refusal: 'tooManyFollows' }
    await upsertFollow(ctx.db, { personId }, { ...page, how: input.how, now: ctx.now })
    const now = known === undefined ? count + 1 : count
    await record(ctx, 'notifications.follows-changed', `person:${personId}`, { now })
    return { ok: true }
  })
}

export async function stopFollowing(context: Context, id: string): Promise<void> {
  const personId = personOf(context.actor)
  await inTransaction(context, async (ctx) => {
    if ((await deleteFollows(ctx.db, { personId }, id)) === 0) return
    const now = await countFollows(ctx.db, { personId })
    await record(ctx, 'notifications.follows-changed', `person:${personId}`, { now })
  })
}

const day = 86_400
const lettersPerAddress = 4
const lettersPerCaller = 50

/**
 * Somebody without an account wants to hear of a page: the address's reader is asked. The answer is the same whether
 * the address is known or not, and also when it has been asked too often.
 */
export async function askToFollow(
  context: Context,
  asked: z.output<typeof followByMailInput> & { language: Language; keys: SiteKeys; caller: string },
): Promise<FollowOutcome> {
  const { keys, caller, language, email } = asked
  const page = await findFollowedPage(context.db, asked.path)
  if (page === undefined) return { ok: false, refusal: 'noSuchPage' }
  const key = addressKey(email)
  const may = (kind: string, who: string, perWindow: number) =>
    isWithinLimit(context.db, keys, { kind, caller: who, perWindow, windowSeconds: day }, context.now)
  if (!(await may('confirm letters by caller', caller, lettersPerCaller))) {
    return { ok: false, refusal: 'tooManyLetters' }
  }
  if (!(await may('confirm letters to address', key, lettersPerAddress))) return { ok: true }
  return inTransaction(context, async (ctx) => {
    const address = await enterVisitorAddress(ctx.db, { address: email, addressKey: key, language, now: ctx.now })
    const title = readText(page.title, language).text
    await askToConfirm(ctx, address, language, { path: page.path, how: asked.how, title })
    return { ok: true }
  })
}
