import type { ComponentChildren } from 'preact'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'result-check': {
        class: string
        'data-signed': string
        'data-keys': string
        'data-words': string
        children?: ComponentChildren
      }
      'meeting-replay': {
        class: string
        'data-path': string
        'data-moment': string
        /** Seconds from the first event to each. */
        'data-seconds': string
        'data-words': string
        children?: ComponentChildren
      }
    }
  }
}
