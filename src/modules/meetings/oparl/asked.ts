import * as z from 'zod'

const mostPerPage = 100
const usualPerPage = 50

// In an address "+02:00" is often left as it is and then read as a space.
const instant = z
  .string()
  .transform((text) => text.replace(' ', '+'))
  .pipe(z.iso.datetime({ offset: true }))
  .transform((text) => new Date(text))
  .optional()
const count = z.string().regex(/^[1-9]\d{0,5}$/)

/** What a list may be asked (OParl 1.1, 2.5): when things came to be or changed, how much of it at once. */
export const listAsked = z.object({
  created_since: instant,
  created_until: instant,
  modified_since: instant,
  modified_until: instant,
  omit_internal: z.enum(['true', 'false']).optional().describe('true: without embedded objects'),
  limit: count.optional().describe(`Objects in one page, at most ${mostPerPage}`),
  page: count.optional(),
})

export type Filters = {
  createdSince?: Date | undefined
  createdUntil?: Date | undefined
  modifiedSince?: Date | undefined
  modifiedUntil?: Date | undefined
}

/** One object, or one page of a list; of one organization where its list is asked for. */
export type Asked = Filters & { id?: string; organizationId?: string; perPage: number; page: number }

export type ListAsked = { asked: Asked; omitsInternal: boolean }

/** The names of what could not be understood, or what is asked. */
export function readListAsked(
  query: Readonly<Record<string, string>>,
  most: number = mostPerPage,
): { ok: true; list: ListAsked } | { ok: false; wrong: string[] } {
  const parsed = listAsked.safeParse(query)
  if (!parsed.success) return { ok: false, wrong: parsed.error.issues.map(({ path }) => String(path[0])) }
  const { limit, page, omit_internal: omit, ...given } = parsed.data
  return {
    ok: true,
    list: {
      asked: {
        createdSince: given.created_since,
        createdUntil: given.created_until,
        modifiedSince: given.modified_since,
        modifiedUntil: given.modified_until,
        perPage: Math.min(Number(limit ?? usualPerPage), most),
        page: Number(page ?? 1),
      },
      omitsInternal: omit === 'true',
    },
  }
}
