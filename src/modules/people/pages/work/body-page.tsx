import type { LocalDate } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { mandateMessages } from '../../mandates/messages.ts'
import { publicMessages } from '../../messages/public.ts'
import { workMessages } from '../../messages/work.ts'
import { peoplePaths } from '../../paths.ts'
import type { Body, Post } from '../../queries/bodies.ts'
import type { Member } from '../../queries/memberships.ts'
import { wordsOfRole } from '../../roles.ts'
import { covers, isInForce } from '../../rules.ts'
import { fullName, PersonName } from '../person-name.tsx'

type WorkBodyPageProps = {
  frame: PageFrame
  today: LocalDate
  body: Body
  posts: readonly Post[]
  members: readonly Member[]
}

export function WorkBodyPage({ frame, today, body, posts, members }: WorkBodyPageProps) {
  const { language } = frame
  const t = workMessages[language]
  const words = publicMessages[language]
  const name = readText(body.name, language).text
  const roles = body.memberRoles.map((role) => wordsOfRole(role, language)).join(', ')
  const isAtWork = body.dissolvedOn === null
  return (
    <WorkspacePage frame={frame} title={name} current={peoplePaths.workBodies} sections={frame.workspace ?? []}>
      <Breadcrumbs links={[{ label: t.bodies, path: peoplePaths.workBodies }]} />
      <h1>{name}</h1>
      {body.dissolvedOn === null ? null : (
        <Notice tone="warning">
          <p>
            {words.dissolvedNotice} <Day day={body.dissolvedOn} />
          </p>
        </Notice>
      )}
      <DefinitionList
        definitions={[
          { term: t.kind, definition: words.kinds[body.kind] },
          { term: t.seats, definition: body.seats === null ? '–' : String(body.seats) },
          { term: t.memberRoles, definition: roles === '' ? '–' : roles },
          {
            term: t.publicPage,
            definition: <Link href={peoplePaths.body(body.slug)}>{peoplePaths.body(body.slug)}</Link>,
          },
        ]}
      />
      {isAtWork ? (
        <div class="row">
          <ButtonLink href={peoplePaths.workNewMember(body.id)}>{t.newMember}</ButtonLink>
          <ButtonLink variant="secondary" href={peoplePaths.workNewPost(body.id)}>
            {t.newPost}
          </ButtonLink>
          <ButtonLink variant="secondary" href={peoplePaths.workBodyEdit(body.id)}>
            {t.editBody}
          </ButtonLink>
          {body.kind === 'council' ? (
            <ButtonLink variant="secondary" href={peoplePaths.workSubstitutes(body.id)}>
              {mandateMessages[language].list}
            </ButtonLink>
          ) : null}
          <ButtonLink variant="danger" href={peoplePaths.workBodyDissolve(body.id)}>
            {t.dissolve}
          </ButtonLink>
        </div>
      ) : null}
      <section class="stack-tight">
        <h2>{words.posts}</h2>
        <PostsTable posts={posts} language={language} />
      </section>
      <section class="stack-tight">
        <h2>{words.members}</h2>
        <MembersTable members={members} posts={posts} today={today} language={language} />
      </section>
    </WorkspacePage>
  )
}

type Language = PageFrame['language']

function PostsTable({ posts, language }: { posts: readonly Post[]; language: Language }) {
  const t = workMessages[language]
  const columns: readonly Column<Post>[] = [
    { key: 'title', label: t.title, rowHeader: true, cell: (post) => <LocalTextView text={post.title} inline /> },
    {
      key: 'roles',
      label: t.roles,
      cell: ({ roles }) => (roles.length === 0 ? '–' : roles.map((role) => wordsOfRole(role, language)).join(', ')),
    },
    { key: 'seats', label: t.seats, cell: ({ filled, seats }) => `${filled} / ${seats}` },
    {
      key: 'actions',
      label: t.actions,
      cell: (post) =>
        post.closedOn === null ? (
          <span class="row">
            <Link href={peoplePaths.workPostEdit(post.id)}>{t.edit}</Link>
            <Link href={peoplePaths.workPostClose(post.id)}>{t.closePost}</Link>
          </span>
        ) : (
          <StatusTag tone="neutral" label={t.closed} />
        ),
    },
  ]
  return (
    <DataTable
      caption={publicMessages[language].posts}
      hideCaption
      columns={columns}
      rows={posts}
      rowKey={(post) => post.id}
    />
  )
}

type MembersTableProps = { members: readonly Member[]; posts: readonly Post[]; today: LocalDate; language: Language }

function MembersTable({ members, posts, today, language }: MembersTableProps) {
  const t = workMessages[language]
  const words = publicMessages[language]
  const noteOf = ({ postId, behalf, votingRight, replaces, faction }: Member) => {
    const post = posts.find((one) => one.id === postId)
    const notes = [
      post === undefined ? t.plainMember : readText(post.title, language).text,
      behalf === null ? '' : words.behalf(readText(behalf.name, language).text),
      votingRight ? '' : words.noVote,
      replaces === null ? '' : words.substituteFor(fullName(replaces)),
      faction === null ? '' : readText(faction.name, language).text,
    ]
    return notes.filter((note) => note !== '').join(', ')
  }
  const columns: readonly Column<Member>[] = [
    {
      key: 'person',
      label: publicMessages[language].person,
      rowHeader: true,
      cell: (one) => <PersonName person={one} note={noteOf(one)} />,
    },
    { key: 'from', label: t.fromDate, cell: (one) => <Day day={one.fromDate} /> },
    { key: 'until', label: t.untilDate, cell: (one) => (one.untilDate === null ? '–' : <Day day={one.untilDate} />) },
    {
      key: 'status',
      label: t.status,
      cell: (one) => {
        if (isInForce(one, today)) return <StatusTag tone="success" label={t.present} />
        if (covers(one, today)) return <StatusTag tone="warning" label={words.suspendedNote} />
        if (one.fromDate > today) return <StatusTag tone="info" label={t.coming} />
        return (
          <StatusTag tone="neutral" label={one.endedBecause === null ? t.past : `${t.past}: ${one.endedBecause}`} />
        )
      },
    },
    {
      key: 'actions',
      label: t.actions,
      cell: (one) => (
        <span class="row">
          {one.untilDate === null || one.untilDate >= today ? (
            <Link href={peoplePaths.workMembershipEnd(one.id)}>{t.endMembership}</Link>
          ) : null}
          <Link href={peoplePaths.workMandate(one.id)}>{mandateMessages[language].link}</Link>
          <Link href={peoplePaths.workPerson(one.personId)}>{t.privateFacts}</Link>
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={publicMessages[language].members}
      hideCaption
      columns={columns}
      rows={members}
      rowKey={(one) => one.id}
    />
  )
}
