import { sql } from 'kysely'
import type { Door, PageFrame } from '#ui/frame.ts'
import type { Assets } from '../assets.ts'
import { hasRole, type Actor } from '../context.ts'
import { publicVersion } from '../data-version.ts'
import type { Viewer } from '../identity/directory.ts'
import { readText, type Language, type LocalText } from '../language.ts'
import { doors, type DoorKey, type Module, type NavigationItem } from '../module.ts'
import type { Site } from '../site.ts'

const doorLabels: Record<DoorKey, LocalText> = {
  decisions: { et: 'Otsustamine', en: 'Decisions', ru: 'Решения' },
  money: { et: 'Raha', en: 'Money', ru: 'Деньги' },
  'taking-part': { et: 'Kaasalöömine', en: 'Take part', ru: 'Участие' },
  'report-and-apply': { et: 'Teata ja taotle', en: 'Report and apply', ru: 'Сообщить и подать' },
  life: { et: 'Elu vallas', en: 'Life here', ru: 'Жизнь волости' },
  promises: { et: 'Lubadused', en: 'Promises', ru: 'Обещания' },
}

function doorsFor(items: readonly NavigationItem[], language: Language): Door[] {
  return doors.flatMap((key) => {
    const links = items
      .filter((item) => item.place === key)
      .map((item) => ({ label: readText(item.label, language).text, path: item.path }))
    return links.length === 0 ? [] : [{ key, label: readText(doorLabels[key], language).text, links }]
  })
}

function everywhereFor(items: readonly NavigationItem[], language: Language) {
  return items
    .filter((item) => item.place === 'every-page')
    .map((item) => ({ label: readText(item.label, language).text, path: item.path }))
}

function isFor({ roles = [], shownTo }: NavigationItem, actor: Actor): boolean {
  return roles.some((role) => hasRole(actor, role)) || shownTo?.(actor) === true
}

function workspaceFor(items: readonly NavigationItem[], actor: Actor, language: Language) {
  return items
    .filter((item) => item.place === 'workspace' && isFor(item, actor))
    .map((item) => ({ label: readText(item.label, language).text, path: item.path }))
    .toSorted((a, b) => Number(b.path === '/too') - Number(a.path === '/too'))
}

const newestEntries = new WeakMap<Site, { version: number; at: Date | null }>()

/** Instant of the newest public row; asked again only when there is a newer one. */
async function newestEntry(site: Site): Promise<Date | null> {
  const version = publicVersion(site.database.db)
  const known = newestEntries.get(site)
  if (known !== undefined && known.version === version) return known.at
  const { rows } = await sql<{ at: Date }>`
    select occurred_at as at from platform_events where is_public order by id desc limit 1`.execute(site.database.db)
  const at = rows[0]?.at ?? null
  newestEntries.set(site, { version, at })
  return at
}

export type FrameParts = {
  site: Site
  modules: readonly Module[]
  assets: Assets
  language: Language
  path: string
  now: Date
  demo: boolean
  signedIn: { actor: Actor; viewer: Viewer } | null
}

export async function makeFrame(parts: FrameParts, mayQuery = true): Promise<PageFrame> {
  const { site, language, signedIn } = parts
  const { settings } = site
  const items = parts.modules.flatMap((module) => module.navigation ?? [])
  return {
    language,
    path: parts.path,
    site: {
      name: readText(settings.name, language).text,
      shortName: settings.shortName,
      timeZone: settings.timeZone,
      contact: { ...settings.contact, hours: readText(settings.contact.hours, language).text },
    },
    doors: doorsFor(items, language),
    everywhere: everywhereFor(items, language),
    viewer:
      signedIn === null
        ? null
        : {
            name: signedIn.viewer.name,
            initials: signedIn.viewer.initials,
            actingFor: signedIn.viewer.actingForName,
            isOfficial: workspaceFor(items, signedIn.actor, language).length > 0,
          },
    workspace: signedIn === null ? [] : workspaceFor(items, signedIn.actor, language),
    demo: parts.demo,
    assets: parts.assets,
    version: publicVersion(site.database.db),
    lastEntryAt: mayQuery ? await newestEntry(site) : null,
    now: parts.now,
    minutesAhead: parts.demo ? Math.round((parts.now.getTime() - Date.now()) / 60_000) : 0,
  }
}
