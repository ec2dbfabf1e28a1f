import type { TestProject } from 'vitest/node'
import { openPostgres } from '#platform/database.ts'
import { migrate } from '#platform/migrate.ts'
import { migrations } from '../src/modules.ts'
import { startPostgres } from './postgres.ts'
import { openRunDirectory } from './run-directory.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/** One directory and one server per run, and one migrated template; every test file clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = openRunDirectory()
  try {
    const postgres = await startPostgres()
    await postgres.server.createDatabase('avavald_template')
    const template = openPostgres(postgres.url('avavald_template'), 2)
    await migrate(template.pool, migrations)
    await template.close()
    project.provide('postgresUrl', postgres.url('postgres'))
    return async () => {
      await postgres.stop()
      directory.remove()
    }
  } catch (error) {
    directory.remove()
    throw error
  }
}
