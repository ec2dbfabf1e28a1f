import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'

const origin = z
  .url('must be a web address such as https://avavald.example.ee')
  .transform((address) => new URL(address).origin)

const environment = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  AVAVALD_MODE: z.enum(['demo', 'production'], 'must be demo or production').default('demo'),
  AVAVALD_DATA: z.string().min(1).default('./data'),
  AVAVALD_SITES: z.string().min(1).default('./sites'),
  AVAVALD_BASE_URL: origin.optional(),
  AVAVALD_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  AVAVALD_NOW: z.iso
    .datetime({ offset: true, error: 'must be an instant such as 2026-10-15T12:00:00+03:00' })
    .optional(),
  AVAVALD_READS_PER_MINUTE: z.coerce.number('must be a number').int().min(1).optional(),
  AVAVALD_WRITES_PER_MINUTE: z.coerce.number('must be a number').int().min(1).optional(),
  AVAVALD_TRUST_PROXY: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATABASE_POOL: z.coerce.number('must be a number').int().min(2).max(200).default(10),
  TARA_ISSUER: z.url('must be a web address').optional(),
  TARA_CLIENT_ID: z.string().min(1).optional(),
  TARA_CLIENT_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  AVAVALD_WORKER: z.enum(['inside', 'apart'], 'must be inside or apart').default('inside'),
  AVAVALD_WORKER_PORT: z.coerce.number('must be a port number').int().min(1).max(65_535).optional(),
  AVAVALD_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.email('must be a mail address').optional(),
  S3_ENDPOINT: z.url('must be a web address').optional(),
  S3_BUCKET: z.string().min(3).max(63).optional(),
  S3_REGION: z.string().min(1).default('eu-north-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  CLAMD_HOST: z
    .string()
    .regex(/^[\w.-]+(:\d{1,5})?$/, 'must be a host or host:port')
    .optional(),
  SIGNATURE_VALIDATION_URL: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  ADDRESS_SEARCH_URL: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  PARTNER_HOSTS: z
    .string()
    .regex(
      /^[\w.-]+(:\d{1,5})?(,[\w.-]+(:\d{1,5})?)*$/,
      'must be hosts such as teed.example.ee or 10.0.0.5:8443, with commas',
    )
    .optional(),
  MAP_TILES_URL: z
    .string()
    .regex(/^https?:\/\/[^\s{}'"]+\{[^\s'"]*$/, 'must be a web address with {z}, {x} and {y}')
    .refine((address) => ['{z}', '{x}', '{y}'].every((part) => address.includes(part)), 'needs {z}, {x} and {y}')
    .refine((address) => URL.canParse(address.replaceAll(/[{}]/g, '')), 'must be a web address')
    .optional(),
  MAP_ATTRIBUTION: z.string().min(1).max(300).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** An S3-compatible store of files; one bucket serves all sites, each under its own name. */
export type S3Settings = {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export type TaraSettings = { issuer: string; clientId: string; clientSecret: string }

export type Config = {
  port: number
  mode: 'demo' | 'production'
  dataDirectory: string
  sitesDirectory: string
  baseUrl: string | null
  secret: string
  /** A fixed clock start; demo and test only. */
  startAt: Date | null
  readsPerMinute: number
  /** Submissions of one person, or of one address without a session. */
  writesPerMinute: number
  trustProxy: boolean
  databaseUrl: string | null
  databasePool: number
  /** Null means the built-in double, which exists in demo mode only. */
  tara: TaraSettings | null
  /** Whether this web process also does the work of the queue, or leaves it to `npm run worker`. */
  worker: 'inside' | 'apart'
  /** Where `npm run worker` answers `/healthz` and `/metrics`, on this machine alone. */
  workerPort: number | null
  /** Lets a collector from another machine read `/metrics`. */
  metricsToken: string | null
  /** Null in demo mode means that letters stay on the mailbox page. */
  smtpUrl: string | null
  mailFrom: string | null
  /** Null means the local disk. */
  s3: S3Settings | null
  /** Virus scanner; null means that files are checked by their form alone. */
  clamd: { host: string; port: number } | null
  /** A service that says whether signatures hold, as SiVa does. Null means that they are shown unchecked. */
  signatureValidation: string | null
  /** A gazetteer that speaks as In-ADS does, where addresses are looked up. Null means that none are. */
  addressSearch: string | null
  /** `host` or `host:port` of partner systems that stand in the operator's own network, or on ports of their own. */
  partnerHosts: readonly string[]
  /** Pictures behind maps, from elsewhere, with the words that their maker asks for. Null means outlines alone. */
  mapTiles: { url: string; attribution: string } | null
  logLevel: string
}

/** A setting that stops the start; the message names it and says what is wrong, for the operator. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'
}

/** Reads and checks all settings. Throws `WrongSetting` with one line per wrong value. */
export function readConfig(variables: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new WrongSetting(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const env = parsed.data
  const complaints = env.AVAVALD_MODE === 'production' ? unsafeForProduction(env) : []
  const taraGiven = [env.TARA_ISSUER, env.TARA_CLIENT_ID, env.TARA_CLIENT_SECRET].filter((value) => value !== undefined)
  const s3Given = [env.S3_ENDPOINT, env.S3_BUCKET, env.S3_ACCESS_KEY_ID, env.S3_SECRET_ACCESS_KEY].filter(Boolean)
  if (s3Given.length % 4 !== 0)
    complaints.push('S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together')
  if (env.AVAVALD_WORKER === 'apart' && env.DATABASE_URL === undefined)
    complaints.push('AVAVALD_WORKER=apart needs DATABASE_URL: the embedded database serves one process')
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined)
    complaints.push('MAIL_FROM is missing: SMTP_URL needs a sender')
  if ((env.MAP_TILES_URL === undefined) !== (env.MAP_ATTRIBUTION === undefined))
    complaints.push('MAP_TILES_URL and MAP_ATTRIBUTION go together: whoever makes the map must be named')
  if (taraGiven.length % 3 !== 0) complaints.push('TARA_ISSUER, TARA_CLIENT_ID and TARA_CLIENT_SECRET go together')
  if (complaints.length > 0) throw new WrongSetting(complaints.join('\n'))

  const dataDirectory = resolve(env.AVAVALD_DATA)
  return {
    port: env.PORT,
    mode: env.AVAVALD_MODE,
    dataDirectory,
    sitesDirectory: resolve(env.AVAVALD_SITES),
    baseUrl: env.AVAVALD_BASE_URL ?? null,
    secret: env.AVAVALD_SECRET ?? generatedSecret(dataDirectory),
    startAt: env.AVAVALD_NOW === undefined ? null : new Date(env.AVAVALD_NOW),
    readsPerMinute: env.AVAVALD_READS_PER_MINUTE ?? (env.AVAVALD_MODE === 'demo' ? 600_000 : 600),
    writesPerMinute: env.AVAVALD_WRITES_PER_MINUTE ?? (env.AVAVALD_MODE === 'demo' ? 60_000 : 60),
    trustProxy: env.AVAVALD_TRUST_PROXY === 'yes',
    databaseUrl: env.DATABASE_URL ?? null,
    databasePool: env.DATABASE_POOL,
    tara: taraSettings(env),
    worker: env.AVAVALD_WORKER,
    workerPort: env.AVAVALD_WORKER_PORT ?? null,
    metricsToken: env.AVAVALD_METRICS_TOKEN ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? null,
    s3: s3Settings(env),
    clamd: clamdSettings(env.CLAMD_HOST),
    signatureValidation: env.SIGNATURE_VALIDATION_URL ?? null,
    addressSearch: env.ADDRESS_SEARCH_URL ?? null,
    partnerHosts: env.PARTNER_HOSTS?.split(',') ?? [],
    mapTiles: mapTiles(env),
    logLevel: env.LOG_LEVEL,
  }
}

type Environment = z.output<typeof environment>

function unsafeForProduction(env: Environment): string[] {
  const complaints: string[] = []
  if (env.AVAVALD_SECRET === undefined) complaints.push('AVAVALD_SECRET is missing: production needs its own secret')
  else if (new Set(env.AVAVALD_SECRET).size < 8) complaints.push('AVAVALD_SECRET is guessable: generate a random one')
  if (env.TARA_ISSUER === undefined) complaints.push('TARA_ISSUER is missing: production has no test sign-in')
  else if (!env.TARA_ISSUER.startsWith('https://')) complaints.push('TARA_ISSUER must be an https address')
  if (env.AVAVALD_BASE_URL === undefined) complaints.push('AVAVALD_BASE_URL is missing: links and sign-in need it')
  else if (!env.AVAVALD_BASE_URL.startsWith('https://')) complaints.push('AVAVALD_BASE_URL must be an https address')
  if (env.AVAVALD_NOW !== undefined) complaints.push('AVAVALD_NOW is for demo mode: production has the true time')
  return complaints
}

function taraSettings(env: Environment): TaraSettings | null {
  if (env.TARA_ISSUER === undefined || env.TARA_CLIENT_ID === undefined || env.TARA_CLIENT_SECRET === undefined) {
    return null
  }
  return { issuer: env.TARA_ISSUER, clientId: env.TARA_CLIENT_ID, clientSecret: env.TARA_CLIENT_SECRET }
}

/** The demo's secret is made at the first start and kept with the data, readable by its owner alone. */
function generatedSecret(dataDirectory: string): string {
  const file = join(dataDirectory, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataDirectory, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

function s3Settings(env: Environment): S3Settings | null {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: env.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  }
}

function mapTiles({ MAP_TILES_URL, MAP_ATTRIBUTION }: Environment): Config['mapTiles'] {
  if (MAP_TILES_URL === undefined || MAP_ATTRIBUTION === undefined) return null
  return { url: MAP_TILES_URL, attribution: MAP_ATTRIBUTION }
}

const clamdPort = 3310

function clamdSettings(given: string | undefined): Config['clamd'] {
  if (given === undefined) return null
  const [host = '', port] = given.split(':')
  return { host, port: port === undefined ? clamdPort : Number(port) }
}
