const longestStem = 120

// Reserved on Windows whatever the extension; a download so named could not be saved there.
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i
// Characters that reorder what stands around them: `arve\u202Efdp.exe` reads as a PDF.
const reordering = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** The name under which a file is kept and saved; null for one that tries to be more than a name. */
export function cleanName(given: string): string | null {
  if (/[/\\]|\p{Cc}/u.test(given) || reordering.test(given)) return null
  const name = given
    .normalize('NFC')
    .replaceAll(/\p{Cf}|\p{Cs}|\p{Co}/gu, '')
    .replaceAll(/[<>:"|?*]/g, '-')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '')
  const extension = extensionOf(name)
  if (extension === '') return name === '' ? null : name.slice(0, longestStem)
  const stem = [...name.slice(0, -extension.length - 1).trimEnd()].slice(0, longestStem).join('')
  const first = stem.split('.')[0] ?? ''
  return `${reserved.test(first.trim()) ? `fail-${stem}` : stem}.${extension}`
}

/** After a picture was made anew as another kind. */
export function withExtension(name: string, extension: string): string {
  return `${name.slice(0, name.length - extensionOf(name).length)}${extension}`
}
