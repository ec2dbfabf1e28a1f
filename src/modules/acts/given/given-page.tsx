import { sayRole } from '#platform/event-words.ts'
import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField, SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { DeskFrame } from '../pages/work/desk-frame.tsx'
import { actDeskPaths as paths, actPaths } from '../paths.ts'
import { nameOfAct, type SeenAct } from '../seen-act.ts'
import { givenMessages } from './messages.ts'
import { outsideWays, type Given } from './queries.ts'

export type GivenPageProps = {
  frame: PageFrame
  act: SeenAct
  /** Null for those who add entries and do not read them. */
  given: readonly Given[] | null
  /** False for the head of the office, who reads alone. */
  mayAdd: boolean
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
}

/** Who was given what of a restricted act, and the form for what left the office. */
export function GivenPage({ frame, act, given, mayAdd, form, refusal, idempotencyKey }: GivenPageProps) {
  const { language } = frame
  const t = givenMessages[language]
  const back = mayAdd ? paths.act(act.slug) : actPaths.act(act.slug)
  return (
    <DeskFrame
      {...{ frame, form, refusal }}
      title={t.title}
      lead={t.lead}
      isKeeper={mayAdd}
      way={[{ label: nameOfAct(act, language), path: back }]}
    >
      {given === null ? <p>{t.onlySome}</p> : <GivenTable given={given} />}
      {mayAdd ? (
        <section class="stack-tight">
          <h2>{t.add}</h2>
          <Form action={paths.given(act.slug)} idempotencyKey={idempotencyKey}>
            <TextField form={form} name="recipient" label={t.recipient} hint={t.recipientHint} maxlength={300} />
            <TextField form={form} name="purpose" label={t.purpose} maxlength={500} />
            <TextField form={form} name="legalBasis" label={t.legalBasis} hint={t.legalBasisHint} maxlength={300} />
            <SelectField
              form={form}
              name="way"
              label={t.way}
              options={outsideWays.map((way) => ({ value: way, label: t.ways[way] }))}
            />
            <DateField form={form} name="givenOn" label={t.givenOn} />
            <Button>{t.save}</Button>
          </Form>
        </section>
      ) : null}
    </DeskFrame>
  )
}

function GivenTable({ given }: { given: readonly Given[] }) {
  const { language } = useReader()
  const t = givenMessages[language]
  const whyOf = ({ purpose, basis, role }: Given) =>
    purpose === '' ? t.readHere(role === '' ? '' : sayRole(role, language)) : `${purpose}, ${basis}`
  return (
    <DataTable
      caption={t.list}
      rows={given}
      rowKey={({ id }) => id}
      empty={t.none}
      columns={[
        { key: 'on', label: t.on, cell: ({ on }) => <Day day={on} /> },
        { key: 'who', label: t.who, rowHeader: true, cell: ({ who }) => who },
        { key: 'why', label: t.why, cell: whyOf },
        { key: 'way', label: t.way, cell: ({ way }) => t.ways[way] },
        { key: 'by', label: t.enteredBy, cell: ({ enteredBy }) => enteredBy ?? '–' },
      ]}
    />
  )
}
