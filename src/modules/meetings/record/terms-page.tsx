import { formatDay } from '#platform/format.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { registry } from '#modules/people/index.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DeskFrame } from '../pages/work/desk-frame.tsx'
import { recordMessages } from './messages.ts'
import { recordPaths } from './paths.ts'
import type { TermOfBody } from './terms.ts'

export type TermsAttempt = { form: FormState; refusal?: string }
export type TermsPageProps = {
  frame: PageFrame
  bodies: readonly registry.BodyChoice[]
  terms: readonly TermOfBody[]
  attempt?: TermsAttempt | undefined
}

/** Compositions of bodies, and the form for one more. */
export function TermsPage({ frame, bodies, terms, attempt }: TermsPageProps) {
  const { language } = frame
  const t = recordMessages[language]
  const form = attempt?.form ?? emptyForm
  const nameOf = (id: string) => {
    const body = bodies.find((one) => one.id === id)
    return body === undefined ? '' : readText(body.name, language).text
  }
  return (
    <DeskFrame frame={frame} title={t.termsTitle} lead={t.termsLead} form={form} refusal={attempt?.refusal}>
      <DataTable
        caption={t.termsTitle}
        hideCaption
        rows={terms}
        rowKey={({ bodyId, number }) => `${bodyId}${number}`}
        empty={t.noTerms}
        columns={[
          { key: 'body', label: t.body, rowHeader: true, cell: ({ bodyId }) => nameOf(bodyId) },
          { key: 'number', label: t.termNumber, numeric: true, cell: ({ number }) => String(number) },
          { key: 'from', label: t.from, cell: ({ from }) => formatDay(from, language) },
          { key: 'until', label: t.until, cell: ({ until }) => (until === null ? '–' : formatDay(until, language)) },
        ]}
      />
      <Form action={recordPaths.terms}>
        <SelectField
          form={form}
          name="body"
          label={t.body}
          options={bodies.map(({ id, name }) => ({ value: id, label: readText(name, language).text }))}
        />
        <TextField form={form} name="number" label={t.termNumber} hint={t.termNumberHelp} inputmode="numeric" short />
        <DateField form={form} name="from" label={t.from} />
        <DateField form={form} name="until" label={t.until} hint={t.untilHelp} optional />
        <Button>{t.save}</Button>
      </Form>
    </DeskFrame>
  )
}
