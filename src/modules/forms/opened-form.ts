import type { Db } from '#platform/database.ts'
import { findCurrent, findVersion, type FormVersion } from './queries/forms.ts'
import { versionName } from './read-answers.ts'

/**
 * The version in which a sent form was opened, by its hidden input; the current one where the input names none.
 * Whether an older one is still taken (`isCurrent`) is the owner's to decide: the typed words are read against it.
 */
export async function openedForm(
  db: Db,
  owner: string,
  values: Readonly<Record<string, string>>,
  prefix?: string,
): Promise<FormVersion | undefined> {
  const current = await findCurrent(db, owner)
  const named = values[versionName(prefix)] ?? ''
  if (current === undefined || !/^[1-9]\d{0,8}$/.test(named) || Number(named) === current.version) return current
  return (await findVersion(db, current.formId, Number(named))) ?? current
}
