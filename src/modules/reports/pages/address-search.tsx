import type { ComponentChildren } from 'preact'
import { localPath } from '#ui/links.ts'
import { useReader } from '#ui/reader.ts'
import type { AddressSearchSettings } from '../browser/address-search.ts'
import { mapMessages } from '../messages/map.ts'
import { reportPaths } from '../paths.ts'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'address-search': {
        hidden?: boolean
        /** `AddressSearchSettings` as JSON. */
        'data-settings': string
        children?: ComponentChildren
      }
    }
  }
}

/** Stands after the address field where the operator has set a gazetteer; without script an address is words. */
export function AddressSearch() {
  const { language } = useReader()
  const t = mapMessages[language]
  const settings: AddressSearchSettings = {
    address: localPath(reportPaths.addresses, language),
    words: t.addressSearch,
  }
  return (
    <address-search hidden data-settings={JSON.stringify(settings)}>
      <p>
        <button type="button" class="button button-secondary button-small">
          {t.findAddress}
        </button>
      </p>
      <ul class="plain-list row" data-found="" aria-label={t.findAddress} />
      <p class="small" role="status" data-status="" />
    </address-search>
  )
}
