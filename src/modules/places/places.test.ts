import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { installSettlements } from './install-settlements.ts'
import { listSettlements } from './queries.ts'
import { bareName, nameOfSettlement, neighboursOf, sortSettlements } from './rules.ts'

const named = (name: string) => ({ name, kind: 'küla' as const, areaM2: 1 })

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

describe('names of settlements', () => {
  it('tells Loo the borough from Loo the village', () => {
    expect(nameOfSettlement({ name: 'Loo', kind: 'alevik' }, 'et')).toBe('Loo alevik')
    expect(nameOfSettlement({ name: 'Loo', kind: 'küla' }, 'et')).toBe('Loo küla')
  })

  it('does not say Uusküla küla', () => {
    expect(bareName('Uusküla', 'küla')).toBe('Uusküla')
    expect(nameOfSettlement({ name: 'Uusküla', kind: 'küla' }, 'et')).toBe('Uusküla')
    expect(nameOfSettlement({ name: 'Uusküla', kind: 'küla' }, 'ru')).toBe('деревня Uusküla')
  })

  it('sorts Õ, Ä, Ö and Ü to the end', () => {
    const sorted = sortSettlements(['Ülgase', 'Vandjala', 'Võerdla', 'Aruaru'].map(named), 'nimi')
    expect(sorted.map((one) => one.name)).toEqual(['Aruaru', 'Vandjala', 'Võerdla', 'Ülgase'])
  })

  it('is a neighbour of its neighbour, whatever the outlines', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
    const rings = fc.array(fc.array(point, { minLength: 4, maxLength: 6 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(rings, (outlines) => {
        const settlements = outlines.map((ring, index) => ({
          ehak: String(1000 + index),
          outline: { type: 'Polygon' as const, coordinates: [ring] },
        }))
        const neighbours = neighboursOf(settlements)
        for (const [ehak, others] of neighbours) {
          expect(others).not.toContain(ehak)
          for (const other of others) expect(neighbours.get(other)).toContain(ehak)
        }
      }),
    )
  })
})

describe('the settlements of the municipality', () => {
  it('are all 36 in place after the start, and a second start changes nothing', async () => {
    const before = await listSettlements(app.db)
    expect(before).toHaveLength(36)
    expect(before.find((one) => one.ehak === '4496')).toMatchObject({ name: 'Loo', kind: 'alevik' })
    const neeme = before.find((one) => one.name === 'Neeme')!
    expect(neeme.neighbours).toContain(before.find((one) => one.name === 'Ihasalu')!.ehak)
    await app.db
      .updateTable('places_settlements')
      .set({ description: '{"et":"Kaluriküla."}' })
      .where('ehak', '=', neeme.ehak)
      .execute()
    await installSettlements(app.context(), app.site.files)
    expect(await listSettlements(app.db)).toEqual(before)
    const kept = app.db.selectFrom('places_settlements').select('description').where('ehak', '=', neeme.ehak)
    expect(await kept.executeTakeFirst()).toEqual({ description: { et: 'Kaluriküla.' } })
  })

  it.each([
    ['/asulad', 'Külad ja alevikud', 'Neeme küla'],
    ['/en/asulad', 'Villages and boroughs', 'Neeme village'],
    ['/ru/asulad', 'Деревни и посёлки', 'деревня Neeme'],
  ])('%s lists them with a map and says where the borders come from', async (path, heading, name) => {
    const answer = await app.visitor.get(path)
    expect(answer.status).toBe(200)
    expect(answer.page.querySelector('h1')?.text).toBe(heading)
    expect(answer.page.querySelectorAll('tbody tr')).toHaveLength(36)
    expect(answer.page.querySelectorAll('svg.outline-map a')).toHaveLength(36)
    expect(answer.page.querySelector('figcaption')?.text).toContain('01.09.2018')
    expect(answer.page.querySelector('tbody')?.text).toContain(name)
  })

  it('can be narrowed to boroughs and sorted by area', async () => {
    const boroughs = await app.visitor.get('/asulad?liik=alevik')
    expect(boroughs.page.querySelectorAll('tbody th').map((one) => one.text)).toEqual([
      'Kostivere alevik',
      'Loo alevik',
    ])
    const largest = await app.visitor.get('/asulad?jarjestus=-pindala')
    expect(largest.page.querySelector('tbody th')?.text).toBe('Jägala küla')
    expect((await app.visitor.get('/asulad?liik=kuu&jarjestus=x')).status).toBe(200)
  })

  it('cost few queries to show', async () => {
    const official = await app.signIn({ roles: ['official'] })
    expect(await app.countQueries(() => official.get('/asulad'))).toBeLessThanOrEqual(6)
  })

  it('are given to programs with their outlines', async () => {
    const list = JSON.parse((await app.visitor.get('/api/v1/settlements')).text)
    expect(list.settlements).toHaveLength(36)
    const one = await app.visitor.get('/api/v1/settlements/4496')
    const feature = JSON.parse(one.text)
    expect(feature).toMatchObject({ type: 'Feature', properties: { name: 'Loo alevik', ehak: '4496' } })
    expect(feature.geometry.type).toMatch(/Polygon$/)
    const missing = await app.visitor.get('/api/v1/settlements/0000')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-type')).toContain('application/problem+json')
  })
})
