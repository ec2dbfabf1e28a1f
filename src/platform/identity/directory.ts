import type { Actor, Context } from '../context.ts'
import type { Db } from '../database.ts'
import type { SiteKeys } from '../keys.ts'

/** Who came through the door, as the state's authentication service says it. Lives for one request only. */
export type Identity = {
  /** Country prefix and code, `EE60001019906`. */
  subject: string
  givenName: string
  familyName: string
  birthDate: string | null
}

export type Viewer = { name: string; initials: string; actingForName: string | null }

/** What signing in needs to know of persons; the people module stands behind it. */
export type Directory = {
  /** Finds or enters the person; answers their id. */
  enter(ctx: Context, keys: SiteKeys, identity: Identity): Promise<string>
  /** Roles of this moment; one query. Undefined when the person is gone. */
  actorOf(
    db: Db,
    personId: string,
    actingFor: string | null,
    now: Date,
  ): Promise<{ actor: Actor; viewer: Viewer } | undefined>
}
