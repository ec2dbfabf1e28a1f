import '../map-elements.ts'
import type { Settlement } from '#modules/places/index.ts'
import type { PageFrame } from '#ui/frame.ts'
import { localPath } from '#ui/links.ts'
import { Mark } from '#ui/mark.tsx'
import type { MapTiles, PinKind } from '../map-answers.ts'
import { outlinesAddress } from '../map-outlines.ts'
import type { ReportsMapSettings } from '../map-settings.ts'
import { mapMessages } from '../messages/map.ts'
import { publicMessages } from '../messages/public.ts'
import { reportPaths } from '../paths.ts'
import type { PublicFilter } from '../queries/reports.ts'
import type { ReportState } from '../rules.ts'
import { MapScript, MapStyle } from './map-parts.tsx'
import type { Stretch } from '../stretch.ts'
import { toneOf } from './report-parts.tsx'

export type ReportsMapProps = {
  frame: PageFrame
  filter: PublicFilter
  stretch: Stretch | null
  settlements: readonly Settlement[]
  tiles: MapTiles | null
}

/** One state of each kind, for its shape. */
const examples: Record<PinKind, ReportState> = {
  open: 'confirmed',
  fixed: 'fixed-by-parish',
  closed: 'no-further-action',
}

/** Without script there is nothing here: the list below says the same. */
export function ReportsMap({ frame, filter, stretch, settlements, tiles }: ReportsMapProps) {
  const { language } = frame
  const t = mapMessages[language]
  const query = new URLSearchParams({
    ...(filter.state === null ? {} : { seis: filter.state }),
    ...(filter.group === null ? {} : { teema: filter.group }),
    ...(filter.settlement === null ? {} : { koht: filter.settlement }),
    ...(stretch === null ? {} : { aeg: stretch }),
  }).toString()
  const settings: ReportsMapSettings = {
    words: t.inBrowser,
    outlines: outlinesAddress(settlements, language),
    tiles,
    pins: `${localPath(reportPaths.mapPins, language)}?${query === '' ? '' : `${query}&`}`,
    settlement: filter.settlement ?? '',
  }
  return (
    <>
      <MapStyle frame={frame} />
      <reports-map class="no-print" data-title={t.mapTitle} data-settings={JSON.stringify(settings)}>
        <p class="quiet small">{t.mapLead}</p>
        <div class="map-frame" data-frame="" />
        <ul class="row plain-list small" aria-label={t.legend} data-legend="">
          {(['open', 'fixed', 'closed'] as const).map((kind) => (
            <li key={kind} class={`status tone-${toneOf(examples[kind])}`} data-legend-of={kind}>
              <Mark tone={toneOf(examples[kind])} /> {publicMessages[language][kind]}
            </li>
          ))}
          <li class="status">
            <span class="map-sample" aria-hidden="true">
              2
            </span>{' '}
            {t.legendCluster}
          </li>
        </ul>
        <p class="visually-hidden" role="status" data-status="" />
        <p class="quiet small" data-source="" />
      </reports-map>
      <MapScript frame={frame} name="reports-map" />
    </>
  )
}
