import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#ui/icons.tsx'
import { useReader } from '#ui/reader.ts'
import type { Tone } from '#ui/tone.ts'

export type NoticeProps = {
  tone?: Exclude<Tone, 'neutral'>
  title?: string
  /** Said aloud at once; only for what just happened. */
  live?: boolean
  children?: ComponentChildren
}

const icons: Record<Exclude<Tone, 'neutral'>, IconName> = {
  info: 'notice',
  success: 'done',
  warning: 'alert',
  danger: 'error',
}

export function Notice({ tone = 'info', title, live, children }: NoticeProps) {
  const { words } = useReader()
  const toneWords = {
    info: words.toneInfo,
    success: words.toneSuccess,
    warning: words.toneWarning,
    danger: words.toneDanger,
  }
  const role = live === true ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div class={`notice tone-${tone}`} role={role}>
      <Icon name={icons[tone]} />
      <div>
        <span class="visually-hidden">{toneWords[tone]}: </span>
        {title === undefined ? null : <h2>{title}</h2>}
        {children}
      </div>
    </div>
  )
}
