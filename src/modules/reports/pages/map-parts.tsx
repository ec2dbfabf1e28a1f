import type { PageFrame } from '#ui/frame.ts'

/** The style of maps; only pages that have one load it. */
export function MapStyle({ frame }: { frame: PageFrame }) {
  return <link rel="stylesheet" href={frame.assets.url('src/modules/reports/browser/map.css')} />
}

export function MapScript({ frame, name }: { frame: PageFrame; name: 'reports-map' | 'place-picker' }) {
  return <script type="module" src={frame.assets.url(`src/modules/reports/browser/${name}.ts`)} />
}
