import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'

export type SearchableCommitment = {
  id: string
  number: string
  name: LocalText
  text: LocalText
  inForceFrom: LocalDate
  /** Fulfilment as the plan writes it and officials' narratives. */
  texts: Partial<LocalText>[]
  questions: { words: string; answer: LocalText | null }[]
}

/** Commitments of the version in force on the day, with everything that their public pages say. */
export async function listSearchableCommitments(
  db: Db,
  today: LocalDate,
  ids: readonly string[] | 'all',
): Promise<SearchableCommitment[]> {
  const chosen = ids === 'all' ? sql`` : sql`and w.commitment_id = any(${[...ids]}::uuid[])`
  const { rows } = await sql<SearchableCommitment>`
    select w.commitment_id as id, w.number, w.name, w.text, v.in_force_from as "inForceFrom",
      jsonb_build_array(coalesce(w.fulfilment, '{}'))
      || coalesce((select jsonb_agg(n.text order by n.period) from plan_narratives n
        where n.commitment_id = w.commitment_id and n.replaced_at is null), '[]') as texts,
      coalesce((select jsonb_agg(jsonb_build_object('words', c.words, 'answer', c.answer) order by c.sent_at)
        from plan_contributions c
        where c.commitment_id = w.commitment_id and c.version_id is null and c.hidden_at is null), '[]') as questions
    from plan_wordings w
    join (select id, in_force_from from plan_versions where state = 'adopted' and in_force_from <= ${today}
      order by in_force_from desc, number desc limit 1) v on v.id = w.version_id
    where true ${chosen} order by w.position limit 500`.execute(db)
  return rows
}
