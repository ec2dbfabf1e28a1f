import { Hono } from 'hono'
import { NotFound } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { hashToken } from '#platform/keys.ts'
import { maskAddress } from '#platform/mail/mail-address.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { confirmationHours } from '../ask-to-confirm.ts'
import { confirmAddress } from '../confirm-address.ts'
import {
  askToFollow,
  findFollowedPage,
  followByMailInput,
  followInput,
  followPage,
  stopFollowing,
} from '../follow-page.ts'
import { followMessages, type FollowMessages } from '../messages/follow.ts'
import { ConfirmedPage, ConfirmPage, ExpiredPage, LetterSentPage } from '../pages/confirm-pages.tsx'
import { FollowPage } from '../pages/follow-page.tsx'
import { inAddress, notificationPaths } from '../paths.ts'
import { findAddress, findAddressOfPerson, findConfirmation } from '../queries/addresses.ts'
import { findFollow } from '../queries/follows.ts'
import { privatePage } from '#platform/web/private-page.ts'

export const followRoutes = new Hono<AppEnv>()

type Shown = { form?: FormState; refusal?: keyof FollowMessages['errors'] }

async function showFollow(c: WebContext, path: string, { form, refusal }: Shown = {}): Promise<Response> {
  const { ctx } = c.var
  const thing = await findFollowedPage(ctx.db, path)
  if (thing === undefined) throw new NotFound()
  const { personId } = ctx.actor
  const known = personId === null ? undefined : await findFollow(ctx.db, { personId }, path)
  const address = personId === null ? undefined : await findAddressOfPerson(ctx.db, personId)
  const own =
    personId === null
      ? null
      : { followId: known?.id ?? null, hasMail: address !== undefined && address.confirmedAt !== null }
  const parts = {
    thing,
    own,
    refusal,
    form: form ?? { values: { how: known?.how ?? 'daily' }, errors: {} },
  }
  const isWrong = refusal !== undefined || Object.keys(parts.form.errors).length > 0
  return privatePage(c, (frame) => <FollowPage frame={frame} {...parts} />, isWrong ? 422 : 200)
}

followRoutes.get(notificationPaths.follow, (c) => showFollow(c, c.req.query('leht') ?? ''))

followRoutes.post(notificationPaths.follow, async (c) => {
  const { ctx, language, site, caller } = c.var
  const words = followMessages[language].errors
  if (ctx.actor.personId !== null) {
    const read = await readForm(c, followInput, words)
    if (!read.ok) return showFollow(c, read.form.values.path ?? '', { form: read.form })
    const outcome = await followPage(ctx, read.input)
    if (outcome.ok) return seeOther(c, notificationPaths.followPage(read.input.path))
    return showFollow(c, read.input.path, { form: { values: read.values, errors: {} }, refusal: outcome.refusal })
  }
  const read = await readForm(c, followByMailInput, words)
  if (!read.ok) return showFollow(c, read.form.values.path ?? '', { form: read.form })
  const outcome = await askToFollow(ctx, { ...read.input, language, keys: site.keys, caller })
  if (outcome.ok) return seeOther(c, notificationPaths.letterSent(read.input.path))
  return showFollow(c, read.input.path, { form: { values: read.values, errors: {} }, refusal: outcome.refusal })
})

followRoutes.post(`/jalgimised/${inAddress.id}/lopetamine`, async (c) => {
  await stopFollowing(c.var.ctx, c.req.param('id'))
  return seeOther(c, notificationPaths.own)
})

/** The page that a query names, where there is one. */
async function askedPage(c: WebContext, path: string | undefined | null) {
  return path === undefined || path === null ? null : ((await findFollowedPage(c.var.ctx.db, path)) ?? null)
}

followRoutes.get('/jalgimised/kiri', async (c) => {
  const to = await askedPage(c, c.req.query('leht'))
  return privatePage(c, (frame) => <LetterSentPage frame={frame} to={to} hours={confirmationHours} />)
})

// Mail programs and their guards open every link: looking changes nothing, only the button does.
followRoutes.get(`/jalgimised/kinnitus/${inAddress.confirmToken}`, async (c) => {
  const { ctx } = c.var
  const token = c.req.param('token')
  const asked = await findConfirmation(ctx.db, hashToken(token), ctx.now)
  const address = asked && (await findAddress(ctx.db, asked.addressId))
  if (asked === undefined || address === undefined) {
    return privatePage(c, (frame) => <ExpiredPage frame={frame} />, 404)
  }
  const follow = await askedPage(c, asked.followPath)
  const shown = maskAddress(address.address)
  return privatePage(c, (frame) => <ConfirmPage frame={frame} token={token} address={shown} follow={follow} />)
})

followRoutes.post(`/jalgimised/kinnitus/${inAddress.confirmToken}`, async (c) => {
  const outcome = await confirmAddress(c.var.ctx, c.req.param('token'))
  if (!outcome.ok) return privatePage(c, (frame) => <ExpiredPage frame={frame} />, 422)
  const query = outcome.followPath === null ? '' : `?leht=${encodeURIComponent(outcome.followPath)}`
  return seeOther(c, notificationPaths.confirmed + query)
})

followRoutes.get(notificationPaths.confirmed, async (c) => {
  const to = await askedPage(c, c.req.query('leht'))
  return privatePage(c, (frame) => <ConfirmedPage frame={frame} to={to} />)
})
