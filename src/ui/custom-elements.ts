import type { ComponentChildren } from 'preact'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'relative-time': { children?: ComponentChildren }
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
