import type { FormState } from '#platform/forms.ts'
import { readText, type LocalText } from '#platform/language.ts'
import { Button, SubmitButton } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { followMessages, type FollowMessages } from '../messages/follow.ts'
import { notificationPaths } from '../paths.ts'
import { followHows } from '../rules.ts'

export type FollowedThing = { path: string; title: LocalText; feed: string | null; everything: boolean }

export type FollowPageProps = {
  frame: PageFrame
  thing: FollowedThing
  form: FormState
  refusal: keyof FollowMessages['errors'] | undefined
  /** Null for a visitor without an account. */
  own: { followId: string | null; hasMail: boolean } | null
}

export function FollowPage({ frame, thing, form, refusal, own }: FollowPageProps) {
  const { language } = frame
  const t = followMessages[language]
  const name = readText(thing.title, language).text
  const hasErrors = refusal !== undefined || Object.keys(form.errors).length > 0
  return (
    <PublicPage frame={frame} title={t.title(name)} hasErrors={hasErrors}>
      <ErrorSummary form={form} refusal={refusal === undefined ? undefined : t.errors[refusal]} />
      <h1>{t.title(name)}</h1>
      <p class="lead">{thing.everything ? t.everything : t.lead}</p>
      <p>
        {t.page}: <Link href={thing.path}>{name}</Link>
      </p>
      {own === null ? null : <OwnState own={own} t={t} />}
      <Form action={notificationPaths.follow}>
        <input type="hidden" name="path" value={thing.path} />
        {own === null ? (
          <TextField
            form={form}
            name="email"
            type="email"
            autocomplete="email"
            maxlength={300}
            label={t.email}
            hint={t.emailHint}
          />
        ) : null}
        <RadioGroup
          form={form}
          name="how"
          label={t.how}
          options={followHows.map((how) => ({ value: how, label: t.hows[how] }))}
        />
        <p>
          <SubmitButton>{own === null ? t.followByMail : own.followId === null ? t.follow : t.change}</SubmitButton>
        </p>
      </Form>
      {own === null ? (
        <p>
          <a href={localPath(`/login?to=${encodeURIComponent(notificationPaths.followPage(thing.path))}`, language)}>
            {t.signIn}
          </a>
        </p>
      ) : (
        <p>
          <Link href={notificationPaths.own}>{t.allFollows}</Link>
        </p>
      )}
      {thing.feed === null ? null : (
        <section class="stack-tight">
          <h2>{t.withoutMail}</h2>
          <p>
            <a href={localPath(thing.feed, language)}>{t.feed}</a> <span class="quiet small">{t.feedNote}</span>
          </p>
        </section>
      )}
    </PublicPage>
  )
}

function OwnState({ own, t }: { own: NonNullable<FollowPageProps['own']>; t: FollowMessages }) {
  return (
    <>
      {own.followId === null ? null : (
        <Notice tone="success">
          <p>
            {t.youFollow} <Link href={notificationPaths.inbox}>{t.toInbox}</Link>
          </p>
          <Form action={notificationPaths.followStop(own.followId)}>
            <p>
              <Button variant="secondary" small>
                {t.stop}
              </Button>
            </p>
          </Form>
        </Notice>
      )}
      {own.hasMail ? null : (
        <Notice>
          <p>
            {t.noMail} <Link href={notificationPaths.contacts}>{t.addMail}</Link>
          </p>
        </Notice>
      )}
    </>
  )
}
