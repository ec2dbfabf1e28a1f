import type { Context } from '#platform/context.ts'
import { csvLine, csvMark } from '#platform/csv.ts'
import type { Dataset } from '#platform/dataset.ts'
import { openDataPaths } from './paths.ts'
import { cellOf, rowSchema } from './rules.ts'

/** All rows as CSV (RFC 4180, UTF-8), a batch at a time. */
export async function* csvOf(ctx: Context, { columns, rows }: Dataset, origin: string): AsyncGenerator<string> {
  yield csvMark + csvLine(columns.map(({ name }) => name))
  for await (const batch of rows(ctx)) {
    yield batch.map((row) => csvLine(columns.map((column) => cellOf(row[column.name], column, origin)))).join('')
  }
}

/** The same rows as JSON, with what they mean and under which licence they may be used. */
export async function* jsonOf(ctx: Context, dataset: Dataset, origin: string): AsyncGenerator<string> {
  const { name, title, description, license, columns, rows } = dataset
  const modified = await dataset.modified(ctx)
  const head = {
    $schema: origin + openDataPaths.schema(name),
    dataset: name,
    title,
    description,
    license,
    modified: modified?.toISOString() ?? null,
  }
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let isFirst = true
  for await (const batch of rows(ctx)) {
    const objects = batch.map((row) =>
      JSON.stringify(
        Object.fromEntries(columns.map((column) => [column.name, cellOf(row[column.name], column, origin)])),
      ),
    )
    if (objects.length === 0) continue
    yield (isFirst ? '\n' : ',\n') + objects.join(',\n')
    isFirst = false
  }
  yield '\n]}\n'
}

/** The rows that have a place, each a feature (RFC 7946) with the other columns as its properties. */
export async function* geojsonOf(ctx: Context, dataset: Dataset, origin: string): AsyncGenerator<string> {
  const { columns, rows, place, title, license } = dataset
  const head = { type: 'FeatureCollection', name: dataset.name, title: title.et, license }
  yield `${JSON.stringify(head).slice(0, -1)},"features":[`
  let isFirst = true
  for await (const batch of rows(ctx)) {
    const features = batch.flatMap((row) => {
      const [latitude, longitude] = [row[place?.latitude ?? ''], row[place?.longitude ?? '']]
      if (typeof latitude !== 'number' || typeof longitude !== 'number') return []
      const told = columns.filter(({ name }) => name !== place?.latitude && name !== place?.longitude)
      const properties = Object.fromEntries(told.map((one) => [one.name, cellOf(row[one.name], one, origin)]))
      const geometry = { type: 'Point', coordinates: [longitude, latitude] }
      return JSON.stringify({ type: 'Feature', geometry, properties })
    })
    if (features.length === 0) continue
    yield (isFirst ? '\n' : ',\n') + features.join(',\n')
    isFirst = false
  }
  yield '\n]}\n'
}

/** JSON Schema of the JSON form of a dataset. */
export function schemaOf({ name, title, description, columns }: Dataset, origin: string): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: origin + openDataPaths.schema(name),
    title: title.et,
    description: description.et,
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      dataset: { const: name },
      title: { type: 'object' },
      description: { type: 'object' },
      license: { type: 'string', format: 'uri' },
      modified: { type: ['string', 'null'], format: 'date-time' },
      rows: { type: 'array', items: rowSchema(columns) },
    },
    required: ['dataset', 'license', 'rows'],
  }
}
