import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { FileField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink } from '#ui/link.tsx'
import { DeskFrame } from '../../pages/work/desk-frame.tsx'
import { meetingDeskPaths, meetingPaths } from '../../paths.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { signingMessages } from './messages.ts'
import type { SignedMinutes } from './queries.ts'
import { Signatures } from './signatures.tsx'

export type SigningPageProps = {
  frame: PageFrame
  meeting: Meeting
  signed: readonly SignedMinutes[]
  form: FormState
  refusal: string | undefined
}

/** What is signed and what has come back signed. */
export function SigningPage({ frame, meeting, signed, form, refusal }: SigningPageProps) {
  const t = signingMessages[frame.language]
  const { number } = meeting
  return (
    <DeskFrame {...{ frame, form, refusal }} title={t.title} lead={t.lead} below={meeting}>
      <ul>
        <li>
          <DownloadLink href={meetingPaths.container(number)} label={t.download} />
        </li>
        <li>
          <DownloadLink href={`${meetingPaths.container(number)}?versioon=taielik`} label={t.downloadFull} />
        </li>
        <li>
          <DownloadLink href={meetingPaths.archive(number)} label={t.archive} />
        </li>
      </ul>
      <Form action={meetingDeskPaths.signedMinutes(number)} enctype="multipart/form-data">
        <RadioGroup
          form={form}
          name="scope"
          label={t.scope}
          options={[
            { value: 'public', label: t.scopes.public },
            { value: 'full', label: t.scopes.full },
          ]}
        />
        <FileField form={form} name="container" label={t.container} hint={t.containerHint} accept=".asice,.sce" />
        <Button>{t.attach}</Button>
      </Form>
      {signed.length === 0 ? null : <Signatures signed={signed} />}
    </DeskFrame>
  )
}
