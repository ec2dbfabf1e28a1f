import { reading } from '#modules/files/index.ts'
import type { Field, FileKind } from './definition.ts'
import { inputName } from './read-answers.ts'

export type FileInput = { name: string; description: string; number: number }

/** A form sends one file by each input, so a question for several has several inputs. */
export function fileInputs(field: Field & { type: 'file' }, prefix: string): FileInput[] {
  const name = inputName(field.code, prefix)
  return Array.from({ length: field.most }, (_, index) => {
    const own = index === 0 ? name : `${name}.${index + 1}`
    return { name: own, description: `${own}.description`, number: index + 1 }
  })
}

/** By its name, which must agree with its bytes anyway. */
export function looksLikePicture(name: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|hei[cf])$/i.test(name)
}

/** What a file field offers to choose from. */
export function acceptedFor(kinds: readonly FileKind[]): string {
  return reading.uploadLimits.accept
    .split(',')
    .filter((extension) => kinds.includes(looksLikePicture(extension) ? 'image' : 'document'))
    .join(',')
}
