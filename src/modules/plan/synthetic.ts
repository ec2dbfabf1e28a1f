import { todayOf, type Context } from '#platform/context.ts'
import {
  actingPerson,
  inBatches,
  pastEvent,
  syntheticMark,
  type PastEvent,
  type Random,
  type SyntheticLoad,
  type SyntheticSize,
} from '#platform/synthetic.ts'
import { registry } from '#modules/people/index.ts'
import { commitmentSubject, planSubject } from './events.ts'
import { statuses } from './fulfilment.ts'
import {
  copyAsWithdrawn,
  insertSyntheticEvidence,
  insertSyntheticNarratives,
  insertSyntheticQuestions,
  insertSyntheticStatusChanges,
  listCommitmentsInForce,
} from './queries/synthetic.ts'
import { nextVersionNumber } from './queries/versions.ts'

const day = 86_400_000
const evidencePerYear = 4
const versionsGivenUp = 3
const residentsPerQuestion = 90_000
const post = 'Ametnik (sünteetiline)'

type Commitment = { id: string; number: string }
type Inventing = { random: Random; persons: readonly string[]; commitment: Commitment; now: Date }
type Invented = { row: object; past: PastEvent[] }

/** Years of work on the plan: proof, explanations, questions, statuses, and drafts that were given up. */
export async function loadSyntheticPlan(ctx: Context, size: SyntheticSize): Promise<SyntheticLoad> {
  const { random, years } = size
  const persons = await registry.listSyntheticAccounts(ctx.db)
  const commitments = await listCommitmentsInForce(ctx.db, todayOf(ctx))
  if (commitments.length === 0 || persons.length < 2) return { counts: {} }
  const perYear = 1 + Math.floor(size.residents / residentsPerQuestion)
  const each = <T>(times: number, make: (given: Inventing, at: number) => T): T[] =>
    commitments.flatMap((commitment) =>
      Array.from({ length: times }, (_, at) => make({ random, persons, commitment, now: ctx.now }, at)),
    )
  const evidence = each(years * evidencePerYear, inventEvidence)
  const narratives = each(years, inventNarrative)
  const questions = each(years * perYear, (given, at) => inventQuestion(given, at, perYear))
  const changes = each(years, inventStatusChange)

  const rowsOf = (invented: readonly Invented[]) => invented.map(({ row }) => row)
  await inBatches(rowsOf(evidence), (rows) => insertSyntheticEvidence(ctx.db, rows))
  await inBatches(rowsOf(narratives), (rows) => insertSyntheticNarratives(ctx.db, rows))
  await inBatches(rowsOf(questions), (rows) => insertSyntheticQuestions(ctx.db, rows))
  await inBatches(rowsOf(changes), (rows) => insertSyntheticStatusChanges(ctx.db, rows))
  const versions = await inventVersions(ctx, random, commitments)
  return {
    counts: {
      'versions given up': versionsGivenUp,
      evidence: evidence.length,
      narratives: narratives.length,
      questions: questions.length,
      'status changes': changes.length,
    },
    past: [...evidence, ...narratives, ...questions, ...changes].flatMap(({ past }) => past).concat(versions),
  }
}

/** Some moment of the year that is `back` years ago, at least a month before now. */
function momentIn(random: Random, now: Date, back: number): Date {
  return new Date(now.getTime() - (back * 365 + 31 + random.below(330)) * day - random.below(600) * 60_000)
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

function twoOf(random: Random, persons: readonly string[]): [string, string] {
  const first = random.below(persons.length)
  return [persons[first]!, persons[(first + 1 + random.below(persons.length - 1)) % persons.length]!]
}

function inventEvidence({ random, persons, commitment, now }: Inventing, at: number): Invented {
  const vouched = momentIn(random, now, Math.floor(at / evidencePerYear))
  const [voucher, confirmer] = twoOf(random, persons)
  const on = dayOf(new Date(vouched.getTime() - day))
  const subject = commitmentSubject(commitment.id)
  const facts = { commitment: commitment.number, on }
  // One in ten still waits for a second pair of eyes.
  const confirmed = random.below(10) === 0 ? null : new Date(vouched.getTime() + (1 + random.below(14)) * day)
  const title = {
    et: `Tõend ${at + 1} ${syntheticMark.et}`,
    en: `Evidence ${at + 1} ${syntheticMark.en}`,
    ru: `Подтверждение ${at + 1} ${syntheticMark.ru}`,
  }
  const past = [pastEvent(vouched, 'plan.evidence-vouched', subject, facts, actingPerson(voucher, true))]
  if (confirmed !== null)
    past.push(pastEvent(confirmed, 'plan.evidence-confirmed', subject, facts, actingPerson(confirmer, true)))
  const row = { id: random.uuid(), commitment: commitment.id, title, on, voucher, post, vouched, confirmed }
  return { row: { ...row, confirmer: confirmed === null ? null : confirmer }, past }
}

function inventNarrative({ random, persons, commitment, now }: Inventing, back: number): Invented {
  const written = momentIn(random, now, back)
  // The year that is told of is the one before: no two words of the load are about the same one.
  const period = String(now.getUTCFullYear() - 1 - back)
  const author = random.pick(persons)
  const text = {
    et: `Aastal ${period} tehti tööd. ${syntheticMark.et}`,
    en: `Work was done in ${period}. ${syntheticMark.en}`,
    ru: `В ${period} году велась работа. ${syntheticMark.ru}`,
  }
  const facts = { commitment: commitment.number, period }
  const subject = commitmentSubject(commitment.id)
  return {
    row: { id: random.uuid(), commitment: commitment.id, period, text, author, post, written },
    past: [pastEvent(written, 'plan.narrative-written', subject, facts, actingPerson(author, true))],
  }
}

function inventQuestion({ random, persons, commitment, now }: Inventing, at: number, perYear: number): Invented {
  const sent = momentIn(random, now, Math.floor(at / perYear))
  const [author, answerer] = twoOf(random, persons)
  const facts = { commitment: commitment.number }
  const subject = commitmentSubject(commitment.id)
  const words = `Kuidas selle lubadusega läheb? Küsimus ${at + 1} ${syntheticMark.et}`
  const past = [pastEvent(sent, 'plan.question-asked', subject, facts, actingPerson(author))]
  const row = { id: random.uuid(), commitment: commitment.id, words, author, sent }
  if (random.below(20) === 0) return { row, past }
  const answered = new Date(sent.getTime() + (1 + random.below(20)) * day)
  past.push(pastEvent(answered, 'plan.question-answered', subject, facts, actingPerson(answerer, true)))
  const answer = {
    et: `Töö käib plaani järgi. ${syntheticMark.et}`,
    en: `Work goes as planned. ${syntheticMark.en}`,
    ru: `Работа идёт по плану. ${syntheticMark.ru}`,
  }
  return { row: { ...row, answer, answerer, post, answered }, past }
}

function inventStatusChange({ random, commitment, now }: Inventing, back: number): Invented {
  const since = momentIn(random, now, back)
  const status = random.pick(statuses)
  const facts = { commitment: commitment.number, status, vouched: false }
  return {
    row: { commitment: commitment.id, status, since },
    past: [pastEvent(since, 'plan.status-changed', commitmentSubject(commitment.id), facts)],
  }
}

async function inventVersions(
  ctx: Context,
  random: Random,
  commitments: readonly (Commitment & { version: string })[],
): Promise<PastEvent[]> {
  const past: PastEvent[] = []
  for (let at = 0; at < versionsGivenUp; at += 1) {
    const version = await nextVersionNumber(ctx.db)
    const made = new Date(ctx.now.getTime() - (versionsGivenUp - at) * 700 * day)
    const title = {
      et: `Tegevuskava kavand ${syntheticMark.et}`,
      en: `Draft action plan ${syntheticMark.en}`,
      ru: `Проект плана действий ${syntheticMark.ru}`,
    }
    await copyAsWithdrawn(ctx.db, commitments[0]!.version, { id: random.uuid(), number: version, title, at: made })
    const facts = { version, source: 'copy', commitments: commitments.length }
    past.push(pastEvent(made, 'plan.version-saved', planSubject(version), facts))
    const givenUp = new Date(made.getTime() + 60 * day)
    past.push(pastEvent(givenUp, 'plan.version-withdrawn', planSubject(version), { version }))
  }
  return past
}
