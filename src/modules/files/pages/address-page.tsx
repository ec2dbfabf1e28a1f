import { ButtonLink } from '#ui/button.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { uiMessages } from '#ui/messages.ts'
import { fileMessages } from '../messages/pages.ts'

/** Why a signed address opens nothing. */
export function AddressPage({ frame, why }: { frame: PageFrame; why: 'others' | 'expired' }) {
  const t = fileMessages[frame.language]
  const title = why === 'others' ? t.othersTitle : t.expiredTitle
  return (
    <PublicPage frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{t[why]}</p>
      <p>
        <ButtonLink href="/">{uiMessages[frame.language].homePage}</ButtonLink>
      </p>
    </PublicPage>
  )
}
