import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'
import { listNames, objectNames, oparlBase } from './addresses.ts'
import { listAsked } from './asked.ts'
import { typeNames } from './objects.ts'

const oparlObject = z.looseObject({
  id: z.url(),
  type: z.url(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
const page = z.object({
  data: z.array(oparlObject),
  pagination: z.object({
    totalElements: z.int(),
    elementsPerPage: z.int(),
    currentPage: z.int(),
    totalPages: z.int(),
  }),
  links: z.object({
    first: z.url(),
    prev: z.url().optional(),
    self: z.url(),
    next: z.url().optional(),
    last: z.url(),
  }),
})
const json = <S extends z.ZodType>(schema: S) => ({ contentType: 'application/json', schema })
const omits = listAsked.pick({ omit_internal: true })

/** OParl 1.1 as the interface's description shows it. What the objects hold is said at https://schema.oparl.org/1.1/. */
export const oparlOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: `${oparlBase}/system`,
    id: 'getOparlSystem',
    summary: 'Where a harvester of council data begins (OParl 1.1 System)',
    parameters: { query: omits },
    answer: json(oparlObject),
    problems: [400],
  },
  ...objectNames.map((name): ApiOperation => ({
    method: 'get',
    path: `${oparlBase}/${listNames[name]}`,
    id: `listOparl${typeNames[name]}`,
    summary: `Council data by pages, the oldest first (OParl 1.1 ${typeNames[name]})`,
    description: 'Each object is also given alone, at the address that is its id.',
    parameters: { query: listAsked },
    answer: json(page),
    problems: [400],
  })),
]
