import type { Context } from './context.ts'
import type { LocalText } from './language.ts'

export type DatasetColumn = {
  name: string
  title: LocalText
  type: 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'instant' | 'address'
  /** As people write it: EUR, km², persons. */
  unit?: string
  explanation?: LocalText
  mayBeEmpty?: boolean
}

export type DatasetRow = Readonly<Record<string, string | number | boolean | Date | null>>

/** What open data publishes of a module: never personal data, whatever the table holds. */
export type Dataset = {
  /** Stands in the address: `/andmed/<name>.csv`; lower case, hyphens. */
  name: string
  title: LocalText
  description: LocalText
  keywords: readonly LocalText[]
  /** EU data theme: GOVE, ECON, REGI, SOCI … (publications.europa.eu/resource/authority/data-theme). */
  theme: string
  /** EU frequency code: CONT, DAILY, MONTHLY, ANNUAL, IRREG … */
  frequency: string
  /** Address of the licence of the rows. */
  license: string
  /** Where the facts come from when they are not the municipality's own. */
  source?: LocalText
  columns: readonly DatasetColumn[]
  /** Columns that say where a row is (degrees, WGS 84); such a dataset is given as GeoJSON too. */
  place?: { latitude: string; longitude: string }
  rows: (ctx: Context) => AsyncIterable<readonly DatasetRow[]>
  modified: (ctx: Context) => Promise<Date | null>
}
