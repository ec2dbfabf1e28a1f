import { formatNumber } from '#platform/format.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { useReader } from '#ui/reader.ts'
import { SectionNav } from '#ui/section-nav.tsx'
import { publicMessages } from '../messages/public.ts'
import { peoplePaths } from '../paths.ts'
import type { ListedBody } from '../queries/bodies.ts'
import { bodyKinds } from '../rules.ts'

export function BodiesPage({ frame, bodies }: { frame: PageFrame; bodies: readonly ListedBody[] }) {
  const t = publicMessages[frame.language]
  const atWork = bodies.filter((body) => body.dissolvedOn === null)
  const dissolved = bodies.filter((body) => body.dissolvedOn !== null)
  return (
    <PublicPage frame={frame} title={t.bodies} current="life" wide>
      <h1>{t.bodies}</h1>
      <p class="lead">{t.bodiesLead}</p>
      <SectionNav
        current={peoplePaths.bodies}
        links={[
          { label: t.bodies, path: peoplePaths.bodies },
          { label: t.persons, path: peoplePaths.persons },
        ]}
      />
      {atWork.length === 0 ? <EmptyState title={t.noBodies} /> : null}
      <div class="grid grid-2">
        {bodyKinds.map((kind) => (
          <BodiesOfKind key={kind} heading={t.kinds[kind]} bodies={atWork.filter((body) => body.kind === kind)} />
        ))}
      </div>
      {dissolved.length === 0 ? null : (
        <Disclosure label={t.dissolvedBodies}>
          <ul class="plain-list ruled">
            {dissolved.map((body) => (
              <li key={body.slug} class="row row-between">
                <BodyName body={body} />
                <span class="quiet small">
                  {t.dissolvedOn} <Day day={body.dissolvedOn!} />
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </PublicPage>
  )
}

type BodiesOfKindProps = { heading: string; bodies: readonly ListedBody[] }

function BodiesOfKind({ heading, bodies }: BodiesOfKindProps) {
  const { language } = useReader()
  const t = publicMessages[language]
  if (bodies.length === 0) return null
  const seated = ({ seats, filled }: ListedBody) =>
    seats === null ? t.peopleCount(filled) : `${formatNumber(filled, language)} / ${formatNumber(seats, language)}`
  return (
    <section class="stack-tight">
      <h2>{heading}</h2>
      <ul class="plain-list ruled">
        {bodies.map((body) => (
          <li key={body.slug} class="row row-between">
            <BodyName body={body} />
            <span class="quiet small nowrap">{seated(body)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function BodyName({ body }: { body: ListedBody }) {
  return (
    <Link href={peoplePaths.body(body.slug)}>
      <LocalTextView text={body.name} inline />
    </Link>
  )
}
