/** Why a file cannot be counted: a code for the words, and what they need. */
export type Wrong = {
  code: WrongCode
  /** The line of the file, from 1. */
  line?: number
  /** What stands there, or what is missing. */
  about?: string
}

export const wrongCodes = [
  'notText',
  'tooLarge',
  'empty',
  'tooManyRows',
  'quoteNotClosed',
  'textAfterQuote',
  'beforeSections',
  'sectionTwice',
  'sectionMissing',
  'sectionOrder',
  'columnMissing',
  'columnTwice',
  'tooManyFields',
  'tooFewFields',
  'metaTwice',
  'metaMissing',
  'voteTypeUnknown',
  'amountWrong',
  'costNotPositive',
  'countWrong',
  'idEmpty',
  'idWrong',
  'projectTwice',
  'voterTwice',
  'projectUnknown',
  'projectTwiceInVote',
  'tooFewInVote',
  'tooManyInVote',
  'pointsMissing',
  'pointsNotMatching',
  'pointsWrong',
  'pointsTooMany',
  'noProjects',
] as const
export type WrongCode = (typeof wrongCodes)[number]

/** Thrown inside the reading of one file, and caught at its door. */
export class WrongFile extends Error {
  readonly wrong: Wrong
  constructor(code: WrongCode, line?: number, about?: string) {
    super(code)
    this.wrong = { code, ...(line !== undefined && { line }), ...(about !== undefined && { about: shorten(about) }) }
  }
}

const longestQuoted = 60
const shorten = (text: string) => (text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text)
