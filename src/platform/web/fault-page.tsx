import { ButtonLink } from '#ui/button.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { webMessages, type WebMessages } from './messages.ts'

export type Fault =
  | 'notFound'
  | 'forbidden'
  | 'broken'
  | 'unavailable'
  | 'tooMany'
  | 'tooLarge'
  | 'forged'
  | 'malformed'

export const faultStatus = {
  notFound: 404,
  forbidden: 403,
  broken: 500,
  unavailable: 503,
  tooMany: 429,
  tooLarge: 413,
  forged: 403,
  malformed: 400,
} as const satisfies Record<Fault, number>

export function FaultPage({ frame, fault, requestId }: { frame: PageFrame; fault: Fault; requestId: string }) {
  const t: WebMessages = webMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t[fault].title}>
      <h1>{t[fault].title}</h1>
      <p class="lead">{t[fault].text}</p>
      <p>
        {t.requestNumber}: <code>{requestId}</code>
      </p>
      <p>
        <ButtonLink href="/">{t.home}</ButtonLink>
      </p>
    </PublicPage>
  )
}

export function SignInFaultPage({ frame, refusal }: { frame: PageFrame; refusal: keyof WebMessages['signIn'] }) {
  const t = webMessages[frame.language].signIn
  return (
    <PublicPage frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead">{t[refusal]}</p>
      <p>
        <ButtonLink href="/login">{t.again}</ButtonLink>
      </p>
    </PublicPage>
  )
}
