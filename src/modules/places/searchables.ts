import type { Searchable } from '#platform/searchable.ts'
import { placePaths } from './paths.ts'
import { listSettlements } from './queries.ts'
import { nameOfSettlement } from './rules.ts'

export const placeSearchables: readonly Searchable[] = [
  {
    kind: 'places.settlement',
    name: { et: 'Asulad', en: 'Settlements', ru: 'Населённые пункты' },
    // Settlements change with the site's own files, at a start; the nightly renewal finds that.
    changedBy: [],
    touched: () => [],
    documents: async function* ({ db }, ids) {
      const settlements = await listSettlements(db)
      yield settlements
        .filter(({ ehak }) => ids === 'all' || ids.includes(ehak))
        .map((one) => ({
          id: one.ehak,
          path: placePaths.show(one.ehak),
          title: {
            et: nameOfSettlement(one, 'et'),
            en: nameOfSettlement(one, 'en'),
            ru: nameOfSettlement(one, 'ru'),
          },
          body: { et: `EHAK ${one.ehak}` },
          on: null,
          readers: 'everyone',
        }))
    },
  },
]
