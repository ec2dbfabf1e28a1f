import { formatDay, localDate } from '#platform/format.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { preferenceMessages, type PreferenceMessages } from '../messages/preferences.ts'
import { notificationPaths, preferencePaths } from '../paths.ts'

/** `shown` is masked where anybody with an old letter may look. */
export type ShownAddress = {
  shown: string
  isConfirmed: boolean
  state: 'ok' | 'paused' | 'blocked'
  stateSince: Date | null
  complainedAt: Date | null
}

type AddressStateProps = { address: ShownAddress | null; base: string; isOwn: boolean; frame: PageFrame }

/** Where letters go, or since when and why they do not, and how they come again. */
export function AddressState({ address, base, isOwn, frame }: AddressStateProps) {
  const t = preferenceMessages[frame.language]
  if (address === null) {
    return (
      <Notice>
        <p>
          {t.noAddress} <Link href={notificationPaths.contacts}>{t.addAddress}</Link>
        </p>
      </Notice>
    )
  }
  const since = (at: Date) => formatDay(localDate(at, frame.site.timeZone), frame.language)
  const stopped = whyStopped(address, since, t)
  return (
    <section class="stack-tight">
      <h2>{t.addressTitle}</h2>
      {stopped === null ? (
        <p>{t.confirmed(address.shown)}</p>
      ) : (
        <Notice tone="warning">
          <p>{stopped}</p>
          <Form action={preferencePaths.confirmAgain(base)}>
            <p class="small">{t.confirmHint}</p>
            <p>
              <Button variant="secondary">{t.confirmAgain}</Button>
            </p>
          </Form>
        </Notice>
      )}
      {isOwn ? (
        <p>
          <Link href={notificationPaths.contacts}>{t.addAddress}</Link>
        </p>
      ) : null}
    </section>
  )
}

function whyStopped(address: ShownAddress, since: (at: Date) => string, t: PreferenceMessages): string | null {
  const { shown, isConfirmed, state, stateSince, complainedAt } = address
  if (!isConfirmed) return t.unconfirmed(shown)
  if (state !== 'ok' && stateSince !== null) return t[state](shown, since(stateSince))
  return complainedAt === null ? null : t.complained(shown, since(complainedAt))
}

export function AddressGonePage({ frame }: { frame: PageFrame }) {
  const t = preferenceMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.goneTitle}>
      <h1>{t.goneTitle}</h1>
      <p class="lead">{t.goneLead}</p>
    </PublicPage>
  )
}
