import type { VNode } from 'preact'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { publicMessages } from '../messages/public.ts'
import { peoplePaths } from '../paths.ts'
import type { HeldMembership } from '../queries/memberships.ts'
import type { PublicPerson } from '../queries/persons.ts'
import { covers } from '../rules.ts'
import { HeldMemberships } from './held-memberships.tsx'
import { fullName } from './person-name.tsx'

type PersonPageProps = {
  frame: PageFrame
  today: string
  person: PublicPerson
  memberships: readonly HeldMembership[]
  /** What other modules have to say of the person. */
  sections: readonly VNode[]
}

export function PersonPage({ frame, today, person, memberships, sections }: PersonPageProps) {
  const t = publicMessages[frame.language]
  const name = fullName(person)
  const present = memberships.filter((one) => covers(one, today))
  const past = memberships.filter((one) => !covers(one, today))
  return (
    <PublicPage frame={frame} title={name} current="life">
      <Breadcrumbs
        links={[
          { label: t.bodies, path: peoplePaths.bodies },
          { label: t.persons, path: peoplePaths.persons },
        ]}
      />
      <h1>{name}</h1>
      <section class="stack-tight">
        <h2>{t.now}</h2>
        {present.length === 0 ? (
          <p>{t.holdsNothingNow}</p>
        ) : (
          <HeldMemberships caption={t.now} memberships={present} today={today} language={frame.language} />
        )}
      </section>
      {past.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.before}</h2>
          <HeldMemberships caption={t.before} memberships={past} today={today} language={frame.language} />
        </section>
      )}
      {sections}
    </PublicPage>
  )
}
