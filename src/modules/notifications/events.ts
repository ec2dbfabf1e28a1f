/** Private to their readers: none of these is in the public log, and no fact says which page or which address. */
declare module '#platform/events.ts' {
  interface Events {
    'notifications.confirmation-asked': Record<string, never>
    'notifications.address-confirmed': Record<string, never>
    'notifications.follows-changed': { now: number }
    'notifications.followers-carried': { count: number }
    'notifications.preferences-changed': Record<string, never>
    'notifications.letters-stopped': { what: string }
    'notifications.bounce-taken': { kind: string }
    'notifications.mail-sent-again': { mail: number }
  }
}

export const hiddenNotificationEvents = [
  'notifications.confirmation-asked',
  'notifications.address-confirmed',
  'notifications.follows-changed',
  'notifications.followers-carried',
  'notifications.preferences-changed',
  'notifications.letters-stopped',
  'notifications.bounce-taken',
  'notifications.mail-sent-again',
] as const
