import { reading } from '#modules/files/index.ts'
import { forms } from '#modules/forms/index.ts'
import type { Context } from '#platform/context.ts'
import type { FormState } from '#platform/forms.ts'
import type { LocalText } from '#platform/language.ts'
import { addressKey, readAddress } from '#platform/mail/mail-address.ts'
import { findFirst } from '#platform/once.ts'
import type { WebContext } from '#platform/web/http.ts'
import { isWithinLimit } from '#platform/web/rate-limit.ts'
import { readUpload, type Upload, type UploadForm } from '#platform/web/read-upload.ts'
import { keepPhotos } from '../keep-photos.ts'
import { sendMessages } from '../messages/send.ts'
import { accountMark } from '../offline/account-mark.ts'
import { mostPhotos, photoFields } from '../pages/photo-fields.tsx'
import { findCategory } from '../queries/categories.ts'
import { readQuestions } from '../questions.ts'
import { sendReport, sendReportInput, type SendReportInput, type SendReportOutcome } from '../send-report.ts'

const mostPerHour = 30
// To an address that its owner may never have given.
const mostLettersPerDay = 5

export type Taken =
  | { how: 'received'; id: string; number: number; isOwn: boolean }
  /** Another subject was chosen: its questions and notice are wanted, nothing is sent yet. */
  | { how: 'asked'; form: FormState }
  | { how: 'refused' | 'otherAccount' | 'tooMany'; form: FormState; sentence?: string | undefined }

/** The form's script asks for JSON, so that it knows what became of what it sent. */
export function asksAsProgram(c: WebContext): boolean {
  return /^application\/json\b/.test(c.req.header('accept') ?? '')
}

/** Reads a sent form and sends the report, or says what stands in its way. */
export async function takeReport(c: WebContext): Promise<Taken> {
  const { ctx, site, language } = c.var
  const limit = {
    kind: 'reports',
    caller: ctx.actor.personId ?? c.var.caller,
    perWindow: mostPerHour,
    windowSeconds: 3600,
  }
  const within = await isWithinLimit(ctx.db, site.keys, limit, ctx.now)
  const t = sendMessages[language]
  const limits = { bytesPerFile: reading.uploadLimits.bytesPerFile, files: mostPhotos + forms.mostFiles }
  return readUpload(c, sendReportInput, t.errors, limits, async (form): Promise<Taken> => {
    const values = rememberNames(form.ok ? form.values : form.form.values, form.uploads)
    return within ? takeForm(c, form, values) : { how: 'tooMany', form: { values, errors: {} } }
  })
}

async function takeForm(
  c: WebContext,
  form: UploadForm<SendReportInput>,
  values: Record<string, string>,
): Promise<Taken> {
  const { ctx, site, language } = c.var
  const typed = { values, errors: {} }
  if (values.step === 'questions') return { how: 'asked', form: typed }
  const first = await findSent(c, values.idempotencyKey ?? '')
  if (first !== undefined) return first
  if (values.account !== undefined && values.account !== accountMark(site.keys, ctx.actor)) {
    return { how: 'otherAccount', form: typed }
  }
  if (!form.ok) return { how: 'refused', form: { values, errors: form.form.errors } }
  const questions = await readQuestions(ctx, site, form.input.category, { values, uploads: form.uploads }, language)
  if (!questions.ok) return { how: 'refused', form: questions, sentence: questions.stop }
  if (!(await mayWriteTo(c, form.input.email))) {
    return { how: 'refused', form: typed, sentence: sendMessages[language].refusals.tooMany }
  }
  const photos = await keepPhotos(c, form.uploads, photoFields, await describePhoto(ctx, form.input.category))
  if ('errors' in photos) return { how: 'refused', form: { values, errors: photos.errors } }
  const outcome = await sendReport(
    ctx,
    {
      keys: site.keys,
      language,
      photos: photos.ids,
      channel: values.channel === 'app' ? 'app' : 'web',
      answered: questions.answered,
    },
    form.input,
  )
  if (outcome.ok) return { how: 'received', id: outcome.id, number: outcome.number, isOwn: true }
  return { how: 'refused', form: { values, errors: sayRefusal(c, outcome) } }
}

/** The same form again, as a flaky line sends it: its pictures need not be kept another time. */
async function findSent(c: WebContext, key: string): Promise<Taken | undefined> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return undefined
  const { ctx } = c.var
  const first = await findFirst<SendReportOutcome>(ctx, key, 'reports.send')
  if (first === undefined || !first.outcome.ok) return undefined
  // A page cannot show what another account has sent; a program is told the number alone.
  if (!first.isOwn && !asksAsProgram(c)) return undefined
  const { id, number } = first.outcome
  return { how: 'received', id, number, isOwn: first.isOwn }
}

function sayRefusal(c: WebContext, outcome: SendReportOutcome & { ok: false }): Record<string, string> {
  const { refusal } = outcome
  if (refusal === 'notOurs') return { [outcome.mayInsist ? 'insists' : 'point']: outcome.sentence }
  const t = sendMessages[c.var.language]
  if (refusal === 'categoryClosed') return { category: t.refusals.categoryClosed }
  const fields = { pointOutside: 'point', placeMissing: 'address', emailMissing: 'email' } as const
  return { [fields[refusal]]: t.errors[refusal] }
}

/** Letters to confirm are bounded by address, whoever asks for them and from wherever. */
async function mayWriteTo(c: WebContext, email: string): Promise<boolean> {
  const { ctx, site } = c.var
  const address = ctx.actor.personId === null ? readAddress(email) : null
  if (address === null) return true
  const limit = {
    kind: 'report letters to address',
    caller: addressKey(address),
    perWindow: mostLettersPerDay,
    windowSeconds: 86_400,
  }
  return isWithinLimit(ctx.db, site.keys, limit, ctx.now)
}

/** A browser forgets chosen files; the form says which they were. */
function rememberNames(values: Record<string, string>, uploads: Record<string, Upload>): Record<string, string> {
  const names = Object.entries(uploads).map(([field, { name }]) => [`${field}Name`, name.slice(0, 200)])
  return { ...values, ...(Object.fromEntries(names) as Record<string, string>) }
}

/** What it shows is said by the subject until somebody describes it better. */
async function describePhoto(ctx: Context, code: string): Promise<LocalText> {
  const category = await findCategory(ctx.db, code)
  const words = (photo: string, name: string) => (name === '' ? photo : `${photo}: ${name}`)
  return {
    et: words('Pilt teate juures', category?.name.et ?? ''),
    en: words('Picture with a report', category?.name.en ?? ''),
    ru: words('Фотография к сообщению', category?.name.ru ?? ''),
  }
}
