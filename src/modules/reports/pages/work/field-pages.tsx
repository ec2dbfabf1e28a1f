import { emptyForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Day } from '#ui/moment.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { fieldMessages } from '../../messages/field.ts'
import { publicMessages } from '../../messages/public.ts'
import { reportDeskPaths } from '../../paths.ts'
import type { FieldReport } from '../../queries/field.ts'
import { StateTag } from '../report-parts.tsx'
import { CostField } from './cost-field.tsx'
import { DeskPage } from './desk-page.tsx'
import { WorkPhotos } from './photo-fields.tsx'

/** Where a picture can be seen by this reader, and how large it is. */
export type FieldPhoto = { src: string; width: number | null; height: number | null }
export type FieldStop = FieldReport & { photos: readonly FieldPhoto[] }

/** Open work in the order of driving: for a phone, and for paper. */
export function FieldPage({
  frame,
  stops,
  refusal,
}: {
  frame: PageFrame
  stops: readonly FieldStop[]
  refusal?: string
}) {
  const { language } = frame
  const t = fieldMessages[language]
  const groups = Map.groupBy(stops, ({ settlement }) => settlement?.ehak ?? '')
  return (
    <WorkspacePage
      frame={frame}
      title={t.title}
      current={reportDeskPaths.field}
      sections={frame.workspace ?? []}
      hasErrors={refusal !== undefined}
    >
      <h1>{t.title}</h1>
      <ErrorSummary form={emptyForm} refusal={refusal} />
      <p class="lead">{stops.length === 0 ? t.none : t.lead}</p>
      {stops.length === 0 ? null : <p class="quiet small no-print">{t.print}</p>}
      {[...groups.values()].map((group) => {
        const { settlement } = group[0]!
        return (
          <section key={settlement?.ehak ?? ''} class="stack">
            <h2>{settlement === null ? t.noSettlement : nameOfSettlement(settlement, language)}</h2>
            {group.map((stop) => (
              <Stop key={stop.number} frame={frame} stop={stop} />
            ))}
          </section>
        )
      })}
    </WorkspacePage>
  )
}

function Stop({ frame: { language }, stop }: { frame: PageFrame; stop: FieldStop }) {
  const t = fieldMessages[language]
  const { number, categoryName, words, workOrder, latitude, longitude, address, state, fixDue, photos } = stop
  const point = latitude === null || longitude === null ? null : `${latitude.toFixed(5)},${longitude.toFixed(5)}`
  return (
    <article class="card stack-tight">
      <h3>
        {number} {readText(categoryName, language).text}
      </h3>
      <p class="row">
        <StateTag state={state} />
        {fixDue === null ? null : (
          <span>
            {t.due} <Day day={fixDue} />
          </span>
        )}
      </p>
      {address === '' ? null : <p>{address}</p>}
      {point === null ? null : (
        <p>
          <a href={`geo:${point}?q=${point}`}>{t.openMap}</a>{' '}
          <span class="quiet number">{point.replace(',', ', ')}</span>
        </p>
      )}
      <p class="local-text">{words}</p>
      {workOrder === null ? null : (
        <p class="local-text">
          <strong>{t.order}:</strong> {workOrder}
        </p>
      )}
      {photos.length === 0 ? null : (
        <p class="row">
          {photos.map(({ src, width, height }, at) => (
            <img
              key={src}
              class="file-thumbnail"
              src={src}
              width={width ?? undefined}
              height={height ?? undefined}
              alt={`${publicMessages[language].photos} ${at + 1}`}
              loading="lazy"
            />
          ))}
        </p>
      )}
      <div class="row no-print">
        {state === 'in-progress' ? null : (
          <Form action={reportDeskPaths.begin(number)}>
            <Button variant="secondary">{t.begin}</Button>
          </Form>
        )}
        <ButtonLink href={reportDeskPaths.done(number)}>{t.done}</ButtonLink>
      </div>
    </article>
  )
}

type DonePageProps = {
  frame: PageFrame
  report: FieldReport
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
}

export function DonePage({ frame, report, form, refusal, idempotencyKey }: DonePageProps) {
  const t = fieldMessages[frame.language]
  return (
    <DeskPage
      {...{ frame, form, refusal }}
      title={t.doneTitle(report.number)}
      lead={t.doneLead}
      section={reportDeskPaths.field}
      way={[{ label: t.title, path: reportDeskPaths.field }]}
    >
      <Form
        action={reportDeskPaths.done(report.number)}
        idempotencyKey={idempotencyKey}
        enctype="multipart/form-data"
        warnUnsaved
      >
        <WorkPhotos form={form} label={t.photo} fromCamera />
        <TextArea form={form} name="words" label={t.words} hint={t.wordsHint} rows={4} maxlength={2000} optional />
        <CostField form={form} />
        <Button>{t.send}</Button>
      </Form>
    </DeskPage>
  )
}
