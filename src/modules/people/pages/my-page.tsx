import type { Access } from '#platform/access-log.ts'
import type { LocalDate } from '#platform/format.ts'
import type { FormState } from '#platform/forms.ts'
import type { ListedSession } from '#platform/identity/sessions.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import type { OwnMatter, OwnPage } from '#platform/own-data.ts'
import { SubmitButton } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Day, Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { SectionNav } from '#ui/section-nav.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { myPageMessages, type MyPageMessages } from '../messages/my-page.ts'
import { peoplePaths } from '../paths.ts'
import type { OwnFacts } from '../queries/persons.ts'
import { wordsOfRole } from '../roles.ts'
import { covers, isInForce } from '../rules.ts'
import { ActingFor } from './acting-for.tsx'
import { HeldMemberships } from './held-memberships.tsx'
import { fullName } from './person-name.tsx'
import { SessionsTable } from './sessions-table.tsx'

export type MyPageProps = {
  frame: PageFrame
  /** The person's other pages, with what is new on them. */
  pages: readonly OwnPage[]
  matters: readonly OwnMatter[]
  today: LocalDate
  facts: OwnFacts
  maskedCode: string | null
  residence: string | null
  actingFor: string | null
  accesses: readonly Access[]
  sessions: readonly ListedSession[]
  currentSession: string
  form: FormState
  refusal?: keyof MyPageMessages['errors'] | undefined
  isSaved: boolean
}

export function MyPage(props: MyPageProps) {
  const { frame, facts, form, refusal, accesses, sessions, currentSession, isSaved } = props
  const t = myPageMessages[frame.language]
  const hasErrors = refusal !== undefined || Object.keys(form.errors).length > 0
  return (
    <PublicPage frame={frame} title={t.title} hasErrors={hasErrors}>
      <h1>{t.title}</h1>
      <ErrorSummary form={form} refusal={refusal === undefined ? undefined : t.errors[refusal]} />
      {isSaved ? (
        <Notice tone="success" live>
          <p>{t.saved}</p>
        </Notice>
      ) : null}
      <p class="lead">{fullName(facts)}</p>
      <SectionNav links={props.pages} label={t.pages} />
      <OwnMatters {...props} />
      <OwnPosts {...props} />
      <ActingFor {...props} />
      <OwnFactsSection {...props} />
      <section class="stack-tight" id="vaatamised">
        <h2>{t.accesses}</h2>
        {accesses.length === 0 ? <p class="quiet">{t.noAccesses}</p> : <AccessTable {...{ frame, accesses }} />}
      </section>
      <section class="stack-tight" id="seansid">
        <h2>{t.sessions}</h2>
        <p>{t.sessionsLead}</p>
        <SessionsTable {...{ sessions, currentSession }} language={frame.language} />
      </section>
    </PublicPage>
  )
}

function OwnMatters({ frame, matters }: MyPageProps) {
  const t = myPageMessages[frame.language]
  if (matters.length === 0) return null
  return (
    <DataTable
      caption={t.matters}
      rows={matters}
      rowKey={({ what, path, on }) => `${path} ${on} ${what}`}
      columns={[
        { key: 'what', label: t.matter, rowHeader: true, cell: ({ what, path }) => <Link href={path}>{what}</Link> },
        { key: 'state', label: t.state, cell: ({ state }) => state },
        { key: 'on', label: t.sent, cell: ({ on }) => (on === null ? '–' : <Day day={on} />) },
      ]}
    />
  )
}

function OwnPosts({ frame, facts, today }: MyPageProps) {
  const { language } = frame
  const t = myPageMessages[language]
  const present = facts.memberships.filter((one) => covers(one, today))
  const past = facts.memberships.filter((one) => !covers(one, today))
  const roles = [
    ...new Set([...present.filter((one) => isInForce(one, today)).flatMap((one) => one.roles), ...facts.grantedRoles]),
  ]
  return (
    <section class="stack" id="rollid">
      <h2>{t.posts}</h2>
      {present.length === 0 ? (
        <p class="quiet">{t.noPosts}</p>
      ) : (
        <HeldMemberships caption={t.posts} memberships={present} today={today} language={language} />
      )}
      {roles.length === 0 ? null : (
        <DefinitionList
          definitions={[{ term: t.roles, definition: roles.map((role) => wordsOfRole(role, language)).join(', ') }]}
        />
      )}
      {past.length === 0 ? null : (
        <Disclosure label={t.before}>
          <HeldMemberships caption={t.before} memberships={past} today={today} language={language} />
        </Disclosure>
      )}
      {facts.slug === null || facts.memberships.length === 0 ? null : (
        <p>
          <Link href={peoplePaths.person(facts.slug)}>{t.publicPage}</Link>
        </p>
      )}
    </section>
  )
}

function OwnFactsSection({ frame, facts, maskedCode, residence, form }: MyPageProps) {
  const t = myPageMessages[frame.language]
  return (
    <section class="stack" id="andmed">
      <h2>{t.facts}</h2>
      <DefinitionList
        definitions={[
          { term: t.name, definition: fullName(facts) },
          { term: t.code, definition: maskedCode ?? t.notKnown },
          { term: t.birthDate, definition: facts.birthDate === null ? t.notKnown : <Day day={facts.birthDate} /> },
          { term: t.residence, definition: residence ?? t.noResidence },
        ]}
      />
      <p class="quiet small">{t.nameSource}</p>
      <h3>{t.contacts}</h3>
      <Form action={peoplePaths.contacts}>
        <TextField
          form={form}
          name="email"
          label={t.email}
          type="email"
          autocomplete="email"
          hint={t.contactsHint}
          optional
        />
        <TextField form={form} name="phone" label={t.phone} type="tel" autocomplete="tel" short optional />
        <SubmitButton>{t.save}</SubmitButton>
      </Form>
    </section>
  )
}

function AccessTable({ frame, accesses }: Pick<MyPageProps, 'frame' | 'accesses'>) {
  const t = myPageMessages[frame.language]
  const columns: readonly Column<Access>[] = [
    { key: 'when', label: t.when, rowHeader: true, cell: ({ at }) => <Moment at={at} /> },
    { key: 'who', label: t.who, cell: ({ readerRole }) => wordsOfRole(readerRole, frame.language) },
    { key: 'what', label: t.what, cell: ({ what }) => t.access[what] ?? what },
    { key: 'purpose', label: t.purpose, cell: ({ purpose }) => purpose },
  ]
  return (
    <DataTable
      caption={t.accesses}
      hideCaption
      columns={columns}
      rows={accesses}
      rowKey={({ at, what }) => `${at.toISOString()} ${what}`}
    />
  )
}
