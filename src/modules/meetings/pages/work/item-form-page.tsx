import { emptyForm, type FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { AnnexDesk, type ShownAnnex } from '../../annexes/annex-list.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { nameMessages } from '../../messages/names.ts'
import type { Station, Target } from '../../passing/queries.ts'
import { PassOn, WayOfMatter } from '../../passing/way-of-matter.tsx'
import { meetingDeskPaths as paths } from '../../paths.ts'
import type { Item } from '../../queries/items.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { itemKinds, itemVisibilities } from '../../rules.ts'
import type { Placed } from '../../rules/agenda-tree.ts'
import { DeskFrame } from './desk-frame.tsx'

export type ItemFormPageProps = {
  frame: PageFrame
  meeting: Meeting
  /** Null for a new one. */
  item: Item | null
  /** Items that it may stand below. */
  parents: readonly Placed<Item>[]
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
  annexes: readonly ShownAnnex[]
  annexForm: FormState | undefined
  passForm: FormState | undefined
  /** Where the matter has been, and where it may still go. */
  stations: readonly Station[]
  targets: readonly Target[]
}

export function ItemFormPage(props: ItemFormPageProps) {
  const {
    frame,
    meeting,
    item,
    parents,
    form,
    refusal,
    idempotencyKey,
    annexes,
    annexForm,
    passForm,
    stations,
    targets,
  } = props
  const { language } = frame
  const [t, words] = [deskMessages[language], nameMessages[language]]
  const { number } = meeting
  const isKnown = item !== null && item.visibility !== 'internal' && meeting.announcedAt !== null
  return (
    <DeskFrame
      {...{ frame, refusal }}
      form={annexForm ?? passForm ?? form}
      title={item === null ? t.addItem : t.editItem}
      below={meeting}
    >
      <Form
        action={item === null ? paths.newItem(number) : paths.item(number, item.id)}
        idempotencyKey={idempotencyKey}
        warnUnsaved
      >
        <TextField form={form} name="title" label={t.itemTitle} maxlength={500} />
        {parents.length === 0 ? null : (
          <SelectField
            form={form}
            name="parentId"
            label={t.below}
            optional
            emptyLabel={t.belowNone}
            options={parents.map((one) => ({ value: one.item.id, label: `${one.number}. ${one.item.title}` }))}
          />
        )}
        <SelectField
          form={form}
          name="kind"
          label={t.itemKind}
          options={itemKinds.map((kind) => ({ value: kind, label: words.items[kind] }))}
        />
        <TextField form={form} name="rapporteur" label={t.rapporteur} maxlength={200} optional />
        <TextField
          form={form}
          name="plannedMinutes"
          label={t.plannedMinutes}
          inputmode="numeric"
          maxlength={3}
          short
          optional
        />
        <RadioGroup
          form={form}
          name="visibility"
          label={t.visibility}
          options={itemVisibilities
            // What everybody has seen is not made unseen.
            .filter((one) => one !== 'internal' || !isKnown)
            .map((one) => ({ value: one, label: t.visibilities[one] }))}
        />
        <TextField
          form={form}
          name="closedBasis"
          label={t.closedBasis}
          hint={t.closedBasisHint}
          maxlength={300}
          optional
        />
        <TextArea form={form} name="memo" label={t.memo} rows={6} maxlength={20_000} optional />
        <TextArea form={form} name="draft" label={t.draft} hint={t.draftHint} rows={14} maxlength={200_000} optional />
        {item === null && meeting.invitedAt !== null ? (
          <TextField form={form} name="lateBecause" label={t.lateBecause} maxlength={500} />
        ) : null}
        {item !== null && meeting.invitedAt !== null ? (
          <TextField
            form={form}
            name="lateBecause"
            label={t.changeBecause}
            hint={t.changeBecauseHint}
            maxlength={500}
            optional
          />
        ) : null}
        <Button>{t.save}</Button>
      </Form>
      {item === null ? null : (
        <>
          <WayOfMatter stations={stations} itemId={item.id} />
          <PassOn number={number} itemId={item.id} targets={targets} form={passForm ?? emptyForm} />
        </>
      )}
      {item === null ? null : <AnnexDesk {...{ meeting, annexes }} itemId={item.id} form={annexForm} />}
      {item === null || meeting.announcedAt !== null ? null : (
        <Disclosure label={t.removeItem}>
          <p>{t.removeHint}</p>
          <Form action={paths.removeItem(number, item.id)}>
            <Button variant="danger">{t.removeItem}</Button>
          </Form>
        </Disclosure>
      )}
    </DeskFrame>
  )
}
