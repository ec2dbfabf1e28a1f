/** Facts never hold a file's name: people put names into names. */
type FileFacts = { file: string; kind: string }

declare module '#platform/events.ts' {
  interface Events {
    'files.received': FileFacts & { size: number }
    'files.checked': FileFacts & { size: number }
    'files.refused': FileFacts & { reason: string }
    'files.attached': FileFacts & { to: string }
    'files.readers-changed': FileFacts & { visibility: string }
    'files.removed': FileFacts & { why: string }
    /** A checked file became open to everyone. */
    'files.published': FileFacts
    /** It was open to everyone and is no more. */
    'files.withdrawn': FileFacts & { why: string }
  }
}

/** Only what is open to everyone, or ceases to be, changes a public page. */
export const hiddenFileEvents = [
  'files.received',
  'files.checked',
  'files.refused',
  'files.attached',
  'files.readers-changed',
  'files.removed',
] as const

export const fileSubject = (id: string): string => `file:${id}`
