import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import type { Report } from './queries/reports.ts'
import { sendAReport } from './testing.ts'

let app: TestApp
let roads: Client
let placed: Report
let told: Report
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  const sender = await app.signIn({ name: 'Mari Maasikas' })
  placed = (await sendAReport(app, sender, { point: '59.4345, 24.9465', settlement: '' })).report
  told = (await sendAReport(app, sender, { words: 'Ilma punktita', settlement: '4496' })).report
})

describe('what other programs read of reports', () => {
  it('a feed says where each is (GeoRSS)', async () => {
    const { text } = await app.visitor.get('/teated/feed.atom')
    expect(XMLValidator.validate(text)).toBe(true)
    const { feed } = new XMLParser({ parseTagValue: false }).parse(text) as {
      feed: { entry: Record<string, unknown>[] }
    }
    const points = feed.entry.map((entry) => entry['georss:point'])
    expect(points).toContain('59.4345 24.9465')
    expect(points.filter((point) => point === undefined)).toHaveLength(1)
  })

  it('the dataset is GeoJSON too, of the reports that have a place', async () => {
    const answer = await app.visitor.get('/andmed/teated.geojson')
    expect(answer.headers.get('content-type')).toContain('application/geo+json')
    const { type, features } = JSON.parse(answer.text) as {
      type: string
      features: { geometry: unknown; properties: { number: number; laius?: number } }[]
    }
    expect(type).toBe('FeatureCollection')
    expect(features).toHaveLength(1)
    expect(features[0]).toMatchObject({
      geometry: { type: 'Point', coordinates: [24.9465, 59.4345] },
      properties: { number: placed.number },
    })
    expect(features[0]!.properties.laius).toBeUndefined()
    expect((await app.visitor.get('/andmed/asulad.geojson')).status).toBe(404)
    expect((await app.visitor.get('/andmed/teated')).text).toContain('/andmed/teated.geojson')
    expect((await app.visitor.get('/andmed/dcat.jsonld')).text).toContain('/andmed/teated.geojson')
  })

  it('planned works are a calendar, by the day that was promised', async () => {
    expect((await app.visitor.get('/teated/kalender.ics')).text).not.toContain('BEGIN:VEVENT')
    const answer = { words: 'Tellisime lappimise.', state: 'action-scheduled', idempotencyKey: crypto.randomUUID() }
    await roads.post(`/too/teated/${told.number}/vastused`, answer)
    const { text, headers } = await app.visitor.get('/teated/kalender.ics')
    expect(headers.get('content-type')).toContain('text/calendar')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(text).toContain(`DTSTART;VALUE=DATE:${told.fixDue!.replaceAll('-', '')}`)
    expect(text).toContain(`/teated/${told.number}`)
  })
})
