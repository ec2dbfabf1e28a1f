import { todayOf, type Context } from '#platform/context.ts'
import { findCategory, listCategories, type Category } from '../queries/categories.ts'
import { findServicesChange } from './queries.ts'
import { isOffered, lastTurn } from './rules.ts'

export type OfferedCategory = Category & {
  /** It is open, and its season is another. */
  rests: boolean
}

const onDay = (category: Category, today: string): OfferedCategory => {
  const isOpen = isOffered(category, today)
  return { ...category, isOpen, rests: category.isOpen && !isOpen }
}

/** Subjects as they are offered today: one out of its season counts as closed. */
export async function listOffered(ctx: Context): Promise<OfferedCategory[]> {
  const today = todayOf(ctx)
  return (await listCategories(ctx.db)).map((category) => onDay(category, today))
}

export async function findOffered(ctx: Context, code: string): Promise<OfferedCategory | undefined> {
  const category = await findCategory(ctx.db, code)
  return category && onDay(category, todayOf(ctx))
}

/** The time after which the list of subjects, or what one of them asks, may be another than somebody keeps. */
export async function servicesChangedAt(ctx: Context): Promise<Date> {
  const changed = (await findServicesChange(ctx.db)) ?? ctx.now
  const turned = lastTurn(await listCategories(ctx.db), todayOf(ctx))
  return turned !== null && turned > changed ? turned : changed
}
