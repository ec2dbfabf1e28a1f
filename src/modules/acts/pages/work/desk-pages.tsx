import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { registry } from '#modules/people/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { deskMessages } from '../../messages/desk.ts'
import { nameMessages } from '../../messages/names.ts'
import { actDeskPaths } from '../../paths.ts'
import { actKinds } from '../../rules.ts'
import { nameOfAct, type SeenAct } from '../../seen-act.ts'
import { ActStateTag, actTitle } from '../act-parts.tsx'
import { DeskFrame } from './desk-frame.tsx'

type ListProps = { frame: PageFrame; unfinished: readonly SeenAct[]; newest: readonly SeenAct[] }

/** What still wants something, and the newest acts. */
export function ActsDeskPage({ frame, unfinished, newest }: ListProps) {
  const t = deskMessages[frame.language]
  return (
    <DeskFrame frame={frame} title={t.title} lead={t.lead}>
      <p>
        <ButtonLink href={actDeskPaths.enter}>{t.enter}</ButtonLink>
      </p>
      <ActTable acts={unfinished} caption={t.unfinished} empty={t.unfinishedNone} />
      <ActTable acts={newest} caption={t.newest} empty={t.none} />
    </DeskFrame>
  )
}

/** What an act lacks that its keepers are to add. */
function lacksOf({ signedAt, kind, gazetteOn, adoptedAt }: SeenAct, language: 'et' | 'en' | 'ru'): string {
  const t = deskMessages[language]
  const lacks = [
    ...(signedAt === null && adoptedAt !== null ? [t.lackSignature] : []),
    ...(kind === 'regulation' && gazetteOn === null ? [t.lackGazette] : []),
  ]
  return lacks.join(', ')
}

function ActTable({ acts, caption, empty }: { acts: readonly SeenAct[]; caption: string; empty: string }) {
  const { language } = useReader()
  const t = deskMessages[language]
  return (
    <DataTable
      caption={caption}
      rows={acts}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'act',
          label: t.act,
          rowHeader: true,
          cell: (act) => (
            <>
              <Link href={actDeskPaths.act(act.slug)}>{nameOfAct(act, language)}</Link>
              <br />
              <span class="quiet small" lang="et">
                {actTitle(act, language)}
              </span>
            </>
          ),
        },
        { key: 'on', label: t.on, cell: (act) => <Day day={act.adoptedOn} /> },
        { key: 'state', label: t.state, cell: (act) => <ActStateTag act={act} /> },
        { key: 'lacks', label: t.lacks, cell: (act) => lacksOf(act, language) },
      ]}
    />
  )
}

export type EnterPageProps = {
  frame: PageFrame
  bodies: readonly registry.BodyChoice[]
  form: FormState
  refusal: string | undefined
  /** Set when the number would leave others out. */
  hole: string | null
  idempotencyKey: string
}

export function EnterActPage({ frame, bodies, form, refusal, hole, idempotencyKey }: EnterPageProps) {
  const { language } = frame
  const [t, names] = [deskMessages[language], nameMessages[language]]
  return (
    <DeskFrame {...{ frame, form, refusal }} title={t.enter}>
      <Form action={actDeskPaths.enter} idempotencyKey={idempotencyKey} warnUnsaved>
        <SelectField
          form={form}
          name="body"
          label={t.body}
          options={bodies.map(({ id, name }) => ({ value: id, label: readText(name, language).text }))}
        />
        <SelectField
          form={form}
          name="kind"
          label={t.kind}
          options={actKinds.map((kind) => ({ value: kind, label: names.kindTitles[kind] }))}
        />
        <DateField form={form} name="adoptedOn" label={t.adoptedOn} />
        <TextField
          form={form}
          name="number"
          label={t.number}
          hint={t.numberHint}
          inputmode="numeric"
          maxlength={5}
          short
        />
        {hole === null ? null : <CheckboxField form={form} name="mayLeaveHole" label={`${t.mayLeaveHole}: ${hole}`} />}
        <TextField form={form} name="title" label={t.actTitle} maxlength={500} />
        <TextArea form={form} name="text" label={t.text} rows={14} />
        <DateField form={form} name="statedOn" label={t.statedOn} hint={t.statedOnHint} optional />
        <DateField form={form} name="gazetteOn" label={t.gazetteOn} optional />
        <TextField
          form={form}
          name="gazetteReference"
          label={t.gazetteReference}
          hint={t.gazetteReferenceHint}
          maxlength={100}
          optional
        />
        <Button>{t.save}</Button>
      </Form>
    </DeskFrame>
  )
}
