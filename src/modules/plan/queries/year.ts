import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { Evidence, EvidencePeriod } from '#platform/evidence.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { withProof, type ProofFile } from '../proof-files.ts'
import { allRecords, vouchedKey, type EvidenceLine } from './evidence.ts'
import { postTitle } from './post-title.ts'

/** A line of evidence with how many of its key there are in all. */
export type YearLine = EvidenceLine & { all: number }

/** The newest evidence of each key within a year, for the whole plan in one statement. */
export async function listYearEvidence(
  db: Db,
  sources: readonly Evidence[],
  period: EvidencePeriod,
  mostPerKey: number,
): Promise<YearLine[]> {
  const { rows } = await sql<YearLine>`
    select key, vouched, to_char("on", 'YYYY-MM-DD') as "on", met, title, path, "all" from (
      select *, count(*) over (partition by key)::int as "all",
        row_number() over (partition by key order by "on" desc, path) as place
      from (${allRecords(db, sources, period)}) r) ranked
    where place <= ${mostPerKey}
    order by "on" desc, key, path limit 5000`.execute(db)
  return rows
}

export type YearNarrative = { commitmentId: string; period: string; text: LocalText; authorPost: LocalText }
export type YearReview = { summary: LocalText; actNumber: string | null; writtenAt: Date }
export type VouchedBy = { post: LocalText; second: LocalText; files: ProofFile[] }

export type YearWords = {
  narratives: YearNarrative[]
  review: YearReview | null
  /** Who vouched, by key, day and title as they stand in the lines of evidence. */
  vouchers: ReadonlyMap<string, VouchedBy>
}

export function voucherName({ key, on, title }: Pick<EvidenceLine, 'key' | 'on' | 'title'>): string {
  return `${key} ${on} ${title.et}`
}

type WordsRow = {
  narratives: YearNarrative[]
  review: { summary: LocalText; actNumber: string | null; writtenAt: string } | null
  vouched: ({ id: string; commitmentId: string; on: LocalDate; title: LocalText } & Omit<VouchedBy, 'files'>)[]
}

/** What people have said about a year: officials by period, the yearly review, who vouched and by which files. */
export async function readYearWords(ctx: Context, year: number): Promise<YearWords> {
  const { rows } = await sql<WordsRow>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('commitmentId', n.commitment_id, 'period', n.period,
          'text', n.text, 'authorPost', ${postTitle('n.author_post')}) order by n.period, n.written_at), '[]')
        from plan_narratives n
        where n.replaced_at is null and left(n.period, 4) = ${String(year)}) as narratives,
      (select jsonb_build_object('summary', r.summary, 'actNumber', r.act_number, 'writtenAt', r.written_at)
        from plan_reviews r where r.year = ${year}) as review,
      (select coalesce(jsonb_agg(jsonb_build_object('commitmentId', v.commitment_id,
          'on', to_char(v.occurred_on, 'YYYY-MM-DD'), 'title', v.title, 'id', v.id,
          'post', ${postTitle('v.vouched_post')}, 'second', ${postTitle('v.confirmed_post')})), '[]')
        from plan_vouched_evidence v
        where v.confirmed_at is not null
          and v.occurred_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date) as vouched`.execute(ctx.db)
  const { narratives, review, vouched } = rows[0]!
  const proven = await withProof(ctx, vouched)
  const names = proven.map(({ commitmentId, on, title, post, second, files }): [string, VouchedBy] => [
    voucherName({ key: vouchedKey(commitmentId), on, title }),
    { post, second, files },
  ])
  return {
    narratives,
    review: review === null ? null : { ...review, writtenAt: new Date(review.writtenAt) },
    vouchers: new Map(names),
  }
}
