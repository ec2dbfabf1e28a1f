import { Hono } from 'hono'
import { listSettlements } from '#modules/places/index.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { problem } from '#platform/web/problem.ts'
import { isWithinLimit } from '#platform/web/rate-limit.ts'
import { mapMessages } from '../messages/map.ts'
import { reportPaths } from '../paths.ts'
import { findAddresses } from './find-addresses.ts'

export const addressRoutes = new Hono<AppEnv>()

const shortest = 3
const longest = 200
const mostPerMinute = 60

/** Looks an address up for the form: the server asks, so that the gazetteer learns nothing of the reader. */
addressRoutes.get(reportPaths.addresses, async (c) => {
  const { ctx, site, config, caller, language } = c.var
  const t = mapMessages[language]
  if (config.addressSearch === null) return problem(c, { status: 404, title: t.noAddressSearch })
  const typed = (c.req.query('q') ?? '').trim().slice(0, longest)
  if (typed.length < shortest) return problem(c, { status: 400, title: t.addressTooShort })
  const limit = { kind: 'addresses', caller: ctx.actor.personId ?? caller, perWindow: mostPerMinute, windowSeconds: 60 }
  if (!(await isWithinLimit(ctx.db, site.keys, limit, ctx.now)))
    return problem(c, { status: 429, title: t.tooManyAddresses })
  const settlements = await listSettlements(ctx.db)
  const found = await findAddresses(typed, settlements, { gazetteer: config.addressSearch, known: config.partnerHosts })
  if (found === null) return problem(c, { status: 502, title: t.addressSearchAway })
  c.header('Cache-Control', 'private, no-store')
  return c.json({ addresses: found })
})
