import type { ComponentChildren } from 'preact'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'relative-time': { children?: ComponentChildren }
      'live-changes': {
        hidden?: boolean
        'data-path': string
        'data-since': string
        'data-address': string
        /** The sentence; `{count}` stands for how many changes there were. */
        'data-words': string
        children?: ComponentChildren
      }
      'live-fragment': { 'data-address': string; 'data-since': string; children?: ComponentChildren }
      'live-part': { class: string; 'data-address': string; 'data-since': string; children?: ComponentChildren }
      'running-clock': {
        class: string
        'data-seconds': string
        'data-runs': string | undefined
        'data-limit': string | undefined
        'data-over': string
        children?: ComponentChildren
      }
      'shortcut-keys': { 'data-label': string; 'data-hint': string; 'data-name': string }
      'remember-choice': {
        'data-key': string
        'data-label': string
        /** Where the choice leads; `{value}` stands for it. */
        'data-path': string
        children?: ComponentChildren
      }
    }
  }
}
