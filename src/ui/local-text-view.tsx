import { readText, type LocalText } from '#platform/language.ts'
import { useReader } from '#ui/reader.ts'

export type LocalTextViewProps = {
  text: LocalText
  /** Inside a sentence, table or heading: no note under it, the language is still marked. */
  inline?: boolean
}

/** Officials' text in the reader's language, with what the reader must know about the translation. */
export function LocalTextView({ text, inline }: LocalTextViewProps) {
  const reader = useReader()
  const { words } = reader
  const read = readText(text, reader.language)
  const foreign = read.language === reader.language ? undefined : read.language
  if (inline === true) return <span lang={foreign}>{read.text}</span>
  return (
    <div>
      <p class="local-text" lang={foreign}>
        {read.text}
      </p>
      {foreign === undefined ? null : <p class="translation-note">{words.onlyInEstonian}</p>}
      {read.behind ? <p class="translation-note">{words.translationBehind}</p> : null}
    </div>
  )
}
