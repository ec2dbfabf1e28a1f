/** What those who lead a meeting know beside its log; none of it changes while it is held. */
export type LeadGround = {
  notice: {
    /** Whole days between the call and the meeting; null: never called. */
    days: number | null
    lateBecause: string
    /** The first sitting of a council needs no notice, KOKS § 43(1). */
    isFirst: boolean
  }
  /** The newest text of each draft, by item. */
  drafts: ReadonlyMap<string, string>
  /** Persons of the register whom the meeting may admit, entitle or elect, by id. */
  persons: ReadonlyMap<string, string>
  /** Committees that an item may be sent to: their names in Estonian, by id. */
  committees: ReadonlyMap<string, string>
  timeZone: string
  now: Date
}
