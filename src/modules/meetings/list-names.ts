import type { Db } from '#platform/database.ts'
import { registry } from '#modules/people/index.ts'
import { personsNamed } from './log/named-persons.ts'
import type { MeetingState } from './log/state.ts'

/** What the persons of a meeting are called, and in Estonian the committees that items were sent to; by id. */
export async function listNames(
  db: Db,
  state: MeetingState,
  more: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const persons = await registry.listNamesOf(db, [...new Set([...personsNamed(state), ...more])])
  const committees = new Set([...state.items.values()].map(({ committeeId }) => committeeId))
  if ([...committees].every((id) => id === null)) return persons
  const bodies = await registry.listBodyChoices(db)
  return new Map([
    ...persons,
    ...bodies.flatMap(({ id, name }) => (committees.has(id) ? [[id, name.et] as const] : [])),
  ])
}
