import '../map-elements.ts'
import type { Settlement } from '#modules/places/index.ts'
import type { PageFrame } from '#ui/frame.ts'
import { localPath } from '#ui/links.ts'
import type { MapTiles } from '../map-answers.ts'
import { outlinesAddress } from '../map-outlines.ts'
import type { PickerSettings } from '../map-settings.ts'
import { mapMessages } from '../messages/map.ts'
import { reportPaths } from '../paths.ts'
import { MapScript, MapStyle } from './map-parts.tsx'

export type PlacePickerProps = {
  frame: PageFrame
  settlements: readonly Settlement[]
  tiles: MapTiles | null
  /** Where nothing is reported, nothing is compared. */
  withoutSimilar?: boolean
}

/** Chooses the place on a map for the fields after it; without script the fields are all there is. */
export function PlacePicker({ frame, settlements, tiles, withoutSimilar = false }: PlacePickerProps) {
  const { language } = frame
  const t = mapMessages[language]
  const settings: PickerSettings = {
    words: t.inBrowser,
    outlines: outlinesAddress(settlements, language),
    tiles,
    similar: withoutSimilar ? '' : localPath(reportPaths.similar, language),
  }
  return (
    <>
      <MapStyle frame={frame} />
      <place-picker data-choose={t.chooseOnMap} data-settings={JSON.stringify(settings)}>
        <p class="row">
          <button
            type="button"
            class="button button-secondary"
            aria-expanded="false"
            aria-controls="place-map"
            data-open=""
          >
            {t.chooseOnMap}
          </button>
          <button type="button" class="button button-secondary" data-locate="">
            {t.inBrowser.locate}
          </button>
        </p>
        <div id="place-map" class="map-frame map-frame-picker" data-frame="" hidden>
          <svg class="map-cross" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
            <path d="M20 2v13M20 25v13M2 20h13M25 20h13" />
            <circle cx="20" cy="20" r="5" />
          </svg>
        </div>
        <p role="status" tabindex={-1} data-place="" />
        <p class="quiet small" data-source="" />
        <div class="similar-reports" data-similar="" hidden>
          <p>
            <strong>{t.similar}</strong>
          </p>
          <p>{t.similarLead}</p>
          <ul class="plain-list" />
        </div>
        <p class="visually-hidden" role="status" data-similar-status="" />
      </place-picker>
      <MapScript frame={frame} name="place-picker" />
    </>
  )
}
