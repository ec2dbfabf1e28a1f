import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { useReader } from '#ui/reader.ts'
import { deskMessages } from '../../messages/desk.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { ReportParts } from '../report-body.tsx'

/** Taking a report, or what others wrote to it, out of public sight; each with a reason that stands in its place. */
export function Moderation({ form, report, updates }: Pick<ReportParts, 'report' | 'updates'> & { form: FormState }) {
  const { language } = useReader()
  const t = deskMessages[language]
  const { number } = report
  const foreign = updates.filter(
    ({ author, words, hiddenAt }) => author !== 'official' && words !== '' && hiddenAt === null,
  )
  return (
    <>
      {report.hiddenAt === null ? (
        <Disclosure label={t.hide} open={'reason' in form.values}>
          <Form action={reportDeskPaths.hide(number)}>
            <TextField form={form} name="reason" label={t.hideReason} maxlength={300} />
            <Button variant="danger">{t.hideButton}</Button>
          </Form>
        </Disclosure>
      ) : (
        <Form action={reportDeskPaths.show(number)}>
          <Button variant="secondary">{t.showAgain}</Button>
        </Form>
      )}
      {foreign.map(({ id, words }) => (
        <Disclosure
          key={id}
          label={`${t.hideWords}: „${words.slice(0, longestStart)}“`}
          open={`reason-${id}` in form.values}
        >
          <Form action={reportDeskPaths.hideWords(number, id)}>
            <TextField form={form} name={`reason-${id}`} label={t.hideReason} maxlength={300} />
            <Button variant="danger">{t.hideButton}</Button>
          </Form>
        </Disclosure>
      ))}
    </>
  )
}

const longestStart = 40
