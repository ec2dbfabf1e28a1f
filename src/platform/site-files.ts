import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'

/** The files a municipality ships with its site: read-only facts in `sites/<name>/`. */
export type SiteFiles = {
  directory: string
  has(name: string): boolean
  /** Reads and checks one JSON file; throws with the file's name and what is wrong in it. */
  read<S extends z.ZodType>(name: string, schema: S): z.output<S>
  bytes(name: string): Uint8Array
}

export function siteFiles(directory: string): SiteFiles {
  return {
    directory,
    has: (name) => existsSync(join(directory, name)),
    bytes: (name) => readFileSync(join(directory, name)),
    read: (name, schema) => {
      const parsed = schema.safeParse(JSON.parse(readFileSync(join(directory, name), 'utf8')))
      if (parsed.success) return parsed.data
      const issue = parsed.error.issues[0]!
      throw new Error(`${join(directory, name)}: ${issue.path.join('.')}: ${issue.message}`)
    },
  }
}
