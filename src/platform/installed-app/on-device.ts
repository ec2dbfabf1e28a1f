import type { LocalText } from '../language.ts'

/** A page that opens on a person's device without a line, as everybody sees it. */
export type PageOnDevice = {
  path: string
  /** Where the page as it is kept is found, when that is another address. */
  from?: string
  label: LocalText
  /** Offered by the app's icon too. */
  isShortcut?: boolean
}

/** What a module gives to the app on a person's device. Nothing of it may be about anybody. */
export type OnDevice = {
  pages: readonly PageOnDevice[]
  /** Other public answers that these pages ask for; they are kept without their query. */
  answers: readonly string[]
  /** Sources of the styles and scripts that these pages load. */
  sources: readonly string[]
}
