import type { ComponentChildren } from 'preact'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'report-form': {
        /** `DeviceSettings` as JSON. */
        'data-settings': string
        /** Tells accounts apart; empty without one. */
        'data-account': string
        /** The page stands on the device, and was not asked for now. */
        'data-kept'?: ''
        children?: ComponentChildren
      }
      'device-reports': {
        'data-settings': string
        'data-account': string
        children?: ComponentChildren
      }
    }
  }
}
