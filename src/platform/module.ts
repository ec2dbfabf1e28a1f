import type { Hono } from 'hono'
import type { ApiOperation } from './api-operation.ts'
import type { Actor, Context, Role } from './context.ts'
import type { Dataset } from './dataset.ts'
import type { Db } from './database.ts'
import type { EventType, RecordedEvent } from './events.ts'
import type { Evidence } from './evidence.ts'
import type { Followable, NoticeKind } from './followable.ts'
import type { Job } from './jobs/job.ts'
import type { OnDevice } from './installed-app/on-device.ts'
import type { HomeSection } from './home-section.ts'
import type { SiteKeys } from './keys.ts'
import type { Language, LocalText } from './language.ts'
import type { MeetingSection } from './meeting-section.ts'
import type { OwnData } from './own-data.ts'
import type { PersonSection } from './person-section.ts'
import type { Searchable } from './searchable.ts'
import type { SettlementSection } from './settlement-section.ts'
import type { SiteFiles } from './site-files.ts'
import type { SubjectWords } from './subject-words.ts'
import type { SyntheticLoad, SyntheticSize } from './synthetic.ts'
import type { AppEnv } from './web/http.ts'

/** The doors of the public site, in order; one shows when a module has put something behind it. */
export const doors = ['decisions', 'money', 'taking-part', 'report-and-apply', 'life', 'promises'] as const
export type DoorKey = (typeof doors)[number]

export type NavigationItem = {
  label: LocalText
  path: string
  /** Behind a door, in the workspace, or in the head of every page, one tap away. */
  place: DoorKey | 'workspace' | 'every-page'
  /** Workspace pages show only to those who have one of these; public ones to everybody. */
  roles?: readonly Role[]
  /** A workspace page for those of whom this is true, where no list of roles can tell. */
  shownTo?: (actor: Actor) => boolean
}

/** Delivered at least once, takes effect once: the delivery keeps what has been done in the same transaction. */
export type Reactions = {
  [K in EventType]?: { readonly [name: string]: (ctx: Context, event: RecordedEvent<K>) => Promise<void> }
}

/** Like a reaction, for whatever event is wanted: how search and followers hear of modules that they do not know. */
export type Watch = {
  wants: (type: EventType) => boolean
  run: (ctx: Context, event: RecordedEvent) => Promise<void>
}

/** A public page for search engines and other visitors without eyes. */
export type SitemapPage = { path: string; changedOn: string | null }

/** How an event reads in the public log and feeds; `path` leads to what it was about, where that has a page. */
export type EventWords = {
  [K in EventType]?: (event: RecordedEvent<K>, language: Language) => { sentence: string; path: string | null }
}

/** One line of "what waits for me" in the workspace. */
export type WaitingTask = {
  what: string
  about: string
  path: string
  dueOn: string | null
  action: string
}

export type Module = {
  /** Folder and table prefix. */
  name: string
  migrations?: Record<string, string>
  routes: Hono<AppEnv>
  api?: Hono<AppEnv>
  /** Paths of forms that carry files, without a language prefix; every other body is held to a few megabytes. */
  uploads?: readonly RegExp[]
  navigation?: readonly NavigationItem[]
  roles?: Partial<Record<Role, LocalText>>
  hiddenEvents?: readonly EventType[]
  eventWords?: EventWords
  reactions?: Reactions
  watches?: Readonly<Record<string, Watch>>
  jobs?: readonly Job[]
  searchables?: readonly Searchable[]
  datasets?: readonly Dataset[]
  operations?: readonly ApiOperation[]
  followables?: readonly Followable[]
  notices?: readonly NoticeKind[]
  /** Numbers of its own for `/metrics`. */
  counts?: (db: Db) => Promise<readonly { what: string; count: number }[]>
  sitemap?: (ctx: Context) => Promise<readonly SitemapPage[]>
  evidence?: readonly Evidence[]
  waiting?: (ctx: Context, language: Language) => Promise<readonly WaitingTask[]>
  /** Subjects of events (`commitment:…`) that the acting official answers for: their changes show in the workspace. */
  inMyCare?: (ctx: Context) => Promise<readonly string[]>
  /** What its subjects (`evidence:…`) are called, for pages of modules that know only their names. */
  subjectWords?: SubjectWords
  ownData?: OwnData
  /** What it has to say on the page of a settlement (`/asulad/{ehak}`). */
  settlementSections?: readonly SettlementSection[]
  /** What it has to say on the page of a person of public life (`/inimesed/{slug}`). */
  personSections?: readonly PersonSection[]
  /** What it has to say on the page of a meeting (`/istungid/{n}`), and on those of its items. */
  meetingSections?: readonly MeetingSection[]
  /** What it has to say on the home page. */
  homeSections?: readonly HomeSection[]
  /** Pages that the installed app opens without a line. */
  onDevice?: OnDevice
  /** Facts of the municipality itself, in every mode; runs at each start and changes nothing that is there. */
  install?: (ctx: Context, files: SiteFiles) => Promise<void>
  /** Invented persons and records of the demo, once. */
  demo?: (ctx: Context, site: { files: SiteFiles; keys: SiteKeys }) => Promise<void>
  /** Invented rows in bulk, to see how the house carries them (`npm run seed -- --size town`). Never in production. */
  synthetic?: (ctx: Context, size: SyntheticSize) => Promise<SyntheticLoad>
}
