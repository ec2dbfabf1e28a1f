import { keepUpload } from '#modules/files/index.ts'
import type { Context } from '#platform/context.ts'
import { readText, type Language } from '#platform/language.ts'
import type { Site } from '#platform/site.ts'
import type { Upload } from '#platform/web/read-upload.ts'
import { cleanLine } from './clean-text.ts'
import type { Definition, Field } from './definition.ts'
import { limits } from './limits.ts'
import { answerMessages } from './messages/answers.ts'
import { fileInputs, looksLikePicture } from './file-inputs.ts'
import { inputName, readForm, usualPrefix } from './read-answers.ts'

/** For reading a form with files, whichever version it was opened in. */
export const mostFiles: number = limits.filesInForm

export type KeptFiles = {
  /** The values of the form with the ids of kept files in them, for `readAnswers` and for showing the form again. */
  values: Record<string, string>
  /** By the name of the input, in the reader's words. */
  errors: Record<string, string>
}

export type KeepingFiles = { prefix?: string; language: Language }

/**
 * Keeps the files that came with a form, before the transaction of the owner's use case; that attaches the ids which
 * `readAnswers` then gives. Files of questions that are not shown are not kept.
 */
export async function keepFiles(
  ctx: Context,
  site: Pick<Site, 'store'>,
  definition: Definition,
  form: { values: Readonly<Record<string, string>>; uploads: Readonly<Record<string, Upload>> },
  { prefix = usualPrefix, language }: KeepingFiles,
): Promise<KeptFiles> {
  const values: Record<string, string> = { ...form.values }
  const errors: Record<string, string> = {}
  for (const field of definition.fields) {
    if (field.type !== 'file' || !readForm(definition, values, { prefix }).shown.includes(field)) continue
    const kept = `${inputName(field.code, prefix)}.kept`
    for (const input of fileInputs(field, prefix)) {
      const upload = form.uploads[input.name]
      if (upload === undefined) continue
      const words = wrongKind(field, upload, language)
      const written = cleanLine(values[input.description] ?? '').slice(0, 500)
      const outcome =
        words === null
          ? await keepUpload(ctx, site, upload, { description: written === '' ? null : { et: written } })
          : null
      if (outcome === null) errors[input.name] = words ?? ''
      else if (outcome.ok) values[kept] = [values[kept] ?? '', outcome.id].filter((id) => id !== '').join(',')
      else {
        const at = outcome.refusal === 'descriptionMissing' ? input.description : input.name
        errors[at] = readText(outcome.sentence, language).text
      }
    }
  }
  return { values, errors }
}

/** Whether the name says a kind that was not asked for; what the bytes say is judged by the files module. */
function wrongKind(field: Field & { type: 'file' }, { name }: Upload, language: Language): string | null {
  if (field.kinds.length > 1) return null
  const [wanted] = field.kinds
  if (wanted === undefined || looksLikePicture(name) === (wanted === 'image')) return null
  return answerMessages[language].wrongFileKind[wanted]
}
