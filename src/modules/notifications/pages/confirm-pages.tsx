import { readText, type LocalText } from '#platform/language.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { followMessages } from '../messages/follow.ts'
import { notificationPaths } from '../paths.ts'

type PageLink = { path: string; title: LocalText }

function Back({ frame, to }: { frame: PageFrame; to: PageLink | null }) {
  const t = followMessages[frame.language]
  if (to === null) return null
  return (
    <p>
      {t.back}: <Link href={to.path}>{readText(to.title, frame.language).text}</Link>
    </p>
  )
}

/** The same for every address, known or not. */
export function LetterSentPage({ frame, to, hours }: { frame: PageFrame; to: PageLink | null; hours: number }) {
  const t = followMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.sentTitle}>
      <h1>{t.sentTitle}</h1>
      <p class="lead">{t.sentLead}</p>
      <p>{t.sentNote(hours)}</p>
      <Back frame={frame} to={to} />
    </PublicPage>
  )
}

type ConfirmPageProps = { frame: PageFrame; token: string; address: string; follow: PageLink | null }

/** Programs that open every link of a letter see this and change nothing. */
export function ConfirmPage({ frame, token, address, follow }: ConfirmPageProps) {
  const t = followMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.confirmTitle}>
      <h1>{t.confirmTitle}</h1>
      <p class="lead">{t.confirmLead(address)}</p>
      {follow === null ? null : <p>{t.confirmFollow(readText(follow.title, frame.language).text)}</p>}
      <Form action={notificationPaths.confirm(token)}>
        <p>
          <SubmitButton>{t.confirmButton}</SubmitButton>
        </p>
      </Form>
    </PublicPage>
  )
}

export function ConfirmedPage({ frame, to }: { frame: PageFrame; to: PageLink | null }) {
  const t = followMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.confirmedTitle}>
      <h1>{t.confirmedTitle}</h1>
      <p class="lead">{t.confirmedLead}</p>
      <Back frame={frame} to={to} />
    </PublicPage>
  )
}

/** The link is dead, and the way on is not: most follow a promise. */
export function ExpiredPage({ frame }: { frame: PageFrame }) {
  const t = followMessages[frame.language]
  const promises = frame.doors.find(({ key }) => key === 'promises')?.links ?? []
  return (
    <PublicPage frame={frame} title={t.expiredTitle}>
      <h1>{t.expiredTitle}</h1>
      <p class="lead">{t.expiredLead}</p>
      <ul class="plain-list">
        {promises.map(({ label, path }) => (
          <li key={path}>
            <Link href={path}>{label}</Link>
          </li>
        ))}
        <li>
          <Link href="/">{t.toHome}</Link>
        </li>
      </ul>
    </PublicPage>
  )
}
