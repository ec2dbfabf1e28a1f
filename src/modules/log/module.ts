import type { Module } from '#platform/module.ts'
import { logRoutes } from './routes.tsx'

/** The public log of everything recorded: what was done, when, in which role. */
export const log: Module = { name: 'log', routes: logRoutes }
