import type { Db } from './database.ts'

type DataVersion = { newest: number; newestPublic: number; listeners: Set<() => void> }
const versions = new WeakMap<object, DataVersion>()

function versionOf(db: Db): DataVersion {
  const known = versions.get(db)
  if (known !== undefined) return known
  const fresh: DataVersion = { newest: 0, newestPublic: 0, listeners: new Set() }
  versions.set(db, fresh)
  return fresh
}

/** Id of the newest recorded row that changed something public: what a cached page's freshness is measured by. */
export function publicVersion(db: Db): number {
  return versionOf(db).newestPublic
}

/** Id of the newest recorded row that this process knows of, public or not. */
export function newestVersion(db: Db): number {
  return versionOf(db).newest
}

/** Called after a commit here, and on a notification of one elsewhere. Only ever moves forward. */
export function announceCommit(db: Db, newest: number, newestPublic: number): void {
  const version = versionOf(db)
  if (newestPublic > version.newestPublic) version.newestPublic = newestPublic
  if (newest <= version.newest) return
  version.newest = newest
  for (const listener of version.listeners) listener()
}

/** Calls `listener` after every recorded change; returns how to stop. */
export function onCommit(db: Db, listener: () => void): () => void {
  const { listeners } = versionOf(db)
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
