import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import type { AddressStanding } from '../rules.ts'

export type Address = AddressStanding & {
  id: string
  personId: string | null
  address: string
  addressKey: string
  language: Language
  stateSince: Date | null
  bounces: number
}

const columns = sql`a.id, a.person_id as "personId", a.address, a.address_key as "addressKey", a.language,
  a.confirmed_at as "confirmedAt", a.state, a.state_since as "stateSince", a.bounces, a.complained_at as "complainedAt"`

export async function findAddress(db: Db, id: string): Promise<Address | undefined> {
  const { rows } = await sql<Address>`select ${columns} from notifications_addresses a where a.id = ${id}`.execute(db)
  return rows[0]
}

export async function findAddressOfPerson(db: Db, personId: string): Promise<Address | undefined> {
  const { rows } =
    await sql<Address>`select ${columns} from notifications_addresses a where a.person_id = ${personId}`.execute(db)
  return rows[0]
}

export async function listAddressesOfPersons(db: Db, personIds: readonly string[]): Promise<Address[]> {
  const { rows } = await sql<Address>`
    select ${columns} from notifications_addresses a where a.person_id = any(${[...personIds]}::uuid[])`.execute(db)
  return rows
}

/** The confirmed addresses of persons, as addresses are told apart (`addressKey`). */
export async function listConfirmedKeys(db: Db, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select a.address_key as key from notifications_addresses a
    where a.person_id = any(${[...personIds]}::uuid[]) and a.confirmed_at is not null`.execute(db)
  return rows.map(({ key }) => key)
}

type NewAddress = { personId: string | null; address: string; addressKey: string; language: Language; now: Date }

/** The address of somebody without an account; the one that is there already stays as it is. */
export async function enterVisitorAddress(db: Db, given: Omit<NewAddress, 'personId'>): Promise<Address> {
  await sql`insert into notifications_addresses (address, address_key, language, created_at)
    values (${given.address}, ${given.addressKey}, ${given.language}, ${given.now})
    on conflict (address_key) where person_id is null do nothing`.execute(db)
  const { rows } = await sql<Address>`select ${columns} from notifications_addresses a
    where a.address_key = ${given.addressKey} and a.person_id is null`.execute(db)
  return rows[0]!
}

/** The person's address; another one than before is unconfirmed and begins without a past. */
export async function replaceAddressOfPerson(db: Db, given: NewAddress & { personId: string }): Promise<Address> {
  await sql`insert into notifications_addresses (person_id, address, address_key, language, created_at)
    values (${given.personId}, ${given.address}, ${given.addressKey}, ${given.language}, ${given.now})
    on conflict on constraint notifications_addresses_person_key do update set
      address = excluded.address, address_key = excluded.address_key, confirmed_at = null, state = 'ok',
      state_since = null, bounces = 0, complained_at = null
    where notifications_addresses.address_key <> excluded.address_key`.execute(db)
  return (await findAddressOfPerson(db, given.personId))!
}

export async function deleteAddress(db: Db, id: string): Promise<void> {
  await db.deleteFrom('notifications_addresses').where('id', '=', id).execute()
}

export async function updateConfirmed(db: Db, id: string, now: Date): Promise<void> {
  await sql`update notifications_addresses set confirmed_at = ${now}, state = 'ok', state_since = null, bounces = 0,
    complained_at = null where id = ${id}`.execute(db)
}

export async function updateLanguage(db: Db, id: string, language: Language): Promise<void> {
  await db.updateTable('notifications_addresses').set({ language }).where('id', '=', id).execute()
}

/** All rows with the address: what a mailbox answers holds for everybody who reads it. */
export async function lockSameAddresses(db: Db, addressKey: string): Promise<Address[]> {
  const { rows } = await sql<Address>`
    select ${columns} from notifications_addresses a where a.address_key = ${addressKey} order by a.id for update`.execute(
    db,
  )
  return rows
}

export async function updateStanding(
  db: Db,
  id: string,
  { state, bounces, complained }: { state: Address['state']; bounces: number; complained: boolean },
  now: Date,
): Promise<void> {
  await sql`update notifications_addresses set bounces = ${bounces}, state = ${state},
    state_since = case when ${state} = 'ok' then null when state = ${state} then state_since else ${now}::timestamptz end,
    complained_at = case when ${complained} then coalesce(complained_at, ${now}::timestamptz) else complained_at end
    where id = ${id}`.execute(db)
}

export type Confirmation = {
  addressId: string
  addressKey: string
  followPath: string | null
  followHow: 'at-once' | 'daily' | 'weekly' | null
  isUsed: boolean
}

export async function insertConfirmation(
  db: Db,
  tokenHash: Buffer,
  given: { addressId: string; addressKey: string; follow: { path: string; how: string } | null; expiresAt: Date },
): Promise<void> {
  const { addressId, addressKey, follow, expiresAt } = given
  await sql`insert into notifications_confirmations
    (token_hash, address_id, address_key, follow_path, follow_how, expires_at)
    values (${tokenHash}, ${addressId}, ${addressKey}, ${follow?.path ?? null}, ${follow?.how ?? null}, ${expiresAt})`.execute(
    db,
  )
}

/** One whose time has not run out and whose address is still the same. */
export async function findConfirmation(db: Db, tokenHash: Buffer, now: Date): Promise<Confirmation | undefined> {
  const { rows } = await sql<Confirmation>`
    select c.address_id as "addressId", c.address_key as "addressKey", c.follow_path as "followPath",
      c.follow_how as "followHow", c.used_at is not null as "isUsed"
    from notifications_confirmations c join notifications_addresses a on a.id = c.address_id
    where c.token_hash = ${tokenHash} and c.expires_at > ${now} and a.address_key = c.address_key`.execute(db)
  return rows[0]
}

export async function markConfirmationUsed(db: Db, tokenHash: Buffer, now: Date): Promise<boolean> {
  const { rows } = await sql`update notifications_confirmations set used_at = ${now}
    where token_hash = ${tokenHash} and used_at is null returning 1`.execute(db)
  return rows.length === 1
}

/** Whether letters to the address came back for good, whoever gave it. */
export async function isAddressBlocked(db: Db, addressKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('notifications_addresses')
    .select('id')
    .where('address_key', '=', addressKey)
    .where('state', '=', 'blocked')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
