import { createMiddleware } from 'hono/factory'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isLanguage, type Language } from '#platform/language.ts'
import type { AppEnv, WebContext } from '#platform/web/http.ts'
import { open311Messages } from '../messages/open311.ts'
import { errors } from './documents.ts'
import { asJson, asXml, type SparkDocument } from './spark.ts'

/** The language of texts: `locale` where it is asked for, else that of the address. */
export function languageOf(c: WebContext): Language {
  const asked = c.req.query('locale')?.slice(0, 2) ?? ''
  return isLanguage(asked) ? asked : c.var.language
}

/** The document in the format of the address's suffix. */
export function answer(c: WebContext, document: SparkDocument, status: ContentfulStatusCode = 200): Response {
  if (c.req.path.endsWith('.json')) {
    return c.body(JSON.stringify(asJson(document)), status, { 'Content-Type': 'application/json; charset=utf-8' })
  }
  return c.body(asXml(document), status, { 'Content-Type': 'text/xml; charset=utf-8' })
}

export function refuse(c: WebContext, status: 400 | 403 | 404, ...descriptions: readonly string[]): Response {
  const said = descriptions.filter((description) => description !== '')
  return answer(c, errors(said.map((description) => ({ code: status, description }))), status)
}

/** What the platform would say of an address that is none, or of a body that cannot be read, as the specification says it. */
export const faultsAsErrors = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const { status, headers } = c.res
  if ((status !== 400 && status !== 404) || headers.get('content-type')?.includes('problem+json') !== true) return
  const t = open311Messages[languageOf(c)]
  c.res = refuse(c, status, status === 404 ? t.resourceUnknown : t.malformed)
})
