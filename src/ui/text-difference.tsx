import type { Segment } from '#platform/word-difference.ts'
import { useReader } from '#ui/reader.ts'

/** Where little stayed the same, words by turns cannot be read: the whole old text stands before the whole new one. */
function inReadablePieces(segments: readonly Segment[]): readonly Segment[] {
  const textOf = (...kinds: Segment['kind'][]) =>
    segments.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('')
  const before = textOf('same', 'removed')
  const after = textOf('same', 'added')
  if (before === '' || after === '' || textOf('same').length > Math.max(before.length, after.length) / 2)
    return segments
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

/** Marked by element for the eye and by words for the ear: screen readers seldom say `ins` and `del`. */
export function Segments({ segments }: { segments: readonly Segment[] }) {
  const { language, words: t } = useReader()
  const aloud = (said: string) => (
    <span class="visually-hidden" lang={language}>
      {' '}
      {said}{' '}
    </span>
  )
  if (segments.length === 0) return <span class="quiet">{t.emptyText}</span>
  const shown = inReadablePieces(segments)
  return (
    <p class="local-text">
      {shown.map(({ kind, text }, at) => {
        const key = `${at}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Change = kind === 'added' ? 'ins' : 'del'
        const isReplaced = kind === 'removed' && shown[at + 1]?.kind === 'added'
        return (
          <span key={key}>
            <Change>
              {aloud(kind === 'added' ? t.insStart : t.delStart)}
              {text}
              {aloud(t.changeEnd)}
            </Change>
            {isReplaced ? (shown.length === 2 ? '\n' : ' ') : ''}
          </span>
        )
      })}
    </p>
  )
}
