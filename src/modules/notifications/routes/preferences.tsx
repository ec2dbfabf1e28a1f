import { Hono } from 'hono'
import { findActor } from '#modules/people/index.ts'
import { NotFound, type Context } from '#platform/context.ts'
import { offeredNoticeKinds, type NoticeKind } from '#platform/followable.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { maskAddress } from '#platform/mail/mail-address.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { confirmAgain } from '../confirm-again.ts'
import { findOwnReader, findReaderByToken, type Reader } from '../find-reader.ts'
import { findFollowedPage } from '../follow-page.ts'
import { followMessages, type FollowMessages } from '../messages/follow.ts'
import { AddressGonePage, type ShownAddress } from '../pages/address-state.tsx'
import { PreferencesPage, type ShownFollow } from '../pages/preferences-page.tsx'
import { inAddress, notificationPaths, preferencePaths } from '../paths.ts'
import type { Address } from '../queries/addresses.ts'
import { listFollows, listPreferences, type Follow } from '../queries/follows.ts'
import { fieldOfFollow, fieldOfKind, howFor } from '../rules.ts'
import { preferencesInput, savePreferences } from '../save-preferences.ts'
import { stopLetters } from '../stop-letters.ts'
import { privatePage } from '#platform/web/private-page.ts'

export const preferenceRoutes = new Hono<AppEnv>()

type Shown = { form?: FormState; refusal?: keyof FollowMessages['errors'] }
type Found = { reader: Reader; base: string }

const outcomes = { salvestatud: 'saved', lopetatud: 'stopped', kiri: 'letterSent' } as const

/** The kinds of notices that can reach a person by the roles held today, whoever looks. */
async function kindsFor({ db, now }: Context, personId: string | null): Promise<NoticeKind[]> {
  const found = personId === null ? undefined : await findActor(db, personId, null, now)
  return found === undefined ? [] : offeredNoticeKinds().filter((kind) => kind.for?.(found.actor) ?? true)
}

async function showPreferences(c: WebContext, { reader, base }: Found, shown: Shown = {}): Promise<Response> {
  const { ctx, language } = c.var
  const isOwn = base === notificationPaths.own
  const kinds = await kindsFor(ctx, reader.personId)
  const follows = await listFollows(ctx.db, reader.follower)
  const named: ShownFollow[] = []
  for (const follow of follows) {
    const page = await findFollowedPage(ctx.db, follow.path)
    named.push({ ...follow, title: page?.title ?? { et: follow.path } })
  }
  const form = shown.form ?? { values: await valuesOf(c, reader, follows), errors: {} }
  const done = outcomes[(c.req.query('tehtud') ?? '') as keyof typeof outcomes]
  const parts = {
    base,
    kinds,
    form,
    isOwn,
    done,
    follows: named,
    list: reader.list,
    address: reader.address === null ? null : showAddress(reader.address, isOwn),
    refusal: shown.refusal === undefined ? undefined : followMessages[language].errors[shown.refusal],
  }
  const isWrong = shown.refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(c, (frame) => <PreferencesPage frame={frame} {...parts} />, isWrong ? 422 : 200)
}

async function valuesOf(c: WebContext, reader: Reader, follows: readonly Follow[]): Promise<Record<string, string>> {
  const chosen =
    reader.personId === null
      ? new Map()
      : new Map((await listPreferences(c.var.ctx.db, [reader.personId])).map((one) => [one.kind, one.how]))
  return {
    language: reader.address?.language ?? c.var.language,
    ...Object.fromEntries(
      offeredNoticeKinds().map((kind) => [fieldOfKind(kind.key), howFor(kind, chosen.get(kind.key))]),
    ),
    ...Object.fromEntries(follows.map(({ id, how }) => [fieldOfFollow(id), how])),
  }
}

/** With an old letter in hand one sees less than signed in. */
function showAddress(address: Address, isOwn: boolean): ShownAddress {
  const { state, stateSince, complainedAt } = address
  const shown = isOwn ? address.address : maskAddress(address.address)
  return { shown, state, stateSince, complainedAt, isConfirmed: address.confirmedAt !== null }
}

async function own(c: WebContext): Promise<Found> {
  return { reader: await findOwnReader(c.var.ctx), base: notificationPaths.own }
}

async function byToken(c: WebContext): Promise<Found | 'gone'> {
  const token = c.req.param('token') ?? ''
  const reader = await findReaderByToken(c.var.ctx, c.var.site.keys, token)
  if (reader === 'unknown') throw new NotFound()
  return reader === 'gone' ? 'gone' : { reader, base: notificationPaths.reader(token) }
}

const readers = [
  { pattern: notificationPaths.own, find: own },
  { pattern: `/teavitused/${inAddress.readerToken}`, find: byToken },
]

for (const { pattern, find } of readers) {
  const forReader =
    (answer: (c: WebContext, found: Found) => Promise<Response>) =>
    async (c: WebContext): Promise<Response> => {
      const found = await find(c)
      return found === 'gone' ? privatePage(c, (frame) => <AddressGonePage frame={frame} />) : answer(c, found)
    }

  preferenceRoutes.get(
    pattern,
    forReader((c, found) => showPreferences(c, found)),
  )

  preferenceRoutes.post(
    preferencePaths.save(pattern),
    forReader(async (c, found) => {
      const follows = await listFollows(c.var.ctx.db, found.reader.follower)
      const read = await readForm(c, preferencesInput(follows), followMessages[c.var.language].errors)
      if (!read.ok) return showPreferences(c, found, { form: read.form })
      await savePreferences(c.var.ctx, found.reader, read.input)
      return seeOther(c, `${found.base}?tehtud=salvestatud`)
    }),
  )

  preferenceRoutes.post(
    `${pattern}/jalgimised/${inAddress.id}/lopetamine`,
    forReader(async (c, found) => {
      await stopLetters(c.var.ctx, found.reader, { what: 'follow', key: c.req.param('id') ?? '' })
      return seeOther(c, `${found.base}?tehtud=lopetatud`)
    }),
  )

  // One click in a mail program (RFC 8058) has neither cookie nor patience: its answer is short and leads nowhere.
  preferenceRoutes.post(
    preferencePaths.stop(pattern),
    forReader(async (c, { reader, base }) => {
      const body = await c.req.parseBody().catch((): Record<string, unknown> => ({}))
      const list =
        body.what === 'everything' || reader.list === null ? { what: 'everything' as const, key: '' } : reader.list
      await stopLetters(c.var.ctx, reader, list)
      return body['List-Unsubscribe'] === 'One-Click' ? c.text('ok') : seeOther(c, `${base}?tehtud=lopetatud`)
    }),
  )
  preferenceRoutes.get(
    preferencePaths.stop(pattern),
    forReader((c, found) => showPreferences(c, found)),
  )

  preferenceRoutes.post(
    preferencePaths.confirmAgain(pattern),
    forReader(async (c, found) => {
      const { ctx, site, language } = c.var
      const outcome = await confirmAgain(ctx, site.keys, found.reader, language)
      if (!outcome.ok) return showPreferences(c, found, { refusal: outcome.refusal })
      return seeOther(c, `${found.base}?tehtud=kiri`)
    }),
  )
}
