import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { useReader } from '#ui/reader.ts'
import { fieldMessages } from '../../messages/field.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { AssignablePost } from '../../queries/inbox.ts'
import type { Report } from '../../queries/reports.ts'
import { isOpen } from '../../rules.ts'
import { postOptions } from '../options.ts'
import { CostField } from './cost-field.tsx'

type WorkGivenProps = { form: FormState; report: Report; contractors: readonly AssignablePost[] }

/** Giving the work to a contractor, and what the mending cost. */
export function WorkGiven({ form, report, contractors }: WorkGivenProps) {
  const { language } = useReader()
  const t = fieldMessages[language]
  const { number, contractorPost, workOrder, costCents } = report
  const given = { contractor: contractorPost ?? '', order: workOrder ?? '' }
  const sum = costCents === null ? '' : (costCents / 100).toFixed(2).replace('.', ',')
  return (
    <>
      {isOpen(report.state) ? (
        <Disclosure label={t.give} open={'contractor' in form.values}>
          {contractors.length === 0 ? (
            <p>{t.noContractors}</p>
          ) : (
            <Form action={reportDeskPaths.giveWork(number)}>
              <SelectField
                form={{ ...form, values: { ...given, ...form.values } }}
                name="contractor"
                label={t.contractor}
                hint={t.giveHint}
                emptyLabel={t.nobody}
                optional
                options={postOptions(contractors, language)}
              />
              <TextArea
                form={{ ...form, values: { ...given, ...form.values } }}
                name="order"
                label={t.order}
                rows={3}
                maxlength={2000}
                optional
              />
              <Button variant="secondary">{t.giveButton}</Button>
            </Form>
          )}
        </Disclosure>
      ) : null}
      <Disclosure label={t.setCost} open={'cost' in form.values}>
        <Form action={reportDeskPaths.cost(number)}>
          <CostField form={{ ...form, values: { cost: sum, ...form.values } }} />
          <Button variant="secondary">{t.costSave}</Button>
        </Form>
      </Disclosure>
    </>
  )
}
