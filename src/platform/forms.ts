import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod'
import type { WebContext } from './web/http.ts'

/** What a form shows again after a refusal: the reader's own words and, by field name, what is wrong. */
export type FormState = { values: Record<string, string>; errors: Record<string, string> }

export const emptyForm: FormState = { values: {}, errors: {} }

export type ReadForm<T> =
  | { ok: true; input: T; values: Record<string, string>; files: Record<string, File> }
  | { ok: false; form: FormState }

/** Words for the codes that a schema gives as its messages; an unknown code is shown by `invalid`. */
export type ErrorWords = { readonly [code: string]: string } & { readonly invalid: string }

/**
 * Reads a submitted form by a schema whose messages are codes. Several values of one name come joined by commas.
 * What the person typed comes back in `values`, whatever was wrong with it.
 */
export async function readForm<S extends z.ZodType>(
  c: WebContext,
  schema: S,
  words: ErrorWords,
): Promise<ReadForm<z.output<S>>> {
  const body = await parsedBody(c)
  const values: Record<string, string> = {}
  const files: Record<string, File> = {}
  for (const [name, value] of Object.entries(body)) {
    const parts = Array.isArray(value) ? value : [value]
    const texts = parts.filter((part): part is string => typeof part === 'string')
    const file = parts.find((part): part is File => part instanceof File)
    // PostgreSQL keeps no NUL in text, and no person types one.
    if (texts.length > 0) values[name] = texts.join(',').replaceAll('\0', '').replaceAll('\r\n', '\n')
    if (file !== undefined && file.size > 0) files[name] = file
  }
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, input: parsed.data, values, files }
  return { ok: false, form: { values, errors: errorsOf(parsed.error, words) } }
}

/** Throws 400 for a body that is no form, whatever its content type says. */
async function parsedBody(c: WebContext) {
  try {
    return await c.req.parseBody({ all: true })
  } catch (error) {
    if (error instanceof TypeError) throw new HTTPException(400, { cause: error })
    throw error
  }
}

/** The first complaint per field, in the reader's words. */
export function errorsOf(error: z.ZodError, words: ErrorWords): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.length === 0 ? 'form' : issue.path.join('.')
    errors[field] ??= withBounds(words[issue.message] ?? words.invalid, issue)
  }
  return errors
}

/** Puts what the schema tells of the bounds in place of `{least}` and the like. */
function withBounds(words: string, issue: z.core.$ZodIssue): string {
  const params: Record<string, unknown> = issue.code === 'custom' ? (issue.params ?? {}) : {}
  return words.replaceAll(/\{(\w+)\}/g, (mark, name: string) => (name in params ? String(params[name]) : mark))
}
