import { readText, type Language, type LocalText } from '#platform/language.ts'
import { nameOfSettlement, type Settlement } from '#modules/places/index.ts'
import type { AssignablePost } from '../queries/inbox.ts'

type Option = { value: string; label: string }

/** Subjects or their groups to choose from. */
export function subjectOptions(all: readonly { code: string; name: LocalText }[], language: Language): Option[] {
  return all.map(({ code, name }) => ({ value: code, label: readText(name, language).text }))
}

/** Settlements to choose from. */
export function settlementOptions(settlements: readonly Settlement[], language: Language): Option[] {
  return settlements.map((one) => ({ value: one.ehak, label: nameOfSettlement(one, language) }))
}

/** Posts to choose from, each with the body that it belongs to. */
export function postOptions(posts: readonly AssignablePost[], language: Language): Option[] {
  return posts.map(({ id, title, body }) => ({
    value: id,
    label: `${readText(title, language).text} (${readText(body, language).text})`,
  }))
}
