import type { Context } from '#platform/context.ts'
import { listCategories } from '../../queries/categories.ts'
import { putArea } from './queries.ts'

/** One invented owner on an islet, so that the demo can show what the form says there. */
export async function seedDemoArea(ctx: Context): Promise<void> {
  const categories = (await listCategories(ctx.db)).filter(({ isPrivate }) => !isPrivate).map(({ code }) => code)
  if (categories.length === 0) return
  const [west, south, east, north] = [25.232, 59.566, 25.252, 59.576]
  await putArea(ctx.db, {
    id: 'b8f7f0f4-52e1-4c4c-9a0d-5d3a4be31c01',
    name: {
      et: 'Näidissadam OÜ (väljamõeldud)',
      en: 'Example Harbour Ltd (invented)',
      ru: 'Näidissadam OÜ (вымышлено)',
    },
    phone: '555 0100',
    mail: '',
    web: 'https://sadam.invalid/',
    shapes: [
      {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    ],
    bufferMetres: 0,
    categories,
    letsThrough: true,
    isOpen: true,
    changedAt: ctx.now,
  })
}
