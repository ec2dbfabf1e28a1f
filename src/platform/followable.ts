import type { Actor } from './context.ts'
import type { Db } from './database.ts'
import type { RecordedEvent } from './events.ts'
import type { LocalText } from './language.ts'

/**
 * Pages that can be followed. A follower hears of every public event whose words lead to the page or below it, so a
 * module says only which pages there are and what they are called.
 */
export type Followable = {
  /** Matches the whole path, without language and query. */
  path: RegExp
  /** The name of the thing at the path; null when there is none. */
  title: (db: Db, path: string) => Promise<LocalText | null>
  /** The feed that tells the same, where there is one. */
  feed?: (path: string) => string
  /** Pages of this kind to which an event belongs besides those that its words lead to. */
  also?: (db: Db, event: RecordedEvent) => Promise<readonly string[]>
  /** Its followers hear of every public event, wherever its words lead. */
  tellsEverything?: true
}

/** A kind of notice that a module sends to persons, with how often it comes unless the person says otherwise. */
export type NoticeKind = {
  /** `module.kind` */
  key: string
  name: LocalText
  explanation: LocalText
  usual: 'at-once' | 'daily' | 'weekly' | 'never'
  /** What the law or the person's own matter requires always comes to the inbox and at once by mail. */
  mayBeRefused: boolean
  /** Whom such notices can reach; everybody unless said. Others are not asked how they want them. */
  for?: (actor: Actor) => boolean
}

let followables: readonly Followable[] = []
let noticeKinds: readonly NoticeKind[] = []

/** Said once by the composition, which alone knows all modules. */
export function offerFollowables(pages: readonly Followable[], kinds: readonly NoticeKind[]): void {
  const twice = kinds.find(({ key }, at) => kinds.findIndex((other) => other.key === key) !== at)
  if (twice !== undefined) throw new Error(`Notice kind ${twice.key} is offered twice`)
  followables = pages
  noticeKinds = kinds
}

export function findFollowable(path: string): Followable | undefined {
  return followables.find((one) => new RegExp(`^(?:${one.path.source})$`, one.path.flags).test(path))
}

/** Where an event belongs that its words do not say. */
export async function otherPagesOf(db: Db, event: RecordedEvent): Promise<string[]> {
  const pages: string[] = []
  for (const { also } of followables) if (also !== undefined) pages.push(...(await also(db, event)))
  return pages
}

export function offeredNoticeKinds(): readonly NoticeKind[] {
  return noticeKinds
}
