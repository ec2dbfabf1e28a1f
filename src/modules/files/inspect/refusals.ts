/** Why a file is not taken; the words stand in messages/refusals.ts. */
export const refusals = [
  'empty',
  'tooLarge',
  'nameUnsafe',
  'typeUnknown',
  'typeDiffers',
  'virus',
  'polyglot',
  'archiveBomb',
  'archiveBroken',
  'archivePaths',
  'encrypted',
  'macros',
  'pdfBroken',
  'textBroken',
  'imageBroken',
  'imageTooLarge',
  'descriptionMissing',
  'notAPicture',
] as const
export type Refusal = (typeof refusals)[number]

/** Thrown inside an inspection and turned into a value at its edge. */
export class FileRefused extends Error {
  override name = 'FileRefused'
  readonly refusal: Refusal
  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal, options)
    this.refusal = refusal
  }
}
