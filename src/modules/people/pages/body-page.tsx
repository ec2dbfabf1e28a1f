import { readText } from '#platform/language.ts'
import { nameOfSettlement, placePaths } from '#modules/places/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList, type Definition } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FollowBox } from '#ui/follow-box.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { groundForAll } from '../mandates/rules.ts'
import { publicMessages } from '../messages/public.ts'
import { peoplePaths } from '../paths.ts'
import type { Body, BodyLink, Post } from '../queries/bodies.ts'
import type { Member } from '../queries/memberships.ts'
import { covers, isInForce, suspensionOn } from '../rules.ts'
import { fullName, PersonName } from './person-name.tsx'

export type BodyPageProps = {
  frame: PageFrame
  today: string
  body: Body
  posts: readonly Post[]
  members: readonly Member[]
}

export function BodyPage({ frame, today, body, posts, members }: BodyPageProps) {
  const t = publicMessages[frame.language]
  const name = readText(body.name, frame.language).text
  const present = members.filter((member) => isInForce(member, today))
  const resting = members.filter((member) => covers(member, today) && suspensionOn(member, today) !== undefined)
  const former = members.filter((member) => !covers(member, today))
  const plain = present.filter((member) => member.postId === null)
  const free = body.seats === null ? 0 : body.seats - new Set(present.map((member) => member.personId)).size
  const facts = bodyFacts({ frame, body })
  const openPosts = posts.filter((post) => post.closedOn === null)
  return (
    <PublicPage frame={frame} title={name} current="life">
      <Breadcrumbs links={[{ label: t.bodies, path: peoplePaths.bodies }]} />
      <h1>{name}</h1>
      {body.dissolvedOn === null ? null : (
        <Notice tone="warning">
          <p>
            {t.dissolvedNotice} <Day day={body.dissolvedOn} />
          </p>
        </Notice>
      )}
      {body.description === null ? null : <LocalTextView text={body.description} />}
      {facts.length === 0 ? null : <DefinitionList definitions={facts} />}
      <FollowBox path={peoplePaths.body(body.slug)} />
      {present.length === 0 && openPosts.length === 0 ? <EmptyState title={t.noMembers} /> : null}
      {openPosts.length === 0 ? null : <Posts posts={openPosts} present={present} language={frame.language} />}
      {plain.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.members}</h2>
          <MembersTable caption={t.members} members={plain} language={frame.language} />
        </section>
      )}
      {resting.length === 0 ? null : <Resting members={resting} today={today} language={frame.language} />}
      {free > 0 && body.dissolvedOn === null ? <p>{t.vacantSeats(free)}</p> : null}
      {former.length === 0 ? null : (
        <Disclosure label={t.former}>
          <FormerTable members={former} posts={posts} language={frame.language} />
        </Disclosure>
      )}
    </PublicPage>
  )
}

function bodyFacts({ frame, body }: Pick<BodyPageProps, 'frame' | 'body'>): Definition[] {
  const t = publicMessages[frame.language]
  const { settlement } = body
  const facts: (Definition | false)[] = [
    body.parent !== null && { term: t.parent, definition: <BodyLinks bodies={[body.parent]} /> },
    settlement !== null && {
      term: t.settlement,
      definition: <Link href={placePaths.show(settlement.ehak)}>{nameOfSettlement(settlement, frame.language)}</Link>,
    },
    body.seats !== null && { term: t.seats, definition: String(body.seats) },
    body.foundedOn !== null && { term: t.foundedOn, definition: <Day day={body.foundedOn} /> },
    body.contact !== null && { term: t.contact, definition: body.contact },
    body.registryCode !== null && { term: t.registryCode, definition: body.registryCode },
    body.parts.length > 0 && { term: t.parts, definition: <BodyLinks bodies={body.parts} /> },
  ]
  return facts.filter((fact) => fact !== false)
}

function BodyLinks({ bodies }: { bodies: readonly BodyLink[] }) {
  return (
    <ul class="plain-list">
      {bodies.map((body) => (
        <li key={body.slug}>
          <Link href={peoplePaths.body(body.slug)}>
            <LocalTextView text={body.name} inline />
          </Link>
        </li>
      ))}
    </ul>
  )
}

type Language = PageFrame['language']
type Holder = { post: Post; member: Member | null }

function Posts({
  posts,
  present,
  language,
}: {
  posts: readonly Post[]
  present: readonly Member[]
  language: Language
}) {
  const t = publicMessages[language]
  const rows = posts.flatMap((post): Holder[] => {
    const holders = present.filter((member) => member.postId === post.id)
    const held = holders.map((member) => ({ post, member }))
    return post.seats > holders.length ? [...held, { post, member: null }] : held
  })
  const vacancies = ({ post }: Holder) => post.seats - present.filter((member) => member.postId === post.id).length
  const columns: readonly Column<Holder>[] = [
    {
      key: 'post',
      label: t.postTitle,
      rowHeader: true,
      cell: ({ post }) => <LocalTextView text={post.title} inline />,
    },
    {
      key: 'person',
      label: t.person,
      cell: (row) =>
        row.member === null ? (
          <span class="quiet">{row.post.seats === 1 ? t.vacant : t.vacancies(vacancies(row))}</span>
        ) : (
          <PersonName person={row.member} />
        ),
    },
    { key: 'since', label: t.since, cell: ({ member }) => (member === null ? '–' : <Day day={member.fromDate} />) },
  ]
  return (
    <section class="stack-tight">
      <h2>{t.posts}</h2>
      <DataTable
        caption={t.posts}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={({ post, member }) => `${post.id} ${member?.id ?? ''}`}
      />
    </section>
  )
}

function MembersTable({
  caption,
  members,
  language,
}: {
  caption: string
  members: readonly Member[]
  language: Language
}) {
  const t = publicMessages[language]
  const isBehalf = members.some((member) => member.behalf !== null)
  const hasFactions = members.some((member) => member.faction !== null)
  const noteOf = ({ votingRight, replaces }: Member) =>
    [votingRight ? '' : t.noVote, replaces === null ? '' : t.substituteFor(fullName(replaces))]
      .filter((note) => note !== '')
      .join(', ')
  const columns: Column<Member>[] = [
    {
      key: 'person',
      label: t.person,
      rowHeader: true,
      cell: (member) => <PersonName person={member} note={noteOf(member) || undefined} />,
    },
    { key: 'since', label: t.since, cell: (member) => <Day day={member.fromDate} /> },
  ]
  if (hasFactions) columns.push({ key: 'faction', label: t.faction, cell: (member) => factionOf(member, t.noFaction) })
  if (isBehalf) columns.push({ key: 'behalf', label: t.onBehalfOf, cell: behalfOf })
  return <DataTable caption={caption} hideCaption columns={columns} rows={members} rowKey={(member) => member.id} />
}

function factionOf({ faction }: Member, none: string) {
  return faction === null ? <span class="quiet">{none}</span> : <BodyLinks bodies={[faction]} />
}

/** Whose mandate rests today; why, only where it is a public office. */
function Resting({ members, today, language }: { members: readonly Member[]; today: string; language: Language }) {
  const t = publicMessages[language]
  const rows = members.filter(({ personId }, at) => members.findIndex((one) => one.personId === personId) === at)
  const restOf = (member: Member) => suspensionOn(member, today)!
  const columns: Column<Member>[] = [
    { key: 'person', label: t.person, rowHeader: true, cell: (member) => <PersonName person={member} /> },
    { key: 'since', label: t.suspendedSince, cell: (member) => <Day day={restOf(member).fromDate} /> },
  ]
  if (rows.some((member) => restOf(member).untilDate !== null)) {
    const until = (day: string | null) => (day === null ? '–' : <Day day={day} />)
    columns.push({ key: 'until', label: t.until, cell: (member) => until(restOf(member).untilDate) })
  }
  if (rows.some((member) => groundForAll(restOf(member).ground) !== null)) {
    const basis = (member: Member) => groundForAll(restOf(member).ground) ?? '–'
    columns.push({ key: 'basis', label: t.suspendedBasis, cell: basis })
  }
  return (
    <section class="stack-tight">
      <h2>{t.suspended}</h2>
      <DataTable caption={t.suspended} hideCaption columns={columns} rows={rows} rowKey={(one) => one.personId} />
    </section>
  )
}

function behalfOf({ behalf }: Member) {
  return behalf === null ? '–' : <BodyLinks bodies={[behalf]} />
}

function FormerTable({
  members,
  posts,
  language,
}: {
  members: readonly Member[]
  posts: readonly Post[]
  language: Language
}) {
  const t = publicMessages[language]
  const postOf = (member: Member) => posts.find((post) => post.id === member.postId)
  const columns: readonly Column<Member>[] = [
    {
      key: 'person',
      label: t.person,
      rowHeader: true,
      cell: (member) => {
        const post = postOf(member)
        return (
          <PersonName person={member} note={post === undefined ? undefined : readText(post.title, language).text} />
        )
      },
    },
    { key: 'since', label: t.since, cell: (member) => <Day day={member.fromDate} /> },
    {
      key: 'until',
      label: t.until,
      cell: (member) => (member.untilDate === null ? '–' : <Day day={member.untilDate} />),
    },
  ]
  return <DataTable caption={t.former} hideCaption columns={columns} rows={members} rowKey={(member) => member.id} />
}
