import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, WrongSetting } from './config.ts'

const AVAVALD_DATA = mkdtempSync(join(tmpdir(), 'avavald-config-'))
const production = {
  AVAVALD_DATA,
  AVAVALD_MODE: 'production',
  AVAVALD_SECRET: 'Vq1u8wTz0mYc7Lr4Xs6Nf2Ke9Hb5Pd3A',
  AVAVALD_BASE_URL: 'https://avavald.example.ee/midagi',
  TARA_ISSUER: 'https://tara.ria.ee',
  TARA_CLIENT_ID: 'avavald',
  TARA_CLIENT_SECRET: 'midagi-salajast-16',
}
const complaintOf = (variables: Record<string, string | undefined>) => {
  try {
    readConfig(variables)
  } catch (error) {
    if (error instanceof WrongSetting) return error.message
  }
  return 'accepted'
}

describe('settings', () => {
  it('starts as a demo with nothing set, and makes a secret that only its owner can read', () => {
    const config = readConfig({ AVAVALD_DATA })
    expect(config).toMatchObject({ mode: 'demo', port: 3000, tara: null, databaseUrl: null })
    expect(config.secret).toHaveLength(43)
    expect(readConfig({ AVAVALD_DATA }).secret).toBe(config.secret)
    expect(statSync(join(AVAVALD_DATA, 'secret')).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['PORT', 'abc'],
    ['AVAVALD_MODE', 'test'],
    ['DATABASE_URL', 'mysql://x'],
    ['AVAVALD_NOW', 'homme'],
    ['LOG_LEVEL', 'loud'],
    ['AVAVALD_BASE_URL', 'avavald'],
  ])('names the wrong setting %s', (name, value) => {
    expect(complaintOf({ AVAVALD_DATA, [name]: value })).toContain(name)
  })

  it.each([
    [{ S3_ENDPOINT: 'https://s3.example.ee', S3_BUCKET: 'failid' }, 'S3_ACCESS_KEY_ID'],
    [{ SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM'],
    [{ AVAVALD_WORKER: 'apart' }, 'DATABASE_URL'],
    [{ AVAVALD_METRICS_TOKEN: 'short' }, 'AVAVALD_METRICS_TOKEN'],
    [{ CLAMD_HOST: 'clamd host' }, 'CLAMD_HOST'],
  ])('names what is missing beside %o', (given, name) => {
    expect(complaintOf({ AVAVALD_DATA, ...given })).toContain(name)
  })

  it('accepts production with everything in place and keeps only the origin of the address', () => {
    expect(readConfig(production)).toMatchObject({ mode: 'production', baseUrl: 'https://avavald.example.ee' })
  })

  it.each([
    ['AVAVALD_SECRET', undefined],
    ['AVAVALD_SECRET', 'a'.repeat(40)],
    ['AVAVALD_BASE_URL', undefined],
    ['AVAVALD_BASE_URL', 'http://avavald.example.ee'],
    ['TARA_ISSUER', 'http://tara.ria.ee'],
    ['TARA_CLIENT_SECRET', undefined],
    ['AVAVALD_NOW', '2026-10-15T12:00:00+03:00'],
  ])('refuses production with an unsafe %s (%s)', (name, value) => {
    expect(complaintOf({ ...production, [name]: value })).toContain(name)
  })

  it('refuses production that would sign people in by the demo', () => {
    const { TARA_ISSUER: _i, TARA_CLIENT_ID: _c, TARA_CLIENT_SECRET: _s, ...rest } = production
    expect(complaintOf(rest)).toContain('TARA_ISSUER')
  })
})
