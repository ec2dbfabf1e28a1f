import type { ComponentChildren } from 'preact'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'answer-template': {
        /** Words and state of each template, by its id, as JSON. */
        'data-templates': string
        children?: ComponentChildren
      }
      'picture-boxes': { children?: ComponentChildren }
      'report-rows': {
        /** How many are chosen, `{count}` standing for the number. */
        'data-chosen': string
        children?: ComponentChildren
      }
    }
  }
}
