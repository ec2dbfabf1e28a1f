import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { readText } from '../language.ts'
import { installedAppMessages } from './messages.ts'
import type { PageOnDevice } from './on-device.ts'

/** Shown by the device itself in place of a page that it cannot ask for. */
export function OfflinePage({ frame, pages }: { frame: PageFrame; pages: readonly PageOnDevice[] }) {
  const t = installedAppMessages[frame.language]
  return (
    <PublicPage frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {pages.length === 0 ? null : (
        <>
          <p>{t.works}</p>
          <ul>
            {pages.map(({ path, label }) => (
              <li key={path}>
                <Link href={path}>{readText(label, frame.language).text}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  )
}
