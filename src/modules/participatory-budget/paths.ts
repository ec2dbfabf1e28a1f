const calculator = '/kaasav-eelarve/arvutaja'

/** Every address of the participatory budget, without a language prefix. */
export const budgetPaths = {
  calculator,
  /** The chosen file again, with projects and votes alone. */
  clean: `${calculator}/fail`,
  example: (key: string) => `${calculator}/naited/${key}.pb`,
  /** What stands in addresses, as a route pattern. */
  anyExample: `${calculator}/naited/:file{[a-z0-9-]{1,60}\\.pb}`,
} as const
