import * as exifr from 'exifr'
import * as fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { listSettlements, settlementAt, type Settlement } from '#modules/places/index.ts'
import { openTestApp } from '#test/app.ts'
import type { SettlementOutline } from '../map-answers.ts'
import { outlinesAnswer } from '../map-outlines.ts'
import { metresBetween, outlineToleranceMetres, readPoint, writePoint } from '../map-point.ts'
import { mostClusteredZoom, readMapView, squaresAround } from '../map-view.ts'
import { fillIn } from './fill-in.ts'
import { readPhotoPlace } from './photo-place.ts'
import { fitWithin } from './photo-size.ts'
import { boxAround, ringAround, settlementOf } from './where-is.ts'

type Sides = { GPSLatitudeRef: string; GPSLongitudeRef: string }
async function photo(sides: Partial<Sides> = {}, latitude = '59/1 26/1 780/100', longitude = '24/1 57/1 432/100') {
  const gps = { GPSLatitudeRef: 'N', GPSLatitude: latitude, GPSLongitudeRef: 'E', GPSLongitude: longitude, ...sides }
  const canvas = sharp({ create: { width: 40, height: 30, channels: 3, background: '#8aa' } })
  return new Uint8Array(
    await canvas
      .withExif({ IFD0: { Make: 'Kaamera' }, IFD3: gps })
      .jpeg()
      .toBuffer(),
  )
}

describe('the place of a photo', () => {
  it('is read as a library reads it', async () => {
    for (const sides of [{}, { GPSLatitudeRef: 'S' }, { GPSLongitudeRef: 'W' }]) {
      const bytes = await photo(sides)
      const expected = await exifr.gps(Buffer.from(bytes))
      const place = readPhotoPlace(bytes)!
      expect(place.latitude).toBeCloseTo(expected.latitude, 6)
      expect(place.longitude).toBeCloseTo(expected.longitude, 6)
    }
    expect(writePoint(readPhotoPlace(await photo())!)).toBe('59.43550, 24.95120')
  })

  it('is not invented for a photo without one', async () => {
    const canvas = sharp({ create: { width: 40, height: 30, channels: 3, background: '#8aa' } })
    expect(readPhotoPlace(new Uint8Array(await canvas.clone().jpeg().toBuffer()))).toBeNull()
    expect(readPhotoPlace(new Uint8Array(await canvas.clone().png().toBuffer()))).toBeNull()
    expect(readPhotoPlace(await photo({}, '0/1 0/1 0/1', '0/1 0/1 0/1'))).toBeNull()
    expect(readPhotoPlace(await photo({}, '59/0 26/1 0/1'))).toBeNull()
    expect(readPhotoPlace(new Uint8Array())).toBeNull()
  })

  it('comes to an end on any bytes at all, within the world or null', { timeout: 30_000 }, async () => {
    const whole = await photo()
    const isSane = (bytes: Uint8Array) => {
      const place = readPhotoPlace(bytes)
      return place === null || (Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180)
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), isSane))
    const head = [0xff, 0xd8, 0xff, 0xe1]
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (rest) => isSane(new Uint8Array([...head, ...rest]))))
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat(whole.length), (changes, length) => {
        const bytes = whole.slice()
        for (const [at, value] of changes) bytes[at] = value
        return isSane(bytes.subarray(0, length))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('where a point lies', () => {
  let settlements: Settlement[]
  let outlines: readonly SettlementOutline[]
  beforeAll(async () => {
    settlements = await listSettlements((await openTestApp()).db)
    outlines = outlinesAnswer(settlements, 'et').features
  })

  it('is said as the server judges it', { timeout: 30_000 }, () => {
    const near = fc.record({
      latitude: fc.double({ min: 59.3, max: 59.65, noNaN: true }),
      longitude: fc.double({ min: 24.85, max: 25.45, noNaN: true }),
    })
    fc.assert(
      fc.property(near, (point) => {
        expect(settlementOf(outlines, point)?.properties.ehak).toBe(
          settlementAt(settlements, point, outlineToleranceMetres)?.ehak,
        )
      }),
      { numRuns: 300 },
    )
    expect(settlementOf(outlines, { latitude: 59.4355, longitude: 24.9512 })?.properties.name).toBe('Loo alevik')
    expect(settlementOf(outlines, { latitude: 59.437, longitude: 24.745 })).toBeUndefined()
  })

  it('has a box around all outlines and a ring of true metres around a point', () => {
    const [west, south, east, north] = boxAround(outlines)!
    expect(west < 24.92 && south < 59.4 && east > 25.2 && north > 59.5).toBe(true)
    expect(boxAround([])).toBeNull()
    const here = { latitude: 59.4355, longitude: 24.9512 }
    for (const [longitude, latitude] of ringAround(here, 40)) {
      expect(metresBetween(here, { latitude, longitude })).toBeCloseTo(40, 1)
    }
  })
})

describe('a view of the map', () => {
  const side = fc.double({ min: 0.0001, max: 40, noNaN: true })
  const centre = fc.tuple(
    fc.double({ min: -130, max: 130, noNaN: true }),
    fc.double({ min: -45, max: 45, noNaN: true }),
  )

  it('is held by its squares, which the server always takes', () => {
    fc.assert(
      fc.property(centre, side, fc.integer({ min: 0, max: 18 }), ([x, y], size, zoom) => {
        const [west, south, east, north] = squaresAround([x - size, y - size, x + size, y + size], zoom)
        const slack = 1e-6
        expect(west <= x - size + slack && south <= y - size + slack).toBe(true)
        expect(east >= x + size - slack && north >= y + size - slack).toBe(true)
        expect(readMapView([west, south, east, north].join(','), String(zoom))).not.toBeNull()
      }),
    )
  })

  it('is seen from higher when it is too wide for its zoom', () => {
    expect(readMapView('24.9,59.4,24.91,59.41', '22')!.zoom).toBe(mostClusteredZoom + 1)
    expect(readMapView('-180,-90,180,90', '18')!.zoom).toBe(6)
    expect(readMapView('24.5,59.2,25.8,59.8', '18')!.zoom).toBeLessThan(12)
  })
})

describe('small things', () => {
  it('write a point as it is read', () => {
    const point = { latitude: 59.43551, longitude: 24.95119 }
    expect(readPoint(writePoint(point))).toEqual(point)
  })

  it('fit a photo into its longest side and never enlarge it', () => {
    expect(fitWithin({ width: 4000, height: 3000 }, 2000)).toEqual({ width: 2000, height: 1500 })
    expect(fitWithin({ width: 800, height: 600 }, 2000)).toEqual({ width: 800, height: 600 })
    expect(fitWithin({ width: 90_000, height: 3 }, 2000)).toEqual({ width: 2000, height: 1 })
  })

  it('fill sentences in, leaving what they do not know', () => {
    expect(fillIn('{count} teadet, {x}', { count: 3 })).toBe('3 teadet, {x}')
  })
})
