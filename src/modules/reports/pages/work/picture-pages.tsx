import '../../desk-elements.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { pictureMessages } from '../../messages/pictures.ts'
import { reportDeskPaths } from '../../paths.ts'
import { boxFields } from '../../pictures/boxes.ts'
import { DeskPage, wayToReport } from './desk-page.tsx'

export type Picture = { id: string; src: string; width: number | null; height: number | null; words: string }

type CoverPageProps = {
  frame: PageFrame
  number: number
  picture: Picture
  form?: FormState | undefined
  refusal?: string | undefined
}

export function CoverPage({ frame, number, picture, form = emptyForm, refusal }: CoverPageProps) {
  const { language } = frame
  const t = pictureMessages[language]
  return (
    <DeskPage {...{ frame, form, refusal }} title={t.title} lead={t.lead} way={wayToReport(language, number)}>
      <p>{t.draw}</p>
      <Form action={reportDeskPaths.picture(number, picture.id)}>
        <picture-boxes>
          <Whole picture={picture} />
        </picture-boxes>
        {boxFields.map((name, at) => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={t.box(at + 1)}
            {...(at === 0 ? { hint: t.boxHint } : {})}
            maxlength={60}
            optional
            short
          />
        ))}
        <Button>{t.button}</Button>
      </Form>
      <script type="module" src={frame.assets.url('src/modules/reports/desk-browser/picture-boxes.ts')} />
    </DeskPage>
  )
}

export function OriginalPage({ frame, number, picture }: { frame: PageFrame; number: number; picture: Picture }) {
  const t = pictureMessages[frame.language]
  return (
    <DeskPage frame={frame} title={t.opened} lead={t.openedLead} way={wayToReport(frame.language, number)}>
      <Whole picture={picture} />
    </DeskPage>
  )
}

function Whole({ picture: { src, width, height, words } }: { picture: Picture }) {
  return (
    <figure class="file-picture">
      <img src={src} alt={words} width={width ?? undefined} height={height ?? undefined} />
    </figure>
  )
}
