import { Hono } from 'hono'
import type { ApiOperation } from '#platform/api-operation.ts'
import { readText } from '#platform/language.ts'
import { keepUntilChange, page, type AppEnv } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { openApiDocument } from '../openapi.ts'
import { ApiPage } from '../pages/api-page.tsx'
import { openDataPaths } from '../paths.ts'

export function makeApiRoutes(operations: readonly ApiOperation[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const sorted = operations.toSorted((a, b) => (a.path < b.path ? -1 : 1))

  routes.get(openDataPaths.openApi, (c) => {
    const { site, config } = c.var
    const about = {
      title: `${readText(site.settings.name, 'en').text}: Avavald`,
      origin: originOf(c),
      version: '1',
      contact: site.settings.contact.email,
    }
    if (config.baseUrl !== null) keepUntilChange(c)
    return c.json(openApiDocument(sorted, about))
  })

  routes.get(openDataPaths.api, (c) => page(c, (frame) => <ApiPage frame={frame} operations={sorted} />))
  return routes
}
