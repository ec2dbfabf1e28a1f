import { AttachmentList, type reading } from '#modules/files/index.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { FileField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { useReader } from '#ui/reader.ts'
import { meetingDeskPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { annexMessages } from './messages.ts'
import type { Annex } from './queries.ts'

export type ShownAnnex = Annex & { files: readonly reading.AttachedFile[] }

/** The files of an item, each with what it is; of a withdrawn one why. */
export function AnnexList({ annexes }: { annexes: readonly ShownAnnex[] }) {
  const { language } = useReader()
  const t = annexMessages[language]
  if (annexes.length === 0) return null
  return (
    <section class="stack-tight" id="lisad">
      <h2>{t.title}</h2>
      <ul class="plain-list ruled">
        {annexes.map((annex) => (
          <li key={annex.id} class="stack-tight">
            <AnnexLine annex={annex} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function AnnexLine({ annex }: { annex: ShownAnnex }) {
  const { language } = useReader()
  const t = annexMessages[language]
  const { title, files, lateBecause, withdrawnAt, withdrawnBecause } = annex
  return (
    <>
      <p lang="et">{title}</p>
      {withdrawnAt === null ? (
        <AttachmentList files={files} plain />
      ) : (
        <p class="small">{t.withdrawn(withdrawnBecause)}</p>
      )}
      {lateBecause === '' ? null : <p class="small">{t.late(lateBecause)}</p>}
    </>
  )
}

export type AnnexDeskProps = {
  meeting: Meeting
  itemId: string
  annexes: readonly ShownAnnex[]
  form: FormState | undefined
}

/** The same at the desk: to add one and to take one back. */
export function AnnexDesk({ meeting, itemId, annexes, form = emptyForm }: AnnexDeskProps) {
  const { language } = useReader()
  const t = annexMessages[language]
  const path = meetingDeskPaths.annexes(meeting.number, itemId)
  const kept = form.values['annexFileKept'] ?? ''
  return (
    <section class="stack" id="lisad">
      <h2>{t.title}</h2>
      {annexes.length === 0 ? <p class="quiet">{t.none}</p> : null}
      <ul class="plain-list ruled">
        {annexes.map((annex) => (
          <li key={annex.id} class="stack-tight">
            <AnnexLine annex={annex} />
            {annex.withdrawnAt === null ? (
              <Disclosure label={t.withdraw}>
                <Form action={meetingDeskPaths.withdrawAnnex(meeting.number, itemId, annex.id)}>
                  <TextField form={emptyForm} name="because" label={t.because} maxlength={500} />
                  <Button variant="danger">{t.withdraw}</Button>
                </Form>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
      <Form action={path} enctype="multipart/form-data">
        <TextField form={form} name="annexTitle" label={t.annexTitle} maxlength={300} />
        {kept === '' ? (
          <FileField form={form} name="annexFile" label={t.file} hint={t.fileHint} />
        ) : (
          <>
            <input type="hidden" name="annexFileKept" value={kept} />
            <input type="hidden" name="annexFileName" value={form.values['annexFileName'] ?? ''} />
            <FileField
              form={form}
              name="annexFile"
              label={t.otherFile}
              hint={t.fileIsHere(form.values['annexFileName'] ?? '')}
              optional
            />
          </>
        )}
        {meeting.invitedAt === null ? null : (
          <TextField form={form} name="annexLateBecause" label={t.lateBecause} maxlength={500} />
        )}
        <Button variant="secondary">{t.add}</Button>
      </Form>
    </section>
  )
}
