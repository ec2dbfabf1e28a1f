import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from './database.ts'
import { modules } from '../src/modules.ts'

const files = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
const source = [...files('src', /\.(ts|tsx|css|sql)$/), ...files('test', /\.tsx?$/), ...files('scripts', /\.mjs$/)]
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const lengthOf = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1
const moduleNames = readdirSync('src/modules')

type Rule = { name: string; to: { pathNot?: string[] | string } }
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: Rule[] }
const graph = new Map(
  forbidden
    .filter((rule) => rule.name.endsWith('-may-use'))
    .map((rule) => {
      const name = rule.name.replace(/-may-use$/, '')
      const may = [rule.to.pathNot ?? []].flat().map((path) => path.split('/')[2]!)
      return [name, may.filter((other) => other !== name)] as const
    }),
)

describe('the house keeps its order', () => {
  it('has no source file above 300 lines and no test above 400', () => {
    const long = source.filter((path) => lengthOf(path) > (isTest(path) ? 400 : 300) && basename(path) !== 'schema.ts')
    expect(long.map((path) => `${path}: ${lengthOf(path)}`)).toEqual([])
  })

  it('has no folder or file whose name says nothing', () => {
    const empty = /(^|\/)(utils?|common|shared|helpers?|lib|services|types|constants|misc)(\/|\.tsx?$)/
    expect(source.filter((path) => empty.test(path))).toEqual([])
  })

  it('gives every module its contract files', () => {
    for (const name of moduleNames) {
      for (const file of ['README.md', 'module.ts'])
        expect(existsSync(`src/modules/${name}/${file}`), `${name}/${file}`).toBe(true)
      const hasTables = existsSync(`src/modules/${name}/migrations`)
      if (hasTables) expect(existsSync(`src/modules/${name}/rules.ts`), `${name}/rules.ts`).toBe(true)
    }
  })

  it('opens at most six things through a module’s door', () => {
    for (const name of moduleNames) {
      const door = `src/modules/${name}/index.ts`
      if (!existsSync(door)) continue
      const exported = [...readFileSync(door, 'utf8').matchAll(/export \{([^}]*)\}|export \* as/g)].flatMap(
        ([, names]) => (names ?? 'one').split(','),
      )
      expect(exported.length, door).toBeLessThanOrEqual(6)
    }
  })

  it('registers the modules bottom to top along the module graph, which has no cycle', () => {
    const order = modules.map((module) => module.name)
    expect(order.toSorted()).toEqual([...graph.keys()].toSorted())
    expect(order.toSorted()).toEqual(moduleNames.toSorted())
    for (const [at, name] of order.entries()) {
      for (const below of graph.get(name)!) expect(order.indexOf(below), `${name} uses ${below}`).toBeLessThan(at)
    }
  })

  it('names every table after its module', async () => {
    const { db } = await freshDatabase()
    const prefixes = ['platform', ...moduleNames.map((name) => name.replaceAll('-', '_'))]
    const tables = (await db.introspection.getTables()).filter((table) => table.schema === 'public')
    const strangers = tables.filter((table) => !prefixes.some((prefix) => table.name.startsWith(`${prefix}_`)))
    expect(strangers.map((table) => table.name)).toEqual([])
  })

  it('names every constraint, so that a use case can tell what was refused', async () => {
    const { pool } = await freshDatabase()
    const { rows } = await pool.query<{ name: string; owner: string }>(
      `select conname as name, conrelid::regclass::text as owner from pg_constraint
       where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c') and conname not like conrelid::regclass::text || '%'`,
    )
    expect(rows).toEqual([])
  })

  it('reads the environment in one place', () => {
    const readers = files('src', /\.tsx?$/).filter(
      (path) => !isTest(path) && readFileSync(path, 'utf8').includes('process.env'),
    )
    expect(readers).toEqual(['src/platform/config.ts'])
  })

  it('has every message in all three languages', async () => {
    const found = import.meta.glob(['../src/**/{messages,messages/*}.ts', '!../src/**/*.test.ts'])
    expect(Object.keys(found).length).toBeGreaterThan(5)
    for (const [path, load] of Object.entries(found)) {
      const exported = Object.values((await load()) as Record<string, unknown>)
      const tables = exported.filter(
        (value): value is Record<'et' | 'en' | 'ru', object> =>
          typeof value === 'object' && value !== null && 'et' in value,
      )
      for (const table of tables) {
        const keys = keysOf(table.et)
        expect(keysOf(table.en), `${path} in English`).toEqual(keys)
        expect(keysOf(table.ru), `${path} in Russian`).toEqual(keys)
      }
    }
  })
})

function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [prefix]
  return Object.entries(value)
    .flatMap(([key, inner]) => keysOf(inner, `${prefix}.${key}`))
    .toSorted()
}

it('keeps the context to three fields', () => {
  const text = readFileSync('src/platform/context.ts', 'utf8')
  expect(/export type Context = \{ db: Db; actor: Actor; now: Date \}/.test(text)).toBe(true)
})
