/** What a form may hold at most. */
export const limits = {
  fields: 100,
  options: 100,
  label: 300,
  note: 3000,
  hint: 1000,
  answer: 10_000,
  decimals: 3,
  files: 5,
  /** In all questions together: a form that arrives is read with room for so many. */
  filesInForm: 20,
  depth: 4,
  /** Beyond this a number with three decimals is no longer exact. */
  number: 1_000_000_000_000,
} as const
