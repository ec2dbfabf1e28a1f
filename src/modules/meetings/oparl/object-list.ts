import type { ListAsked } from './asked.ts'
import { withoutInternal, type OparlObject } from './objects.ts'

/** One page of an external list (OParl 1.1, 2.5.3), with addresses of its neighbours that keep what was asked. */
export function objectList(
  address: string,
  query: Readonly<Record<string, string>>,
  { asked, omitsInternal }: ListAsked,
  { total, objects }: { total: number; objects: readonly OparlObject[] },
) {
  const { page, perPage } = asked
  const totalPages = Math.max(1, Math.ceil(total / perPage))
  const at = (number: number) => `${address}?${new URLSearchParams({ ...query, page: String(number) })}`
  return {
    data: omitsInternal ? objects.map(withoutInternal) : objects,
    pagination: { totalElements: total, elementsPerPage: perPage, currentPage: page, totalPages },
    links: {
      first: at(1),
      ...(page > 1 && { prev: at(Math.min(page - 1, totalPages)) }),
      self: at(page),
      ...(page < totalPages && { next: at(page + 1) }),
      last: at(totalPages),
    },
  }
}
