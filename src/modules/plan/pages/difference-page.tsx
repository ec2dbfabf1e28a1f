import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/fields.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Form } from '#ui/form.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { planPageMessages } from '../messages/page-plan.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { planPaths } from '../paths.ts'
import type { EstonianWording } from '../queries/version-pages.ts'
import { DifferenceView } from './difference-view.tsx'

type DifferencePageProps = {
  frame: PageFrame
  number: number
  /** The version it is compared with; null where there is none before it. */
  before: number | null
  wordings: readonly EstonianWording[]
  /** Versions that this reader may compare with. */
  others: readonly number[]
}

export function DifferencePage({ frame, number, before, wordings, others }: DifferencePageProps) {
  const { language } = frame
  const t = versionMessages[language]
  return (
    <PublicPage frame={frame} title={t.differenceTitle(number)} current="promises" wide>
      <Breadcrumbs
        links={[
          { label: planPageMessages[language].plan, path: planPaths.plan },
          { label: t.version(number), path: planPaths.version(number) },
        ]}
      />
      <h1>{t.differenceTitle(number)}</h1>
      {others.length < 2 ? null : (
        <Form action={planPaths.difference(number)} method="get">
          <SelectField
            form={{ values: { vordle: String(before ?? '') }, errors: {} }}
            name="vordle"
            label={t.compareWith}
            options={others.map((other) => ({ value: String(other), label: t.version(other) }))}
          />
          <SubmitButton variant="secondary">{t.compare}</SubmitButton>
        </Form>
      )}
      {before === null ? (
        <EmptyState title={t.first} />
      ) : (
        <>
          <p>{t.comparedWith(before)}</p>
          <VersionDifference {...{ number, before, wordings }} />
        </>
      )}
    </PublicPage>
  )
}

type VersionDifferenceProps = { number: number; before: number; wordings: readonly EstonianWording[] }

function VersionDifference({ number, before, wordings }: VersionDifferenceProps) {
  const young = wordings.filter(({ version }) => version === number)
  const old = wordings.filter(({ version }) => version === before)
  return <DifferenceView before={old} after={young} pathOf={(one) => planPaths.draftCommitment(number, one)} />
}
