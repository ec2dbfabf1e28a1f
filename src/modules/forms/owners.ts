import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import { prefixOf, type OwnerRules } from './rules.ts'

export type FormOwner = OwnerRules & {
  /** What its forms are together, as a heading: „Probleemide liigid“. */
  name: LocalText
  /** What each of its things with a form is called, by the owner key. */
  titlesOf: (db: Db, owners: readonly string[]) => Promise<ReadonlyMap<string, LocalText>>
  /** Where an editor goes when done. */
  backPath: (owner: string) => string
}

const registered = new Map<string, FormOwner>()

/** Said once by a module above, when it is loaded. */
export function registerOwner(owner: FormOwner): void {
  if (registered.has(owner.prefix)) throw new Error(`Forms of ${owner.prefix} are registered twice`)
  registered.set(owner.prefix, owner)
}

export function listOwners(): readonly FormOwner[] {
  return [...registered.values()]
}

export function ownerOf(owner: string): FormOwner | undefined {
  return registered.get(prefixOf(owner))
}

/** What the thing of a form is called; one that its module does not know is shown by its key. */
export async function titleOf(db: Db, owner: string): Promise<LocalText> {
  const titles = await ownerOf(owner)?.titlesOf(db, [owner])
  return titles?.get(owner) ?? { et: owner }
}
