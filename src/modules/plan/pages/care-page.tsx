import { reading } from '#modules/files/index.ts'
import type { LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { ButtonLink, SubmitButton } from '#ui/button.tsx'
import { DateField, FileField, SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { addMonths, monthOf } from '../calendar.ts'
import { sentence } from '../messages/calendar-words.ts'
import { sayPeriod } from '../messages/calendar-period.ts'
import { evidenceName } from '../messages/evidence-names.ts'
import { careMessages } from '../messages/page-care.ts'
import { deskMessages } from '../messages/page-desk.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { sayDuty } from '../messages/schedule.ts'
import { deskPaths, planPaths } from '../paths.ts'
import type { WholeCommitment } from '../queries/commitment-in-force.ts'
import type { WaitingContribution } from '../queries/desk.ts'
import { Standing } from './commitment-parts.tsx'
import { DeskFrame, type Attempt } from './desk-frame.tsx'
import { ToAnswer } from './desk-page.tsx'
import type { EvidenceSources } from './what-pages-take.ts'
import { Narratives } from './narratives.tsx'
import { WaitingEvidence } from './waiting-evidence.tsx'

export type CarePageProps = {
  frame: PageFrame
  commitment: WholeCommitment
  contributions: readonly WaitingContribution[]
  sources: EvidenceSources
  rights: { mayUpdate: boolean; coordinates: boolean; personId: string | null }
  attempt: Attempt
  idempotencyKey: string
}

/** Where those who answer for a promise show what was done and say it in their own words. */
export function CarePage({
  frame,
  commitment,
  contributions,
  sources,
  rights,
  attempt,
  idempotencyKey,
}: CarePageProps) {
  const { language } = frame
  const t = deskMessages[language]
  const w = careMessages[language]
  const waiting = commitment.vouched.filter(
    ({ confirmedAt, declinedAt }) => confirmedAt === null && declinedAt === null,
  )
  const { number, name } = commitment
  return (
    <DeskFrame frame={frame} title={`${number} ${readText(name, language).text}`} above={[]} attempt={attempt}>
      <p class="row">
        <Standing judged={commitment.judged} />
        <Link href={planPaths.commitment(number)}>{w.seePublic}</Link>
      </p>
      {rights.mayUpdate ? null : <Notice>{w.notYours}</Notice>}
      {contributions.length === 0 ? null : (
        <section class="stack" id="vastamine">
          <h2>{t.toAnswer}</h2>
          <ToAnswer contributions={contributions} />
        </section>
      )}
      {waiting.length === 0 ? null : (
        <section class="stack" id="ootavad">
          <h2>{commitmentPageMessages[language].waiting}</h2>
          <WaitingEvidence evidence={waiting.map((one) => ({ ...one, number, name }))} personId={rights.personId} />
        </section>
      )}
      {rights.mayUpdate ? (
        <>
          <VouchForm {...{ number, attempt, idempotencyKey }} today={commitment.today} />
          <NarrativeForm {...{ number, attempt }} today={commitment.today} />
        </>
      ) : null}
      <Narratives
        narratives={commitment.narratives}
        {...(rights.mayUpdate ? { editPath: (period: string) => deskPaths.narrative(number, period) } : {})}
      />
      <Declined commitment={commitment} />
      <Rules commitment={commitment} sources={sources} mayChange={rights.coordinates} />
    </DeskFrame>
  )
}

type VouchFormProps = { number: string; attempt: Attempt; idempotencyKey: string; today: LocalDate }

function VouchForm({ number, attempt, idempotencyKey, today }: VouchFormProps) {
  const { language } = useReader()
  const t = careMessages[language]
  const { form } = attempt
  const lastChosen = form.values.proofName
  return (
    <section class="stack" id="toend">
      <h2>{t.vouch}</h2>
      <p class="quiet">{t.vouchHint}</p>
      <Form
        action={deskPaths.evidence(number)}
        idempotencyKey={idempotencyKey}
        enctype="multipart/form-data"
        warnUnsaved
      >
        <LocalTextField form={form} name="title" label={t.title} hint={t.titleHint} />
        <DateField form={form} name="occurredOn" label={t.occurredOn} max={today} />
        <TextField form={form} name="url" label={t.url} type="url" inputmode="url" optional />
        <FileField
          form={form}
          name="proof"
          label={t.proof}
          hint={
            lastChosen === undefined ? t.proofHint : `${t.proofHint} ${deskMessages[language].lastChosen(lastChosen)}`
          }
          accept={reading.uploadLimits.accept}
          optional
        />
        <TextField
          form={form}
          name="proofDescription"
          label={t.proofDescription}
          hint={t.proofDescriptionHint}
          maxlength={500}
          optional
        />
        <SubmitButton>{t.saveEvidence}</SubmitButton>
      </Form>
    </section>
  )
}

function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

/** Months, quarters and years that a narrative may be about, newest first. */
function recentPeriods(today: LocalDate): { months: string[]; quarters: string[]; years: string[] } {
  const months = Array.from({ length: 12 }, (_, back) => addMonths(monthOf(today), -back))
  const year = Number(today.slice(0, 4))
  return {
    months,
    quarters: [...new Set(months.map(quarterOf))],
    years: [0, 1, 2, 3].map((back) => String(year - back)),
  }
}

function NarrativeForm({ number, attempt, today }: { number: string; attempt: Attempt; today: LocalDate }) {
  const { language } = useReader()
  const t = careMessages[language]
  const { form } = attempt
  const { months, quarters, years } = recentPeriods(today)
  const options = (periods: readonly string[]) => periods.map((value) => ({ value, label: sayPeriod(value, language) }))
  return (
    <section class="stack" id="selgitus">
      <h2>{t.narrative}</h2>
      <p class="quiet">{t.narrativeHint}</p>
      <Form action={deskPaths.narratives(number)} warnUnsaved>
        <SelectField
          form={form}
          name="period"
          label={t.period}
          options={[
            { group: t.years, options: options(years) },
            { group: t.quarters, options: options(quarters) },
            { group: t.months, options: options(months) },
          ]}
        />
        <LocalTextField form={form} name="text" label={t.text} multiline rows={6} />
        <SubmitButton>{t.saveNarrative}</SubmitButton>
      </Form>
    </section>
  )
}

function Declined({ commitment }: { commitment: WholeCommitment }) {
  const { language } = useReader()
  const t = careMessages[language]
  const declined = commitment.vouched.filter(({ declinedAt }) => declinedAt !== null)
  if (declined.length === 0) return null
  return (
    <section class="stack" id="tagasi-lukatud">
      <h2>{t.declined}</h2>
      <ul>
        {declined.map(({ id, title, declineReason }) => (
          <li key={id}>
            {readText(title, language).text}: <span class="quiet">{declineReason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type RulesProps = { commitment: WholeCommitment; sources: EvidenceSources; mayChange: boolean }

function Rules({ commitment, sources, mayChange }: RulesProps) {
  const { language } = useReader()
  const t = careMessages[language]
  return (
    <section class="stack" id="reeglid">
      <h2>{t.rules}</h2>
      <ul class="plain-list ruled">
        {commitment.bindings.map(({ id, duty, keys }) => (
          <li key={id} class="stack-tight">
            <p>{sentence(sayDuty(duty, language))}</p>
            <p class="quiet small">{keys.map((key) => evidenceName(key, sources, language)).join(', ')}</p>
            {mayChange ? (
              <p>
                <ButtonLink small variant="secondary" href={deskPaths.duty(commitment.number, id)}>
                  {t.changeRule}
                </ButtonLink>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
