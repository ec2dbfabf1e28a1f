import type { MapTiles } from './map-answers.ts'
import type { MapWords } from './messages/map.ts'

/** What a page tells its map, as JSON in `data-settings`. */
export type MapSettings = {
  words: MapWords
  outlines: string
  tiles: MapTiles | null
}
export type ReportsMapSettings = MapSettings & { pins: string; settlement: string }
export type PickerSettings = MapSettings & { similar: string }
