import type * as z from 'zod'

/** One operation of the public interface for programs, as `/api/openapi.json` describes it. The route itself uses the same schemas. */
export type ApiOperation = {
  method: 'get' | 'post' | 'put' | 'delete'
  /** `/api/v1/plan/{number}` */
  path: string
  /** Stable name for generated clients: `getPlan`. */
  id: string
  summary: string
  description?: string
  /** Path and query parameters by name. */
  parameters?: { path?: z.ZodObject; query?: z.ZodObject }
  body?: { contentType: string; schema: z.ZodType }
  answer: { contentType: string; schema: z.ZodType }
  /** Problem documents that may be answered, beside 429 and 503 which all may. */
  problems?: readonly number[]
  /** The right that an API key needs; absent for what everybody may read. */
  right?: string
}
