import type { ComponentChildren } from 'preact'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'reports-map': {
        class?: string
        'data-title': string
        /** `ReportsMapSettings` as JSON. */
        'data-settings': string
        children?: ComponentChildren
      }
      'place-picker': {
        /** What the button says that opens the map. */
        'data-choose': string
        /** `PickerSettings` as JSON. */
        'data-settings': string
        children?: ComponentChildren
      }
      'photo-care': { children?: ComponentChildren }
    }
  }
}
