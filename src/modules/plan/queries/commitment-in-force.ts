import { sql } from 'kysely'
import { todayOf, type Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { withProof, type ProofFile } from '../proof-files.ts'
import { availableKeys, judge, measuredSpan, sourcesFor, type JudgedCommitment } from '../read-plan.ts'
import type { CommitmentRow, WordingInHistory } from './commitments.ts'
import { countEvidence, listEvidence, type EvidenceLine, type VouchedRow } from './evidence.ts'
import { postTitle, postTitleOrNull } from './post-title.ts'
import type { Contribution, Narrative, StatusChange } from './participation.ts'

export type Neighbour = { number: string; name: LocalText }

type Instants<T, K extends keyof T> = { [F in keyof T]: F extends K ? Exclude<T[F], Date> | string : T[F] }

/** Rows inside jsonb: instants come as ISO strings. */
type CommitmentInJson = CommitmentRow & {
  version: number
  chapterTitle: LocalText
  neighbours: (Neighbour & { offset: -1 | 1 })[]
  narratives: Instants<Narrative, 'writtenAt' | 'replacedAt'>[]
  questions: Instants<Contribution, 'sentAt' | 'answeredAt' | 'hiddenAt'>[]
  vouched: Instants<VouchedRow, 'vouchedAt' | 'confirmedAt' | 'declinedAt'>[]
  statusChanges: Instants<StatusChange, 'since'>[]
  wordings: WordingInHistory[]
}

/** One commitment of the plan in force with all that hangs on it, in one statement. */
async function findWhole(db: Db, today: LocalDate, number: string): Promise<CommitmentInJson | undefined> {
  const { rows } = await sql<CommitmentInJson>`
    with v as (
      select id, number from plan_versions where state = 'adopted' and in_force_from <= ${today}
      order by in_force_from desc, number desc limit 1)
    select w.commitment_id as id, w.chapter, w.number, w.name, w.text, w.fulfilment,
      w.deadline_as_written as "deadlineAsWritten", w.schedule, v.number as version, c.title as "chapterTitle",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'asWritten', p.as_written, 'postId', p.post_id,
          'bodyId', p.body_id, 'title', coalesce(post.title, body.name),
          'bodySlug', coalesce(body.slug, home.slug)) order by p.position)
        from plan_parties p
        left join people_posts post on post.id = p.post_id
        left join people_bodies home on home.id = post.body_id
        left join people_bodies body on body.id = p.body_id
        where p.version_id = w.version_id and p.commitment_id = w.commitment_id), '[]') as parties,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', b.id, 'keys', b.keys, 'duty', b.duty,
          'measuredFrom', greatest(b.measured_from, (select min(coalesce(s.measurable_from, b.measured_from))
            from plan_evidence_sources s where s.key = any(b.keys)))) order by b.position)
        from plan_bindings b where b.commitment_id = w.commitment_id and b.ended_at is null), '[]') as bindings,
      (select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'name', n.name,
          'offset', n.position - w.position)), '[]')
        from plan_wordings n where n.version_id = v.id and abs(n.position - w.position) = 1) as neighbours,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
        select id, period, text, ${postTitle('author_post')} as "authorPost", written_at as "writtenAt", replaced_at as "replacedAt"
        from plan_narratives where commitment_id = w.commitment_id
        order by period desc, written_at desc limit 200) x) as narratives,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
        select id, commitment_id as "commitmentId", version_id as "versionId", words, shown_as as "shownAs",
          sent_at as "sentAt", answer, ${postTitleOrNull('answered_post')} as "answeredPost", answered_at as "answeredAt",
          hidden_at as "hiddenAt", hidden_reason as "hiddenReason"
        from plan_contributions where commitment_id = w.commitment_id and version_id is null
        order by sent_at desc limit 50) x) as questions,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
        select id, commitment_id as "commitmentId", title, occurred_on as "occurredOn", url, vouched_by as "vouchedBy",
          ${postTitle('vouched_post')} as "vouchedPost", vouched_at as "vouchedAt",
          ${postTitleOrNull('confirmed_post')} as "confirmedPost",
          confirmed_at as "confirmedAt", declined_at as "declinedAt", decline_reason as "declineReason"
        from plan_vouched_evidence where commitment_id = w.commitment_id
        order by occurred_on desc, vouched_at desc limit 100) x) as vouched,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
        select commitment_id as "commitmentId", status, vouched, since from plan_status_changes
        where commitment_id = w.commitment_id order by id desc limit 50) x) as "statusChanges",
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
        select h.number as version, h.in_force_from as "inForceFrom", o.number, o.text,
          o.deadline_as_written as "deadlineAsWritten"
        from plan_wordings o join plan_versions h on h.id = o.version_id
        where o.commitment_id = w.commitment_id and h.state = 'adopted'
        order by h.number desc limit 50) x) as wordings
    from v join plan_wordings w on w.version_id = v.id and w.number = ${number}
    join plan_chapters c on c.version_id = v.id and c.number = w.chapter`.execute(db)
  return rows[0]
}

const instant = (value: string): Date => new Date(value)
const maybeInstant = (value: string | null): Date | null => (value === null ? null : new Date(value))

export type WholeCommitment = JudgedCommitment & {
  version: number
  chapterTitle: LocalText
  previous: Neighbour | null
  next: Neighbour | null
  narratives: Narrative[]
  questions: Contribution[]
  vouched: (VouchedRow & { files: ProofFile[] })[]
  statusChanges: StatusChange[]
  wordings: WordingInHistory[]
  /** Measured and confirmed, newest first. */
  evidence: EvidenceLine[]
  today: LocalDate
}

/** A commitment of the plan in force with its evidence and its story, in four statements. */
export async function readCommitment(ctx: Context, number: string): Promise<WholeCommitment | undefined> {
  const today = todayOf(ctx)
  const found = await findWhole(ctx.db, today, number)
  if (found === undefined) return undefined
  const sources = sourcesFor([found])
  const span = measuredSpan([found], today)
  const counts = await countEvidence(ctx.db, sources, span)
  const evidence = await listEvidence(ctx.db, sources, found.id, span)
  const { neighbours, ...commitment } = found
  const vouched = found.vouched.map((one) => ({
    ...one,
    vouchedAt: instant(one.vouchedAt),
    confirmedAt: maybeInstant(one.confirmedAt),
    declinedAt: maybeInstant(one.declinedAt),
  }))
  return {
    ...commitment,
    ...judge(found, counts, availableKeys(), today),
    previous: neighbours.find(({ offset }) => offset === -1) ?? null,
    next: neighbours.find(({ offset }) => offset === 1) ?? null,
    narratives: found.narratives.map((one) => ({
      ...one,
      writtenAt: instant(one.writtenAt),
      replacedAt: maybeInstant(one.replacedAt),
    })),
    questions: found.questions.map((one) => ({
      ...one,
      sentAt: instant(one.sentAt),
      answeredAt: maybeInstant(one.answeredAt),
      hiddenAt: maybeInstant(one.hiddenAt),
    })),
    vouched: await withProof(ctx, vouched),
    statusChanges: found.statusChanges.map((one) => ({ ...one, since: instant(one.since) })),
    evidence,
    today,
  }
}
