import { languages } from '#platform/language.ts'
import type { PageFrame } from '#ui/frame.ts'
import { Icon } from '#ui/icons.tsx'
import { localPath } from '#ui/links.ts'
import { uiMessages } from '#ui/messages.ts'
import { SiteDoors } from '#ui/site-doors.tsx'

/** Each language calls itself by its own name. */
const languageNames = { et: 'Eesti', en: 'English', ru: 'Русский' }

export function SiteHeader({ frame, current }: { frame: PageFrame; current?: string | undefined }) {
  const words = uiMessages[frame.language]
  return (
    <>
      <a class="skip-link" href="#main">
        {words.skipToContent}
      </a>
      {frame.demo ? <DemoRibbon frame={frame} /> : null}
      <header class="site-header">
        <div class="wrap site-bar">
          <a class="word-mark" href={localPath('/', frame.language)}>
            {frame.site.name}
          </a>
          <SearchBox frame={frame} />
          <LanguageSwitch frame={frame} />
          {frame.viewer === null ? <SignIn frame={frame} /> : <ViewerMenu frame={frame} viewer={frame.viewer} />}
        </div>
        <SiteDoors frame={frame} current={current} />
      </header>
    </>
  )
}

function DemoRibbon({ frame }: { frame: PageFrame }) {
  const words = uiMessages[frame.language]
  return (
    <aside class="ribbon" aria-label={words.demoMark}>
      <p>
        <strong>{words.demoMark}</strong> {words.demoText}{' '}
        <a href={localPath('/login', frame.language)}>{words.demoLink}</a>
      </p>
    </aside>
  )
}

function SearchBox({ frame }: { frame: PageFrame }) {
  const words = uiMessages[frame.language]
  return (
    <search class="header-search">
      <form method="get" action={localPath('/otsing', frame.language)}>
        <label class="visually-hidden" for="header-search">
          {words.searchSite}
        </label>
        <input id="header-search" type="search" name="q" maxlength={200} placeholder={words.searchSite} />
        <button type="submit" aria-label={words.search}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  )
}

function LanguageSwitch({ frame }: { frame: PageFrame }) {
  return (
    <nav aria-label={uiMessages[frame.language].language}>
      <ul class="languages">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={localPath(frame.path, language)}
              lang={language}
              hreflang={language}
              aria-current={language === frame.language ? 'true' : undefined}
            >
              <span aria-hidden="true">{language.toUpperCase()}</span>
              <span class="visually-hidden">{languageNames[language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SignIn({ frame }: { frame: PageFrame }) {
  const back = encodeURIComponent(localPath(frame.path, frame.language))
  return (
    <a class="sign-in" href={`${localPath('/login', frame.language)}?to=${back}`} rel="nofollow">
      {uiMessages[frame.language].signIn}
    </a>
  )
}

function ViewerMenu({ frame, viewer }: { frame: PageFrame; viewer: NonNullable<PageFrame['viewer']> }) {
  const words = uiMessages[frame.language]
  return (
    <details class="menu" name="header-menu">
      <summary>
        <span class="initials" aria-hidden="true">
          {viewer.initials}
        </span>
        <span class="visually-hidden">
          {words.signedInAs} {viewer.name}
        </span>
        <Icon name="down" turned="down" />
      </summary>
      <div class="menu-panel menu-panel-end">
        <p class="menu-note">
          {viewer.name}
          {viewer.actingFor === null ? null : (
            <span class="person-note">
              {words.actingFor} {viewer.actingFor}
            </span>
          )}
        </p>
        <ul>
          <li>
            <a href={localPath('/minu', frame.language)}>{words.myPage}</a>
          </li>
          {viewer.isOfficial ? (
            <li>
              <a href={localPath('/too', frame.language)}>{words.workspace}</a>
            </li>
          ) : null}
          <li>
            <form method="post" action={localPath('/logout', frame.language)}>
              <button type="submit">{words.signOut}</button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  )
}
