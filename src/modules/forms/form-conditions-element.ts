import type { ComponentChildren } from 'preact'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'form-conditions': {
        /** The form without its words, as JSON. */
        'data-definition': string
        'data-prefix': string
        /** Sentences; `{labels}` stands for the questions. */
        'data-appeared': string
        'data-vanished': string
        children?: ComponentChildren
      }
    }
  }
}
