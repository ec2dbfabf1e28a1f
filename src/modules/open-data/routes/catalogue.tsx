import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { NotFound } from '#platform/context.ts'
import { publicVersion } from '#platform/data-version.ts'
import type { Dataset, DatasetRow } from '#platform/dataset.ts'
import { keepUntilChange, page, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { dcatCatalogue } from '../dcat.ts'
import { CataloguePage } from '../pages/catalogue-page.tsx'
import { DatasetPage } from '../pages/dataset-page.tsx'
import { openDataPaths } from '../paths.ts'
import { csvOf, geojsonOf, jsonOf, schemaOf } from '../write-dataset.ts'

const rowsShown = 10

export function makeCatalogueRoutes(datasets: readonly Dataset[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const find = (name: string): Dataset => {
    const dataset = datasets.find((one) => one.name === name)
    if (dataset === undefined) throw new NotFound()
    return dataset
  }

  routes.get(openDataPaths.catalogue, (c) => page(c, (frame) => <CataloguePage frame={frame} datasets={datasets} />))

  routes.get(openDataPaths.dcat, async (c) => {
    const { ctx, site, config } = c.var
    const catalogue = await dcatCatalogue(ctx, site.settings, datasets, originOf(c))
    if (config.baseUrl !== null) keepUntilChange(c)
    return c.body(JSON.stringify(catalogue, null, 2), 200, { 'Content-Type': 'application/ld+json; charset=utf-8' })
  })

  routes.get('/andmed/:file{[a-z0-9-]+\\.schema\\.json}', (c) => {
    const dataset = find(c.req.param('file').replace('.schema.json', ''))
    return c.body(JSON.stringify(schemaOf(dataset, originOf(c)), null, 2), 200, {
      'Content-Type': 'application/schema+json; charset=utf-8',
    })
  })
  routes.get('/andmed/:file{[a-z0-9-]+\\.csv}', (c) => {
    const dataset = find(c.req.param('file').slice(0, -4))
    return stream(c, dataset.name, csvOf(c.var.ctx, dataset, originOf(c)), 'text/csv; charset=utf-8; header=present')
  })
  routes.get('/andmed/:file{[a-z0-9-]+\\.json}', (c) => {
    const dataset = find(c.req.param('file').slice(0, -5))
    return stream(c, dataset.name, jsonOf(c.var.ctx, dataset, originOf(c)), 'application/json; charset=utf-8')
  })

  routes.get('/andmed/:file{[a-z0-9-]+\\.geojson}', (c) => {
    const dataset = find(c.req.param('file').slice(0, -8))
    if (dataset.place === undefined) throw new NotFound()
    const parts = geojsonOf(c.var.ctx, dataset, originOf(c))
    return stream(c, `${dataset.name}.geojson`, parts, 'application/geo+json; charset=utf-8')
  })

  routes.get('/andmed/:name{[a-z0-9-]+}', async (c) => {
    const dataset = find(c.req.param('name'))
    const { ctx } = c.var
    const modified = await dataset.modified(ctx)
    const sample: DatasetRow[] = []
    for await (const batch of dataset.rows(ctx)) {
      sample.push(...batch.slice(0, rowsShown - sample.length))
      if (sample.length >= rowsShown) break
    }
    return page(c, (frame) => <DatasetPage {...{ frame, dataset, modified, sample }} />)
  })
  return routes
}

/** Rows leave as they are read; however many there are, few are in memory. */
function stream(c: WebContext, name: string, parts: AsyncGenerator<string>, type: string): Response {
  const { ctx } = c.var
  const etag = `W/"${publicVersion(ctx.db)}-${name}"`
  const headers = { ETag: etag, 'Cache-Control': 'public, no-cache', 'Content-Type': type }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  if (c.req.method === 'HEAD') return c.body(null, 200, headers)
  return c.body(Readable.toWeb(Readable.from(bytesOf(parts))) as ReadableStream, 200, headers)
}

async function* bytesOf(parts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield Buffer.from(part)
}
