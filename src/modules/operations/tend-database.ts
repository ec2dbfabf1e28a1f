import type { CronJob } from '#platform/jobs/job.ts'
import type { Site } from '#platform/site.ts'

/**
 * A PostgreSQL server clears away old rows and counts anew by itself (autovacuum); the embedded one does neither, so
 * it is done at night. Takes under a second for each 100,000 changed rows, and the site waits meanwhile.
 */
export async function tendDatabase({ database }: Pick<Site, 'database'>): Promise<boolean> {
  if (database.connectionString !== null) return false
  await database.pool.query('vacuum (analyze)')
  return true
}

export const tendDatabaseJob: CronJob = {
  name: 'tend-database',
  title: { et: 'Andmebaasi korrastamine', en: 'Tidying of the database', ru: 'Наведение порядка в базе данных' },
  cron: '20 4 * * *',
  run: async ({ site }) => {
    await tendDatabase(site)
  },
}
