import type { Tone } from '#ui/tone.ts'

/** What the doors of the map tell the browser. */
export type ReportPin = {
  number: number
  name: string
  state: string
  kind: PinKind
  tone: Tone
  href: string
}
export type PinKind = 'open' | 'fixed' | 'closed'
type At<P> = { type: 'Feature'; geometry: { type: 'Point'; coordinates: [number, number] }; properties: P }
export type ClusterPin = { count: number; opensAt: number }
export type PinsAnswer = {
  type: 'FeatureCollection'
  zoom: number
  /** How many reports of the filter have a point at all. */
  placed: number
  features: At<ReportPin | ClusterPin>[]
}

export type SimilarReport = {
  number: number
  name: string
  words: string
  language: string
  state: string
  metres: number
  picture: string | null
  href: string
  follow: string
}
/** Who answers at the place instead of the municipality, in a sentence. */
export type NotOursAnswer = { sentence: string; mayInsist: boolean }
export type SimilarAnswer = { reports: SimilarReport[]; notOurs: NotOursAnswer | null }

type Ring = readonly (readonly number[])[]
export type Outline =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }
export type SettlementOutline = {
  type: 'Feature'
  geometry: Outline
  properties: { ehak: string; name: string; short: string; areaM2: number }
}
export type OutlinesAnswer = {
  type: 'FeatureCollection'
  source: string
  boundary: { type: 'MultiLineString'; coordinates: readonly Ring[] }
  features: SettlementOutline[]
}

/** The picture behind the outlines, where the operator has set one. */
export type MapTiles = { url: string; attribution: string }
