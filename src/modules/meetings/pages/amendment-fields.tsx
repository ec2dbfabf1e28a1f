import { SelectField, TextArea } from '#ui/fields.tsx'
import type { FormState } from '#platform/forms.ts'
import { useReader } from '#ui/reader.ts'
import { changeKinds } from '../lead/input.ts'
import type { AmendmentState } from '../log/state.ts'
import { amendmentMessages, type AmendmentWords } from '../messages/amendments.ts'
import type { Paragraph } from '../rules/amendment-order.ts'

const opening = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`)

type Field = (name: string, initial?: string) => { form: FormState; name: string }

/** What is to be changed in the draft, and how: the same for a member and for the clerk. */
export function AmendmentFields({ paragraphs, field }: { paragraphs: readonly Paragraph[]; field: Field }) {
  const { language } = useReader()
  const t = amendmentMessages[language]
  return (
    <>
      <SelectField
        {...field('change', 'replace')}
        label={t.change}
        options={changeKinds.map((change) => ({ value: change, label: t.changes[change] }))}
      />
      <SelectField
        {...field('paragraph')}
        label={t.paragraph}
        hint={t.paragraphHint}
        options={[
          ...paragraphs.map(({ id, text }) => ({ value: id, label: `${id}. ${opening(text)}` })),
          { value: '0', label: t.atStart },
        ]}
      />
      <TextArea {...field('text')} label={t.newText} hint={t.newTextHint} rows={4} maxlength={20_000} optional />
    </>
  )
}

/** What an amendment does, in words. */
export function sayChange({ change }: Pick<AmendmentState, 'change'>, t: AmendmentWords): string {
  if (change.kind === 'insert') return t.what.insert(change.after ?? '0')
  return t.what[change.kind](change.paragraphId)
}
