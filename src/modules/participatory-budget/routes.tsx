import { Hono } from 'hono'
import * as z from 'zod'
import { NotFound } from '#platform/context.ts'
import type { FormState } from '#platform/forms.ts'
import type { Language } from '#platform/language.ts'
import { keepUntilChange, page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { readUpload } from '#platform/web/read-upload.ts'
import type { Outcome } from './count/count.ts'
import { countAsked, readAsked, type Asked, type Refusal } from './count-asked.ts'
import { listExamples } from './examples.ts'
import { mostMegabytes } from './limits.ts'
import { pageMessages } from './messages/page.ts'
import { refusalMessages } from './messages/refusals.ts'
import { CalculatorPage } from './pages/calculator-page.tsx'
import { budgetPaths } from './paths.ts'
import type { Election } from './pb/election.ts'
import { readPb } from './pb/read-pb.ts'
import { writePb } from './pb/write-pb.ts'
import { listRules } from './rulebook/site-rules.ts'

export const budgetRoutes = new Hono<AppEnv>()

const choice = z.string().max(100, 'invalid').default('')
const askedSchema = z.object({ naide: choice, reegel: choice, vordlus: choice })
const limits = { bytesPerFile: mostMegabytes * 1024 * 1024, files: 1 }

function show(c: WebContext, form: FormState, outcomes: readonly Outcome[] = [], status: 200 | 422 = 200) {
  const { files } = c.var.site
  const given = { form, outcomes, examples: listExamples(files), rules: listRules(files) }
  return page(c, (frame) => <CalculatorPage frame={frame} {...given} />, status)
}

function sayRefusal(refusal: Refusal, language: Language): string {
  const t = pageMessages[language]
  switch (refusal.code) {
    case 'wrong':
      return refusalMessages[language].wrong(refusal.wrong)
    case 'unfit':
      return refusalMessages[language].unfit(refusal.unfit)
    case 'tooLarge':
      return t.tooLarge(String(mostMegabytes))
    case 'tooLong':
    case 'busy':
    case 'checkFailed':
      return t[refusal.code]
    default:
      return t.errors[refusal.code]
  }
}

const refused = (c: WebContext, values: FormState['values'], refusal: Refusal) =>
  show(c, { values, errors: { [refusal.field]: sayRefusal(refusal, c.var.language) } }, [], 422)

/** The form with the choices as they were made, and what was asked where it can be read. */
function readAsking(
  c: WebContext,
  work: (
    asked: Asked,
    values: FormState['values'],
    upload: Parameters<typeof readAsked>[1]['upload'],
  ) => Promise<Response>,
) {
  return readUpload(c, askedSchema, pageMessages[c.var.language].errors, limits, (form) =>
    form.ok ? work(form.input, form.values, form.uploads.fail) : show(c, form.form, [], 422),
  )
}

budgetRoutes.get(budgetPaths.calculator, (c) => {
  const { files } = c.var.site
  const [example] = listExamples(files)
  const [rule] = listRules(files)
  return show(c, { values: { naide: example?.key ?? '', reegel: rule?.key ?? '' }, errors: {} })
})

budgetRoutes.post(budgetPaths.calculator, (c) =>
  readAsking(c, async (asked, values, upload) => {
    const { files } = c.var.site
    const answer = await countAsked(asked, { upload, examples: listExamples(files), rules: listRules(files) })
    return answer.ok ? show(c, { values, errors: {} }, answer.outcomes) : refused(c, values, answer.refusal)
  }),
)

budgetRoutes.post(budgetPaths.clean, (c) =>
  readAsking(c, async (asked, values, upload) => {
    const read = await readAsked(asked, { upload, examples: listExamples(c.var.site.files) })
    return read.ok ? answerPb(c, read.election, 'haaled') : refused(c, values, read.refusal)
  }),
)

// Whoever reloads what a form answered comes back to the form.
budgetRoutes.get(budgetPaths.clean, (c) => seeOther(c, budgetPaths.calculator))

budgetRoutes.get(budgetPaths.anyExample, (c) => {
  const key = (c.req.param('file') ?? '').replace(/\.pb$/, '')
  const example = listExamples(c.var.site.files).find((one) => one.key === key)
  if (example === undefined) throw new NotFound()
  const read = readPb(example.read(), limits.bytesPerFile)
  if (!read.ok) throw new Error(`the example ${key} cannot be read: ${read.wrong.code}`)
  keepUntilChange(c)
  return answerPb(c, read.election, key)
})

function answerPb(c: WebContext, election: Election, name: string): Response {
  return c.body(writePb(election), 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.pb"`,
  })
}
