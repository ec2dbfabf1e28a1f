import type { SaidSubject, SubjectWords } from '#platform/subject-words.ts'
import { numbered } from './numbered.ts'
import { planPaths } from './paths.ts'
import { evidenceSubject } from './proof-files.ts'
import { listNamedEvidence } from './queries/evidence-names.ts'

/** Evidence is called by its title and stands on the page of its commitment. */
export const planSubjectWords: SubjectWords = async ({ db }, subjects) => {
  const prefix = evidenceSubject('')
  const ids = subjects.flatMap((subject) => (subject.startsWith(prefix) ? [subject.slice(prefix.length)] : []))
  const named = await listNamedEvidence(db, ids)
  return new Map(
    named.map(({ id, title, number }): [string, SaidSubject] => [
      evidenceSubject(id),
      { title: numbered(number, title), path: `${planPaths.commitment(number)}#toendid` },
    ]),
  )
}
