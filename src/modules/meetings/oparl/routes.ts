import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { NotFound, timeZoneOf, todayOf } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import type { AppEnv, WebContext } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { problem } from '#platform/web/problem.ts'
import { addressesAt, listNames, listsOfOrganization, objectNames, oparlBase, type ObjectName } from './addresses.ts'
import { readListAsked, type Asked } from './asked.ts'
import { listObjects, type Reader } from './list-objects.ts'
import { body, system, type Municipality } from './municipality.ts'
import { objectList } from './object-list.ts'
import { withoutInternal, type OparlObject } from './objects.ts'
import { findText } from './queries/meetings.ts'
import { findMunicipality } from './queries/people.ts'

export const oparlRoutes = new Hono<AppEnv>()

const id = ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'
/** A meeting brings its whole agenda along. */
const mostOf: Partial<Record<ObjectName, number>> = { meeting: 15 }
const one: Pick<Asked, 'perPage' | 'page'> = { perPage: 1, page: 1 }

// Harvesters run in browsers too; nothing here depends on who asks.
oparlRoutes.use(`${oparlBase}/*`, cors({ origin: '*', allowMethods: ['GET', 'HEAD'], maxAge: 86_400 }))

/**
 * Not kept in memory like pages: an item that is closed in the sitting changes these answers without a public event.
 * Whoever asks again with the mark of the answer gets no second copy.
 */
function answer(c: WebContext, text: string, contentType: string): Response {
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = { ETag: etag, 'Cache-Control': 'public, no-cache' }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'Content-Type': contentType })
}

const answerJson = (c: WebContext, value: unknown) =>
  answer(c, JSON.stringify(value), 'application/json; charset=utf-8')

function readerOf(c: WebContext): Reader {
  const { ctx, site } = c.var
  const timeZone = timeZoneOf(ctx.db)
  return {
    db: ctx.db,
    calendar: { today: todayOf(ctx), timeZone },
    telling: {
      address: addressesAt(originOf(c), site.settings.municipality.ehak),
      dayOf: (instant) => localDate(instant, timeZone),
    },
  }
}

async function municipalityOf(c: WebContext): Promise<Municipality> {
  const reader = readerOf(c)
  const { objects: terms } = await listObjects['legislative-term'](reader, { perPage: 100, page: 1 })
  const { address } = reader.telling
  return { settings: c.var.site.settings, address, terms, ...(await findMunicipality(c.var.ctx.db)) }
}

async function answerList(
  c: WebContext,
  address: (reader: Reader) => string,
  find: (reader: Reader, asked: Asked) => Promise<{ total: number; objects: OparlObject[] }>,
  most?: number,
): Promise<Response> {
  const query = c.req.query()
  const read = readListAsked(query, most)
  if (!read.ok) {
    const errors = Object.fromEntries(read.wrong.map((name) => [name, 'invalid']))
    return problem(c, { status: 400, title: 'malformed', errors })
  }
  const reader = readerOf(c)
  return answerJson(c, objectList(address(reader), query, read.list, await find(reader, read.list.asked)))
}

function answerObject(c: WebContext, object: OparlObject): Response {
  const read = readListAsked({ omit_internal: c.req.query('omit_internal') ?? 'false' })
  if (!read.ok) return problem(c, { status: 400, title: 'malformed', errors: { omit_internal: 'invalid' } })
  return answerJson(c, read.list.omitsInternal ? withoutInternal(object) : object)
}

for (const path of [oparlBase, `${oparlBase}/`])
  oparlRoutes.get(path, (c) => c.redirect(readerOf(c).telling.address.system, 302))

oparlRoutes.get(`${oparlBase}/system`, async (c) => answerObject(c, system(await municipalityOf(c))))

oparlRoutes.get(`${oparlBase}/bodies`, (c) =>
  answerList(
    c,
    ({ telling }) => telling.address.bodies,
    async (_reader, asked) => {
      const municipality = await municipalityOf(c)
      const { since } = municipality
      const isAsked =
        (asked.createdSince ?? since) <= since &&
        (asked.modifiedSince ?? since) <= since &&
        (asked.createdUntil ?? since) >= since &&
        (asked.modifiedUntil ?? since) >= since
      return { total: isAsked ? 1 : 0, objects: isAsked && asked.page === 1 ? [body(municipality)] : [] }
    },
  ),
)

oparlRoutes.get(`${oparlBase}/body/:ehak{\\d{4}}`, async (c) => {
  if (c.req.param('ehak') !== c.var.site.settings.municipality.ehak) throw new NotFound()
  return answerObject(c, body(await municipalityOf(c)))
})

async function findOne(c: WebContext, name: ObjectName, wanted: string): Promise<OparlObject> {
  const { objects } = await listObjects[name](readerOf(c), { ...one, id: wanted })
  if (objects[0] === undefined) throw new NotFound()
  return objects[0]
}

for (const name of objectNames) {
  oparlRoutes.get(`${oparlBase}/${listNames[name]}`, (c) =>
    answerList(c, ({ telling }) => telling.address.list(name), listObjects[name], mostOf[name]),
  )
  oparlRoutes.get(`${oparlBase}/${name}/${id}`, async (c) =>
    answerObject(c, await findOne(c, name, c.req.param('id') ?? '')),
  )
}

for (const name of listsOfOrganization) {
  oparlRoutes.get(`${oparlBase}/organization/${id}/${listNames[name]}`, async (c) => {
    const organizationId = c.req.param('id') ?? ''
    await findOne(c, 'organization', organizationId)
    return answerList(
      c,
      ({ telling }) => telling.address.ofOrganization(organizationId, name),
      (reader, asked) => listObjects[name](reader, { ...asked, organizationId }),
      mostOf[name],
    )
  })
}

oparlRoutes.get(`${oparlBase}/file/${id}/text`, async (c) => {
  const words = await findText(c.var.ctx.db, c.req.param('id'), todayOf(c.var.ctx))
  if (words === undefined) throw new NotFound()
  return answer(c, words, 'text/plain; charset=utf-8')
})
