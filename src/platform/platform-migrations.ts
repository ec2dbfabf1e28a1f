import type { Migrations } from './migrate.ts'

export const platformMigrations: Migrations = {
  owner: 'platform',
  files: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
}
