import type { ComponentChildren } from 'preact'
import { languages, type Language } from '#platform/language.ts'
import type { PageFrame } from '#ui/frame.ts'
import { localPath, withoutQuery } from '#ui/links.ts'
import { uiMessages } from '#ui/messages.ts'
import { ReaderContext } from '#ui/reader.ts'

export type DocumentProps = {
  frame: PageFrame
  title: string
  description?: string | undefined
  hasErrors?: boolean | undefined
  feedPath?: string | undefined
  /** Languages in which this page can be read; all of them unless told otherwise. */
  alternates?: readonly Language[] | undefined
}

/** The html document around every page; the platform puts `<!doctype html>` before it. */
export function Document(props: DocumentProps & { bodyClass?: string; children: ComponentChildren }) {
  const { frame, bodyClass, children } = props
  const reader = { language: frame.language, timeZone: frame.site.timeZone }
  return (
    <ReaderContext.Provider value={reader}>
      <html lang={frame.language} data-zone={frame.site.timeZone} data-ahead={frame.minutesAhead || undefined}>
        <Head {...props} />
        <body class={bodyClass}>{children}</body>
      </html>
    </ReaderContext.Provider>
  )
}

function Head({ frame, title, description, hasErrors, feedPath, alternates = languages }: DocumentProps) {
  const words = uiMessages[frame.language]
  const page = withoutQuery(frame.path)
  const fullTitle = title === frame.site.name ? title : `${title} – ${frame.site.shortName}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{hasErrors === true ? words.errorPrefix + fullTitle : fullTitle}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#10151d" media="(prefers-color-scheme: dark)" />
      <link rel="canonical" href={localPath(page, frame.language)} />
      {alternates.map((language) => (
        <link key={language} rel="alternate" hreflang={language} href={localPath(page, language)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={localPath(page, 'et')} />
      {feedPath === undefined ? null : (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={fullTitle}
          href={localPath(feedPath, frame.language)}
        />
      )}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/icon-192.png" />
      <link rel="manifest" href={localPath('/manifest.webmanifest', frame.language)} />
      {frame.assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {frame.assets.scripts.map((source) => (
        <script key={source} type="module" src={source} />
      ))}
    </head>
  )
}
