import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Moment } from '#ui/moment.tsx'
import { publicMessages } from '../messages/public.ts'
import { DeskPage, wayToReport } from '../pages/work/desk-page.tsx'
import { partnerMessages } from './messages.ts'
import { partnerPaths } from './paths.ts'
import type { Handover, PartnerName } from './queries.ts'

export type HandOverPageProps = {
  frame: PageFrame
  number: number
  /** Who may still get it. */
  partners: readonly PartnerName[]
  handovers: readonly Handover[]
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
}

/** Who has got the report, what became of it there, and to whom it may still go. */
export function HandOverPage(props: HandOverPageProps) {
  const { frame, number, partners, handovers, form, refusal, idempotencyKey } = props
  const { language } = frame
  const t = partnerMessages[language]
  return (
    <DeskPage
      {...{ frame, form, refusal }}
      title={`${t.handOverTitle}: ${publicMessages[language].number(number)}`}
      heading={t.handOverTitle}
      lead={t.handOverHint}
      way={wayToReport(language, number)}
    >
      {handovers.length === 0 ? null : (
        <ul class="plain-list ruled">
          {handovers.map((one) => (
            <li key={one.id}>
              <p>
                <strong>{one.partnerName}</strong>: {t.handoverStates[one.state].toLowerCase()}
                {one.theirId === null ? null : `, ${t.theirNumber(one.theirId)}`}
              </p>
              <p class="quiet small">
                <Moment at={one.handedAt} />
                {one.fault === null ? null : ` · ${t.fault(one.fault)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {partners.length === 0 ? (
        <p>{t.nobodyReceives}</p>
      ) : (
        <Form action={partnerPaths.handOver(number)} idempotencyKey={idempotencyKey}>
          <SelectField
            form={form}
            name="partner"
            label={t.partner}
            emptyLabel={t.choose}
            options={partners.map(({ id, name: label }) => ({ value: id, label }))}
          />
          <Button>{t.handOver}</Button>
        </Form>
      )}
    </DeskPage>
  )
}
