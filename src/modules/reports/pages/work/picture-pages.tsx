import '../../desk-elements.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { pictureMessages } from '../../messages/pictures.ts'
import { publicMessages } from '../../messages/public.ts'
import { reportDeskPaths } from '../../paths.ts'
import { boxFields } from '../../pictures/boxes.ts'

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
    <WorkspacePage
      frame={frame}
      title={t.title}
      current={reportDeskPaths.inbox}
      sections={frame.workspace ?? []}
      hasErrors={Object.keys(form.errors).length > 0 || refusal !== undefined}
    >
      <Way frame={frame} number={number} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary form={form} refusal={refusal} />
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
    </WorkspacePage>
  )
}

export function OriginalPage({ frame, number, picture }: { frame: PageFrame; number: number; picture: Picture }) {
  const t = pictureMessages[frame.language]
  return (
    <WorkspacePage frame={frame} title={t.opened} current={reportDeskPaths.inbox} sections={frame.workspace ?? []}>
      <Way frame={frame} number={number} />
      <h1>{t.opened}</h1>
      <p class="lead">{t.openedLead}</p>
      <Whole picture={picture} />
    </WorkspacePage>
  )
}

function Way({ frame: { language }, number }: { frame: PageFrame; number: number }) {
  return (
    <Breadcrumbs
      links={[
        { label: deskMessages[language].title, path: reportDeskPaths.inbox },
        { label: publicMessages[language].number(number), path: reportDeskPaths.report(number) },
      ]}
    />
  )
}

function Whole({ picture: { src, width, height, words } }: { picture: Picture }) {
  return (
    <figure class="file-picture">
      <img src={src} alt={words} width={width ?? undefined} height={height ?? undefined} />
    </figure>
  )
}
