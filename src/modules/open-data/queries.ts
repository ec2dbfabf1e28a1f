import type { Db } from '#platform/database.ts'

export type ListedKey = {
  id: string
  beginning: string
  name: string
  rights: string[]
  readsPerMinute: number
  madeAt: Date
  lastUsedOn: string | null
  expiresOn: string | null
  revokedAt: Date | null
}

export async function listKeys(db: Db): Promise<ListedKey[]> {
  return db
    .selectFrom('platform_api_keys')
    .select([
      'id',
      'beginning',
      'name',
      'rights',
      'reads_per_minute as readsPerMinute',
      'made_at as madeAt',
      'last_used_on as lastUsedOn',
      'expires_on as expiresOn',
      'revoked_at as revokedAt',
    ])
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute()
}
