import { pino, type Logger } from 'pino'

export type Log = Logger

/** Structured logs without personal data: paths without queries, never bodies, names, codes or addresses. */
export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      // Messages of database errors quote values; code, constraint and stack tell enough.
      error: (error: Error & { code?: string; constraint?: string; table?: string }) => ({
        name: error.name,
        code: error.code,
        constraint: error.constraint,
        table: error.table,
        message: error.code === undefined ? error.message : undefined,
        stack: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
      }),
    },
  })
}
