import { beforeAll, describe, expect, it } from 'vitest'
import type { Client, TestApp } from '#test/app.ts'
import { aReport, words } from '../../testing.ts'
import { openSettings } from '../testing.ts'
import { boundsOf, reaches, readShapes, writeShapes, type Shape } from './shapes.ts'

let app: TestApp
let coordinator: Client
let official: Client
let resident: Client
beforeAll(async () => {
  ;({ app, coordinator, official, resident } = await openSettings())
})

const square: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [25.17, 59.44],
      [25.18, 59.44],
      [25.18, 59.45],
      [25.17, 59.45],
      [25.17, 59.44],
    ],
  ],
}
const bend: Shape = {
  type: 'LineString',
  coordinates: [
    [25.2, 59.44],
    [25.22, 59.44],
    [25.22, 59.45],
  ],
}

describe('a shape', () => {
  it('holds what lies in it, and a line what is no farther than its buffer', () => {
    expect(reaches([square], { latitude: 59.445, longitude: 25.175 }, 0)).toBe(true)
    expect(reaches([square], { latitude: 59.4512, longitude: 25.175 }, 100)).toBe(false)
    expect(reaches([square], { latitude: 59.4512, longitude: 25.175 }, 150)).toBe(true)
    expect(reaches([bend], { latitude: 59.4401, longitude: 25.21 }, 12)).toBe(true)
    expect(reaches([bend], { latitude: 59.4402, longitude: 25.21 }, 12)).toBe(false)
    // Between the two arms nothing is enclosed.
    expect(reaches([bend], { latitude: 59.443, longitude: 25.213 }, 100)).toBe(false)
    const { west, north } = boundsOf([square], 100)
    expect([west < 25.17 && west > 25.167, north > 59.45 && north < 59.452]).toEqual([true, true])
  })

  it('is read from GeoJSON alone, and each fault has its word', () => {
    expect(readShapes(writeShapes([square, bend]), 10)).toEqual({ ok: true, shapes: [square, bend] })
    const refusalOf = (value: unknown, metres = 10) => {
      const read = readShapes(typeof value === 'string' ? value : JSON.stringify(value), metres)
      return read.ok ? null : read.refusal
    }
    expect(refusalOf('{')).toBe('notJson')
    expect(refusalOf([1])).toBe('notGeoJson')
    expect(refusalOf({ type: 'Point', coordinates: [25, 59] })).toBe('notGeoJson')
    expect(refusalOf({ type: 'FeatureCollection', features: [] })).toBe('nothingDrawn')
    expect(
      refusalOf({
        type: 'LineString',
        coordinates: [
          [59.44, 25.2],
          [59.45, 25.2],
        ],
      }),
    ).toBe('swapped')
    expect(
      refusalOf({
        type: 'LineString',
        coordinates: [
          [25, 59],
          [2, 48],
        ],
      }),
    ).toBe('notInEstonia')
    expect(
      refusalOf({
        type: 'Polygon',
        coordinates: [
          [
            [25, 59],
            [25.1, 59],
            [25.1, 59.1],
            [25, 59.1],
          ],
        ],
      }),
    ).toBe('ringOpen')
    expect(refusalOf(bend, 0)).toBe('bufferMissing')
    expect(refusalOf(' '.repeat(1_000_001))).toBe('tooMany')
    expect(refusalOf({ type: 'LineString', coordinates: Array.from({ length: 20_001 }, () => [25, 59]) })).toBe(
      'tooMany',
    )
    let deep: unknown = square
    for (let at = 0; at < 50; at += 1) deep = { type: 'GeometryCollection', geometries: [deep] }
    expect(refusalOf(deep)).toBe('notGeoJson')
  })
})

const id = crypto.randomUUID()
const path = `/too/teated/alad/${id}`
const anArea = (given: Record<string, string | readonly string[] | File> = {}) => ({
  'name.et': 'Näidistee OÜ',
  'name.en': 'Example Road Ltd',
  'name.ru': '',
  phone: '555 0100',
  mail: '',
  web: 'https://naide.invalid/',
  shapes: JSON.stringify(square),
  bufferMetres: '20',
  categories: ['tee-auk', 'liiklusmark'],
  isOpen: 'on',
  why: 'Uus leping',
  ...given,
})

describe('an area of another owner', () => {
  it('is the coordinator’s to keep', async () => {
    for (const who of [official, resident]) {
      for (const one of ['/too/teated/alad', path, `${path}/kuju.geojson`, `${path}/ajalugu`]) {
        expect((await who.get(one)).status, one).toBe(403)
      }
      expect((await who.post(path, anArea())).status).toBe(403)
    }
    const wrong = await coordinator.post(path, anArea({ phone: '', web: 'naide', why: '', shapes: '{' }))
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 2])
    expect(words(await coordinator.post(path, anArea({ shapes: '{' })))).toContain('See ei ole JSON')
    expect(words(await coordinator.post(path, anArea({ shapes: '' })))).toContain('Kleebi ala kuju')
    expect((await coordinator.post(path, anArea())).status).toBe(303)
    expect(words(await coordinator.get('/too/teated/alad'))).toContain('Näidistee OÜ')
    expect(words(await coordinator.post(path, anArea({ shapes: '' })))).toContain('Midagi ei muutunud')
    const taken = await coordinator.get(`${path}/kuju.geojson`)
    expect(JSON.parse(taken.text).features[0].geometry).toEqual(square)
    const file = new File([writeShapes([square, bend])], 'teed.geojson')
    expect((await coordinator.post(path, anArea({ file, categories: 'tee-auk', why: 'Lisandus lõik' }))).status).toBe(
      303,
    )
    const history = words(await coordinator.get(`${path}/ajalugu`))
    expect([history.includes('Lisandus lõik'), history.includes('Ala kuju (punkte)')]).toEqual([true, true])
  })

  it('stops a report there with the owner’s contacts, whatever the browser says', async () => {
    const there = { point: '59.445, 25.175', settlement: '' }
    for (const insists of ['', 'on']) {
      const refused = await resident.post('/teated/uus', aReport({ ...there, insists }))
      expect(refused.status).toBe(422)
      expect(refused.page.querySelector('#field-point-error')?.text).toContain(
        'selle koha eest vastutab Näidistee OÜ. Pöördu: 555 0100, https://naide.invalid/',
      )
    }
    expect((await resident.post('/en/teated/uus', aReport(there))).text).toContain('Example Road Ltd is responsible')
    expect((await resident.post('/teated/uus', aReport({ ...there, category: 'haljastus' }))).status).toBe(303)
    expect((await resident.post('/teated/uus', aReport({ ...there, point: '59.4402, 25.165' }))).status).toBe(303)
    const near = JSON.parse((await app.visitor.get('/teated/laheduses.json?point=59.445,25.175&teema=tee-auk')).text)
    expect(near.notOurs).toEqual({ sentence: expect.stringContaining('555 0100'), mayInsist: false })
  })

  it('lets through whoever knows, where the owner’s area allows it', async () => {
    const there = { point: '59.445, 25.175', settlement: '' }
    expect((await coordinator.post(path, anArea({ letsThrough: 'on', why: 'Vald vaatab ka' }))).status).toBe(303)
    const asked = await app.visitor.post('/teated/uus', aReport(there))
    expect([asked.status, asked.page.querySelector('[data-insist]')?.getAttribute('hidden')]).toEqual([422, undefined])
    expect(asked.page.querySelector('#field-insists-error')?.text).toContain('Näidistee OÜ')
    expect((await app.visitor.post('/teated/uus', aReport({ ...there, insists: 'on' }))).status).toBe(303)
    const { isOpen: _open, ...closed } = anArea()
    expect((await coordinator.post(path, { ...closed, why: 'Leping lõppes' })).status).toBe(303)
    expect((await app.visitor.post('/teated/uus', aReport(there))).status).toBe(303)
  })
})
