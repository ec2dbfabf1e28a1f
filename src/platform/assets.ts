import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = Record<
  string,
  { file: string; css?: string[]; assets?: string[]; imports?: string[]; isEntry?: boolean }
>
export type Assets = {
  directory: string
  styles: readonly string[]
  scripts: readonly string[]
  url(source: string): string
  /** All built files that a source needs at once, named by its source or by its built name. */
  filesOf(source: string): string[]
}

/** Names of the built browser files. Without a build (unit tests) the pages name the sources. */
export function readAssets(directory: string): Assets {
  const file = join(directory, '.vite', 'manifest.json')
  const manifest: Manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {}
  const url = (source: string) => `/${manifest[source]?.file ?? source}`
  const filesOf = (source: string): string[] => {
    const made = manifest[source] ?? Object.values(manifest).find((one) => `/${one.file}` === source)
    if (made === undefined) return []
    const own = [made.file, ...(made.css ?? []), ...(made.assets ?? [])].map((path) => `/${path}`)
    return [...own, ...(made.imports ?? []).flatMap(filesOf)]
  }
  const main = manifest['src/ui/browser/main.ts']
  const style = manifest['src/ui/styles/main.css']
  return {
    directory,
    styles: [style === undefined ? '/src/ui/styles/main.css' : `/${style.file}`],
    scripts: [main === undefined ? '/src/ui/browser/main.ts' : `/${main.file}`],
    url,
    filesOf,
  }
}
