import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

// Under CC BY-SA and not part of the product: where the folder is not at hand, what the schemas demand is looked at by hand.
const schemas = ['../shared/standards/oparl-1.1/schema'].find(existsSync)
/** The files are not plain JSON Schema: references stand as `schema`, patterns hold escapes that `u` refuses. */
function plainSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainSchema)
  if (typeof value !== 'object' || value === null) return value
  const { schema, description: _text, pattern, ...rest } = value as Record<string, unknown>
  if (typeof schema === 'string' && schema.endsWith('.json') && rest['type'] === 'object') return { $ref: schema }
  const plain = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, plainSchema(inner)]))
  return typeof pattern === 'string' ? { ...plain, pattern: pattern.replaceAll(/\\([:/])/g, '$1') } : plain
}

/** The specification's own schema of a type; undefined where the schemas are not at hand. */
export function schemaOf(type: string): ValidateFunction | undefined {
  if (schemas === undefined) return undefined
  const formats = { url: (text: string) => URL.canParse(text), date: /^\d{4}-\d\d-\d\d$/, 'date-time': true } as const
  const ajv = new Ajv({ strict: false, allErrors: true, formats })
  for (const file of readdirSync(schemas).filter((name) => name.endsWith('.json')))
    ajv.addSchema(plainSchema(JSON.parse(readFileSync(`${schemas}/${file}`, 'utf8'))) as object, file)
  return ajv.getSchema(`${type}.json`)
}
