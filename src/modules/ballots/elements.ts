import type { ComponentChildren } from 'preact'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'archive-check': {
        class: string
        'data-worker': string
        'data-words': string
        children?: ComponentChildren
      }
    }
  }
}
