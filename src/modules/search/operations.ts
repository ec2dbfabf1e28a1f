import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'

const localText = z.object({ et: z.string(), en: z.string().optional(), ru: z.string().optional() })

export const searchApiQuery = z.object({
  q: z.string().min(1).max(200).describe('Words; all of them must be found, in any grammatical form'),
  kind: z.string().max(60).optional().describe('One kind of thing, such as plan.commitment'),
  from: z.iso.date().optional().describe('First day'),
  until: z.iso.date().optional().describe('Last day'),
  page: z.coerce.number().int().min(1).max(15).default(1),
})

export const searchOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: '/api/v1/search',
    id: 'search',
    summary: 'Search everything that the caller may see',
    parameters: { query: searchApiQuery },
    answer: {
      contentType: 'application/json',
      schema: z.object({
        count: z.int().describe('How many there are, at most 300'),
        suggestion: z.string().nullable().describe('What may have been meant, when nothing was found'),
        results: z.array(
          z.object({ kind: z.string(), title: localText, date: z.iso.date().nullable(), url: z.string() }),
        ),
      }),
    },
    problems: [400],
  },
]
