import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'
import { open311Base } from './paths.ts'
import { sendRight } from './open311/rights.ts'

const text = z.string().nullable()
const request = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: text,
  service_name: z.string(),
  service_code: z.string(),
  description: z.string(),
  agency_responsible: text,
  service_notice: text,
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: text,
  address: text,
  address_id: text,
  zipcode: text,
  lat: text,
  long: text,
  media_url: text,
})
const json = <S extends z.ZodType>(schema: S) => ({ contentType: 'application/json', schema })

/** GeoReport v2 as the interface's description shows it; each answer is also given as XML, by the suffix. */
export const reportOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: `${open311Base}/services.json`,
    id: 'listReportServices',
    summary: 'What can be reported (Open311 GeoReport v2)',
    answer: json(
      z.array(
        z.object({
          service_code: z.string(),
          service_name: z.string(),
          description: z.string(),
          metadata: z.enum(['true', 'false']),
          type: z.literal('realtime'),
          keywords: text,
          group: text,
        }),
      ),
    ),
  },
  {
    method: 'get',
    path: `${open311Base}/requests.json`,
    id: 'listReportRequests',
    summary: 'Public problem reports (Open311 GeoReport v2)',
    description: 'At most 90 days and 1,000 reports, the newest first; ids override all other filters.',
    parameters: {
      query: z.object({
        service_request_id: z.string().optional(),
        service_code: z.string().optional(),
        start_date: z.string().optional(),
        end_date: z.string().optional(),
        status: z.string().optional(),
        page: z.string().optional(),
        page_size: z.string().optional(),
        extensions: z.enum(['true']).optional(),
      }),
    },
    answer: json(z.array(request)),
    problems: [400],
  },
  {
    method: 'post',
    path: `${open311Base}/requests.json`,
    id: 'sendReportRequest',
    summary: 'Send a problem report (Open311 GeoReport v2)',
    description: 'As a form or, with pictures, as multipart/form-data. The key may also stand in the field api_key.',
    body: {
      contentType: 'application/x-www-form-urlencoded',
      schema: z.object({
        api_key: z.string().optional(),
        service_code: z.string(),
        description: z.string().max(4000).optional(),
        lat: z.string().optional(),
        long: z.string().optional(),
        address_string: z.string().max(300).optional(),
        address_id: z.string().optional(),
        email: z.string().optional(),
        first_name: z.string().optional(),
        last_name: z.string().optional(),
        media_url: z.string().optional(),
      }),
    },
    answer: json(z.array(z.object({ service_request_id: z.string(), service_notice: text, account_id: text }))),
    problems: [400, 403, 404],
    right: sendRight,
  },
]
