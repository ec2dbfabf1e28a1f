import type { NoticeKind } from '#platform/followable.ts'
import type { FormState } from '#platform/forms.ts'
import { localDate } from '#platform/format.ts'
import { languages, readText, type LocalText } from '#platform/language.ts'
import { Button, SubmitButton } from '#ui/button.tsx'
import { FieldSet } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Day } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { followMessages } from '../messages/follow.ts'
import { preferenceMessages, type PreferenceMessages } from '../messages/preferences.ts'
import { notificationPaths, preferencePaths } from '../paths.ts'
import { fieldOfFollow, fieldOfKind, followHows, type MailingList } from '../rules.ts'
import { AddressState, type ShownAddress } from './address-state.tsx'

export type ShownFollow = { id: string; path: string; title: LocalText; since: Date }

export type PreferencesPageProps = {
  frame: PageFrame
  /** `/minu/teavitused`, or the address of a letter's reader. */
  base: string
  address: ShownAddress | null
  /** Empty for a reader without an account. */
  kinds: readonly NoticeKind[]
  follows: readonly ShownFollow[]
  form: FormState
  refusal: string | undefined
  done: 'saved' | 'stopped' | 'letterSent' | undefined
  /** What the letter that led here can be stopped by. */
  list: MailingList | null
  isOwn: boolean
}

export function PreferencesPage(props: PreferencesPageProps) {
  const { frame, form, refusal, done, isOwn, base, kinds, follows, address } = props
  const t = preferenceMessages[frame.language]
  const hasChoices = kinds.some((kind) => kind.mayBeRefused) || follows.length > 0 || address !== null
  return (
    <PublicPage
      frame={frame}
      title={t.title}
      hasErrors={refusal !== undefined || Object.keys(form.errors).length > 0}
      wide
    >
      <ErrorSummary form={form} refusal={refusal} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {done === undefined ? null : (
        <Notice tone="success" live>
          <p>{t[done]}</p>
        </Notice>
      )}
      {isOwn ? (
        <p>
          <Link href={notificationPaths.inbox}>{t.inboxTitle}</Link>
        </p>
      ) : null}
      {props.list === null || isStopped(props.list, follows) ? null : <StopThese base={base} list={props.list} t={t} />}
      <AddressState address={address} base={base} isOwn={isOwn} frame={frame} />
      {hasChoices ? <Choices {...props} t={t} /> : null}
      <Followed {...props} t={t} />
      {follows.length > 0 || kinds.some((kind) => kind.mayBeRefused) ? (
        <section class="stack-tight">
          <h2>{t.stopTitle}</h2>
          <Form action={preferencePaths.stop(base)}>
            <p>
              <Button variant="danger" name="what" value="everything">
                {t.stopEverything}
              </Button>
            </p>
          </Form>
        </section>
      ) : null}
    </PublicPage>
  )
}

function isStopped(list: MailingList, follows: readonly ShownFollow[]): boolean {
  return list.what === 'follow' && !follows.some(({ id }) => id === list.key)
}

function StopThese({ base, list, t }: { base: string; list: MailingList; t: PreferenceMessages }) {
  if (list.what === 'everything') return null
  return (
    <Form action={preferencePaths.stop(base)}>
      <p>
        <Button name="what" value="these">
          {t.stopThese[list.what]}
        </Button>
      </p>
    </Form>
  )
}

type Part = PreferencesPageProps & { t: PreferenceMessages }

function Choices({ frame, base, kinds, follows, address, form, t }: Part) {
  const { language } = frame
  const fixed = kinds.filter((kind) => !kind.mayBeRefused)
  return (
    <>
      <Form action={preferencePaths.save(base)}>
        {address === null ? null : (
          <SelectField
            form={form}
            name="language"
            label={t.language}
            options={languages.map((one) => ({ value: one, label: t.languages[one] }))}
          />
        )}
        {kinds.length === fixed.length ? null : (
          <FieldSet legend={t.kindsTitle}>
            {kinds
              .filter((kind) => kind.mayBeRefused)
              .map((kind) => (
                <SelectField
                  key={kind.key}
                  form={form}
                  name={fieldOfKind(kind.key)}
                  label={readText(kind.name, language).text}
                  hint={readText(kind.explanation, language).text}
                  options={[...followHows, 'never' as const].map((how) => ({ value: how, label: t.hows[how] }))}
                />
              ))}
          </FieldSet>
        )}
        {follows.length === 0 ? null : (
          <FieldSet legend={t.how}>
            {follows.map(({ id, title }) => (
              <SelectField
                key={id}
                form={form}
                name={fieldOfFollow(id)}
                label={readText(title, language).text}
                options={followHows.map((how) => ({ value: how, label: followMessages[language].hows[how] }))}
              />
            ))}
          </FieldSet>
        )}
        <p>
          <SubmitButton>{t.save}</SubmitButton>
        </p>
      </Form>
      {fixed.length === 0 ? null : (
        <section class="stack-tight">
          <h2>{t.always}</h2>
          <p>{t.alwaysWhy}</p>
          <ul>
            {fixed.map((kind) => (
              <li key={kind.key}>
                {readText(kind.name, language).text}{' '}
                <span class="quiet">{readText(kind.explanation, language).text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Followed({ frame, base, follows, t }: Part) {
  const { language } = frame
  const name = (follow: ShownFollow) => readText(follow.title, language).text
  if (follows.length === 0) {
    return (
      <EmptyState title={t.noFollows}>
        <p>{t.noFollowsHint}</p>
      </EmptyState>
    )
  }
  return (
    <DataTable
      caption={t.followsTitle}
      rows={follows}
      rowKey={(follow) => follow.id}
      columns={[
        {
          key: 'page',
          label: t.page,
          rowHeader: true,
          cell: (follow) => <Link href={follow.path}>{name(follow)}</Link>,
        },
        { key: 'since', label: t.since, cell: ({ since }) => <Day day={localDate(since, frame.site.timeZone)} /> },
        {
          key: 'stop',
          label: t.action,
          cell: (follow) => (
            <Form action={preferencePaths.stopFollow(base, follow.id)}>
              <Button variant="secondary" small>
                {t.stop}
                <span class="visually-hidden"> ({name(follow)})</span>
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
