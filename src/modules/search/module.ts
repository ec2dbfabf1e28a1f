import type { CronJob, DrainingJob, FollowingJob } from '#platform/jobs/job.ts'
import type { Module, Watch } from '#platform/module.ts'
import type { Site } from '#platform/site.ts'
import { indexDocuments } from './index-documents.ts'
import { searchOperations } from './operations.ts'
import { isIndexOld, rebuildIndex } from './rebuild-index.ts'
import { makeSearchRoutes } from './routes.tsx'

/** Search over what the modules below declare as searchable. */
export function makeSearch(modules: readonly Module[]): Module {
  const searchables = modules.flatMap((module) => module.searchables ?? [])

  const follow: Watch = {
    wants: (type) => searchables.some(({ changedBy }) => changedBy.includes(type)),
    run: async (ctx, event) => {
      for (const searchable of searchables) {
        if (searchable.changedBy.includes(event.type)) {
          await indexDocuments(ctx, searchable, searchable.touched(event))
        }
      }
    },
  }
  const begun = new WeakSet<Site>()
  const begin: DrainingJob = {
    name: 'first-index',
    title: { et: 'Otsingu esimene register', en: 'First index of search', ru: 'Первый индекс поиска' },
    drain: async ({ ctx, site }) => {
      if (begun.has(site)) return false
      if (await isIndexOld(ctx, searchables)) await rebuildIndex(ctx, searchables)
      begun.add(site)
      return false
    },
  }
  const nightly: CronJob = {
    name: 'rebuild-index',
    title: { et: 'Otsingu registri uuendamine', en: 'Renewal of the search index', ru: 'Обновление индекса поиска' },
    cron: '40 2 * * *',
    run: ({ ctx }) => rebuildIndex(ctx, searchables),
  }
  const afterLoad: FollowingJob = {
    name: 'index-after-load',
    title: {
      et: 'Otsingu register pärast koormust',
      en: 'Search index after a load',
      ru: 'Индекс поиска после нагрузки',
    },
    after: ['platform.synthetic-loaded'],
    run: ({ ctx }) => rebuildIndex(ctx, searchables),
  }
  return {
    name: 'search',
    migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
    routes: makeSearchRoutes(searchables.map(({ kind, name }) => ({ kind, name }))),
    operations: searchOperations,
    watches: { 'follow-changes': follow },
    jobs: [begin, nightly, afterLoad],
  }
}
