import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** The process's own numbers, for `/metrics`; labels never hold personal data or addresses. */
export const metrics = new Registry()

export const jobsPerformed = new Counter({
  name: 'avavald_jobs_performed_total',
  help: 'Reactions and jobs that took effect',
  labelNames: ['job'],
  registers: [metrics],
})
export const jobsFailed = new Counter({
  name: 'avavald_jobs_failed_total',
  help: 'Attempts of reactions, jobs and drainings that failed',
  labelNames: ['job'],
  registers: [metrics],
})
export const requestSeconds = new Histogram({
  name: 'avavald_request_seconds',
  help: 'Requests that reached the application; pages from memory are not among them',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [metrics],
})
export const readyPages = new Counter({
  name: 'avavald_ready_pages_total',
  help: 'Pages answered from memory on the socket',
  registers: [metrics],
})

let isCollecting = false
/** Memory, garbage collection, event loop: asked for by the programs, not by tests. */
export function collectProcessMetrics(): void {
  if (isCollecting) return
  isCollecting = true
  collectDefaultMetrics({ register: metrics })
}
