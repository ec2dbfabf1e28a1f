import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Config } from './config.ts'
import { keepCalendar } from './context.ts'
import { openEmbedded, openPostgres, type OpenDatabase } from './database.ts'
import { openFileStore, type FileStore } from './file-store/file-store.ts'
import { languages } from './language.ts'
import { siteKeys, type SiteKeys } from './keys.ts'
import { siteFiles, type SiteFiles } from './site-files.ts'
import { makePageCache, type PageCache } from './web/page-cache.ts'

export const localText = z.object({
  et: z.string().min(1),
  en: z.string().exactOptional(),
  ru: z.string().exactOptional(),
})

export const siteSettings = z.object({
  hosts: z.array(z.string().regex(/^[a-z0-9.:[\]-]+$/)).min(1),
  name: localText,
  shortName: z.string().min(1),
  timeZone: z.string().min(1),
  languages: z.array(z.enum(languages)).min(1),
  contact: z.object({
    address: z.string(),
    email: z.string(),
    phone: z.string(),
    hours: localText,
  }),
  municipality: z.object({ ehak: z.string(), countyEhak: z.string() }),
})
export type SiteSettings = z.output<typeof siteSettings>

/** One municipality: everything below the composition sees just one of these. */
export type Site = {
  name: string
  settings: SiteSettings
  files: SiteFiles
  database: OpenDatabase
  keys: SiteKeys
  cache: PageCache
  /** Where this site keeps what people attach; nothing else lies there. */
  fileDirectory: string
  store: FileStore
}

export function listSiteNames(config: Config): string[] {
  return readdirSync(config.sitesDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}

export async function openSite(config: Config, name: string): Promise<Site> {
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(name)) throw new Error(`${name} is no site name: use a-z, 0-9 and hyphens`)
  const files = siteFiles(join(config.sitesDirectory, name))
  const settings = files.read('site.json', siteSettings)
  const directory = join(config.dataDirectory, name)
  const database =
    config.databaseUrl === null
      ? await openEmbedded(join(directory, 'database'))
      : openPostgres(config.databaseUrl.replaceAll('{site}', name.replaceAll('-', '_')), config.databasePool)
  keepCalendar(database.db, settings.timeZone)
  const fileDirectory = join(directory, 'files')
  return {
    name,
    settings,
    files,
    database,
    keys: siteKeys(config.secret, name),
    cache: makePageCache(),
    fileDirectory,
    store: await openFileStore(config, name, fileDirectory),
  }
}

/** Two sites on one database would mix two municipalities: the start refuses it. */
export function refuseSharedDatabase(config: Config, names: readonly string[]): void {
  if (names.length > 1 && config.databaseUrl !== null && !config.databaseUrl.includes('{site}')) {
    throw new Error('DATABASE_URL: several sites need {site} in it, so that each has its own database')
  }
}
