import { forms, readAnswers, sayAnswers, type Answers } from '#modules/forms/index.ts'
import { listSettlements, nameOfSettlement } from '#modules/places/index.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { readText, type Language } from '#platform/language.ts'
import type { Site } from '#platform/site.ts'
import type { Upload } from '#platform/web/read-upload.ts'
import { publicMessages } from './messages/public.ts'
import { reportDeskPaths } from './paths.ts'
import { listCategories } from './queries/categories.ts'
import { coordinatesReports } from './rules.ts'

const prefix = 'reports.category'

/** Whose form asks a category's own questions. */
export const questionsOf = (category: string): string => `${prefix}:${category}`

/** Coordinators change what each subject asks, under `/too/vormid`. */
export function ownQuestions(): void {
  const { et, en, ru } = publicMessages
  forms.registerOwner({
    prefix,
    name: { et: et.questions, en: en.questions, ru: ru.questions },
    mayEdit: coordinatesReports,
    titlesOf: async (db, owners) => {
      const categories = await listCategories(db)
      return new Map(
        categories
          .map(({ code, name }) => [questionsOf(code), name] as const)
          .filter(([owner]) => owners.includes(owner)),
      )
    },
    backPath: () => reportDeskPaths.inbox,
  })
}

export type Answered = {
  formId: string
  version: number
  answers: Answers
  files: readonly string[]
  /** Files that answer questions whose answers are for staff alone. */
  staffFiles: readonly string[]
}

export type ReadQuestions =
  | { ok: true; answered: Answered | null; values: Record<string, string> }
  | { ok: false; errors: Record<string, string>; stop: string | undefined; values: Record<string, string> }

/** The answers to a category's questions, judged by the version in which the form was opened; null where it asks none. */
export async function readQuestions(
  ctx: Context,
  site: Site,
  category: string,
  sent: { values: Record<string, string>; uploads: Record<string, Upload> },
  language: Language,
): Promise<ReadQuestions> {
  const opened = await forms.opened(ctx.db, questionsOf(category), sent.values)
  if (opened === undefined) return { ok: true, answered: null, values: sent.values }
  const { formId, version, definition } = opened
  const { values, errors } = await forms.keepFiles(ctx, site, definition, sent, { language })
  const settlements = (await listSettlements(ctx.db)).map((one) => ({
    code: one.ehak,
    name: nameOfSettlement(one, 'et'),
  }))
  const read = readAnswers(definition, values, { settlements })
  if (!read.ok) {
    const stop = read.stop === undefined ? undefined : readText(read.stop, language).text
    return { ok: false, errors: { ...forms.sayErrors(read.errors, language), ...errors }, stop, values }
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, stop: undefined, values }
  const said = sayAnswers(definition, read.answers, language, 'staff')
  const filesOf = (open: boolean) => said.filter(({ isPublic }) => isPublic === open).flatMap(({ files }) => files)
  const answered = { formId, version, answers: read.answers, files: filesOf(true), staffFiles: filesOf(false) }
  return { ok: true, answered, values }
}

export type Said = { label: string; value: string }

/** What was answered, for the page of a report; answers for staff alone stay with staff. */
export async function sayQuestions(
  db: Db,
  answersId: string | null,
  language: Language,
  audience: 'public' | 'staff',
): Promise<readonly Said[]> {
  if (answersId === null) return []
  const kept = (await forms.answersOf(db, [answersId])).get(answersId)
  if (kept === undefined) return []
  return sayAnswers(kept.definition, kept.answers, language, audience).filter(({ files }) => files.length === 0)
}
