import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { nameOfSettlement, type Settlement } from '#modules/places/index.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { LocalTextField } from '#ui/local-text-field.tsx'
import { Moment } from '#ui/moment.tsx'
import { settlementOptions } from '../../pages/options.ts'
import { DeskPage } from '../../pages/work/desk-page.tsx'
import { announcementMessages } from './messages.ts'
import { announcementPaths } from './paths.ts'
import type { ListedAnnouncement } from './queries.ts'

export type AnnouncementsPageProps = {
  frame: PageFrame
  announcements: readonly (ListedAnnouncement & { state: 'coming' | 'shown' | 'ended' })[]
  settlements: readonly Settlement[]
  form: FormState
  idempotencyKey: string
}

export function AnnouncementsPage(props: AnnouncementsPageProps) {
  const { frame, announcements, settlements, form, idempotencyKey } = props
  const { language } = frame
  const t = announcementMessages[language]
  return (
    <DeskPage {...{ frame, form }} title={t.title} lead={t.lead} section={announcementPaths.list}>
      <Form action={announcementPaths.list} idempotencyKey={idempotencyKey} warnUnsaved>
        <LocalTextField form={form} name="text" label={t.text} hint={t.textHint} multiline rows={3} />
        <SelectField
          form={form}
          name="settlement"
          label={t.where}
          optional
          emptyLabel={t.everywhere}
          options={settlementOptions(settlements, language)}
        />
        <TextField form={form} name="from" type="datetime-local" label={t.from} short />
        <TextField form={form} name="until" type="datetime-local" label={t.until} hint={t.untilHint} short />
        <Button>{t.publish}</Button>
      </Form>
      <DataTable
        caption={t.past}
        rows={announcements}
        rowKey={({ id }) => id}
        empty={t.none}
        columns={[
          { key: 'text', label: t.text, rowHeader: true, cell: ({ text }) => readText(text, language).text },
          {
            key: 'where',
            label: t.where,
            cell: ({ settlement }) => (settlement === null ? t.everywhere : nameOfSettlement(settlement, language)),
          },
          { key: 'from', label: t.from, cell: ({ from }) => <Moment at={from} /> },
          { key: 'until', label: t.until, cell: ({ until }) => <Moment at={until} /> },
          { key: 'by', label: t.by, cell: ({ by }) => by },
          {
            key: 'state',
            label: t.state,
            cell: ({ id, state }) => (
              <>
                {t.states[state]}
                {state === 'ended' ? null : (
                  <Form action={announcementPaths.end(id)}>
                    <Button variant="secondary" small>
                      {t.end}
                    </Button>
                  </Form>
                )}
              </>
            ),
          },
        ]}
      />
    </DeskPage>
  )
}
