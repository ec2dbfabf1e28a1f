import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'

type Json = Record<string, unknown>

const problem: Json = {
  type: 'object',
  description: 'RFC 9457',
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    errors: { type: 'object', additionalProperties: { type: 'string' } },
    instance: { type: 'string' },
  },
  required: ['type', 'status', 'title', 'instance'],
}

const meanings: Record<number, string> = {
  400: 'The request could not be understood',
  401: 'The key is unknown, revoked or expired',
  403: 'The key does not have the right',
  404: 'There is no such thing',
  409: 'It has been done already, or cannot be done now',
  413: 'Too large',
  415: 'Of an unknown type',
  422: 'Something in it is wrong',
  429: 'Too many requests; come again after Retry-After seconds',
  503: 'The service is briefly closed',
}

/** OpenAPI 3.1 of all operations, from the schemas that the routes themselves use. */
export function openApiDocument(
  operations: readonly ApiOperation[],
  about: { title: string; origin: string; version: string; contact: string },
): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: about.title,
      version: about.version,
      description:
        'What everybody may read needs no key. A key raises the limit of reading, and some operations ask for a right of the key. Lists come in pages; `next` or `after` leads to the one that follows. Answers carry an ETag.',
      contact: { email: about.contact },
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: about.origin }],
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'Given by the municipality' } },
    },
  }
}

function describe(operation: ApiOperation): Json {
  const { id, summary, description, parameters, body, answer, problems = [], right } = operation
  const failures = [...new Set([...problems, ...(right === undefined ? [] : [401, 403]), 429, 503])]
  return {
    operationId: id,
    summary,
    tags: [tagOf(operation.path)],
    ...(description !== undefined && { description }),
    parameters: [...named(parameters?.path, 'path'), ...named(parameters?.query, 'query')],
    ...(body !== undefined && {
      requestBody: { required: true, content: { [body.contentType]: { schema: toSchema(body.schema, 'input') } } },
    }),
    responses: {
      200: { description: 'OK', content: { [answer.contentType]: { schema: toSchema(answer.schema, 'output') } } },
      ...Object.fromEntries(
        failures.map((status) => [
          status,
          {
            description: meanings[status] ?? 'It did not work',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
    // An operation without a right may be asked with a key or without one.
    security: right === undefined ? [{}, { key: [] }] : [{ key: [] }],
  }
}

function tagOf(path: string): string {
  return path.split('/')[3] ?? 'other'
}

function named(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = toSchema(schema, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, one]) => {
    const { description, ...rest } = one as { description?: string }
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    }
  })
}

function toSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}
