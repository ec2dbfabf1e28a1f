/** Free words are always enough; the settlement is kept with its name as it was. */
export type AddressAnswer = { text: string; settlement?: { code: string; name: string } }

/**
 * An answer by the type of its question: text, number, day (`YYYY-MM-DD`), local time (`YYYY-MM-DDTHH:MM`), code of an
 * option, codes of options, ids of files, address, yes or no.
 */
export type Answer = string | number | boolean | readonly string[] | AddressAnswer
export type Answers = Readonly<Record<string, Answer>>

export type AnswerFault =
  | 'required'
  | 'requiredChoice'
  | 'requiredFile'
  | 'tooLong'
  | 'notEmail'
  | 'notPhone'
  | 'notNumber'
  | 'notWhole'
  | 'tooManyDecimals'
  | 'tooSmall'
  | 'tooLarge'
  | 'notDay'
  | 'notTime'
  | 'notAnOption'
  | 'tooFewChosen'
  | 'tooManyChosen'
  | 'notSettlement'
  | 'notFile'
  | 'tooManyFiles'

/** What is wrong with an answer, for words in the reader's language. */
export type AnswerError = { reason: AnswerFault; limit?: number }
