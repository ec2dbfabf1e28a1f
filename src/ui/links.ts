import { isLanguage, type Language } from '#platform/language.ts'

/**
 * An internal path in the reader's language: Estonian unprefixed, `/en/…` and `/ru/…` the others.
 * Any language prefix is replaced, so that it can be applied twice; links to elsewhere stay as they are.
 */
export function localPath(path: string, language: Language): string {
  if (!isInternal(path)) return path
  const bare = withoutLanguage(path).replace(/^\/+/u, '/')
  if (language === 'et') return bare
  return bare === '/' || bare.startsWith('/?') || bare.startsWith('/#')
    ? `/${language}${bare.slice(1)}`
    : `/${language}${bare}`
}

export function isInternal(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//')
}

export function withoutQuery(path: string): string {
  return path.split(/[?#]/u)[0] ?? path
}

function withoutLanguage(path: string): string {
  const first = path.slice(1).split(/[/?#]/u)[0] ?? ''
  if (!isLanguage(first) || first === 'et') return path
  const rest = path.slice(1 + first.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}
