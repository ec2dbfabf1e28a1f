import type { Module } from '#platform/module.ts'
import { logFollowables } from './followables.ts'
import { logDatasets } from './open-data.ts'
import { logRoutes } from './routes.tsx'

/** The public log of everything recorded: what was done, when, in which role. */
export const log: Module = { name: 'log', routes: logRoutes, followables: logFollowables, datasets: logDatasets }
