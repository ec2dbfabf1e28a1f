import { Hono } from 'hono'
import * as z from 'zod'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { readUpload } from '#platform/web/read-upload.ts'
import { reading } from '#modules/files/index.ts'
import { registry } from '#modules/people/index.ts'
import { annulAct, annulInput } from '../annul-act.ts'
import { attachSignature, signableVersions } from '../attach-signature.ts'
import { changeText, changeTextInput } from '../change-text.ts'
import { correctAct, correctInput } from '../correct-act.ts'
import { enterAct, enterActInput } from '../enter-act.ts'
import { gazetteHtml, gazetteXml } from '../gazette.ts'
import { recordReading } from '../given/record-reading.ts'
import { deskMessages, type DeskWords } from '../messages/desk.ts'
import { ActDeskPage } from '../pages/work/act-desk-page.tsx'
import { ActsDeskPage, EnterActPage } from '../pages/work/desk-pages.tsx'
import { actDeskPaths as paths, slugInAddress } from '../paths.ts'
import { findAct, type Act } from '../queries/acts.ts'
import { listActs, listUnfinished } from '../queries/list-acts.ts'
import { findRules } from '../queries/rules.ts'
import { listVersions, type Version } from '../queries/versions.ts'
import { relateActs, relateInput } from '../relate-acts.ts'
import { liftInput, liftRestrictionOf, openAct, restrictAct, restrictInput } from '../restrict-act.ts'
import { keepsActs, kindsOf } from '../rules.ts'
import { fullVersion, seenAct } from '../seen-act.ts'
import { setDay, setDayInput } from '../set-day.ts'

export const deskRoutes = new Hono<AppEnv>()

type Attempt = { step: string | null; form: FormState; refusal?: string | undefined; hole?: string | null }
const fresh: Attempt = { step: null, form: emptyForm }
const statusOf = (attempt: Attempt): 200 | 422 => (attempt === fresh ? 200 : 422)
const everything = { body: '', kind: '', year: '', state: '', words: '', after: null } as const

deskRoutes.get(paths.list, async (c) => {
  const { ctx } = c.var
  authorize(keepsActs(ctx.actor))
  const today = todayOf(ctx)
  const seen = (acts: readonly Act[]) => acts.map((act) => seenAct(act, ctx.actor, today))
  const unfinished = seen(await listUnfinished(ctx.db, 100))
  const newest = seen(await listActs(ctx.db, everything, today, 50))
  return privatePage(c, (frame) => <ActsDeskPage {...{ frame, unfinished, newest }} />)
})

async function showEnter(c: WebContext, attempt: Attempt = fresh): Promise<Response> {
  const { ctx } = c.var
  authorize(keepsActs(ctx.actor))
  const bodies = (await registry.listBodyChoices(ctx.db)).filter(({ kind }) => kindsOf(kind).length > 0)
  const { form, refusal, hole = null } = attempt
  const idempotencyKey = form.values.idempotencyKey ?? crypto.randomUUID()
  return privatePage(
    c,
    (frame) => <EnterActPage {...{ frame, bodies, form, refusal, hole, idempotencyKey }} />,
    statusOf(attempt),
  )
}

deskRoutes.get(paths.enter, (c) => showEnter(c))
deskRoutes.post(paths.enter, async (c) => {
  const t = deskMessages[c.var.language]
  authorize(keepsActs(c.var.ctx.actor))
  const read = await readForm(c, enterActInput, t.errors)
  if (!read.ok) return showEnter(c, { step: 'enter', form: read.form })
  const outcome = await enterAct(c.var.ctx, read.input)
  if (outcome.ok) return seeOther(c, paths.act(outcome.slug))
  const hole = outcome.refusal === 'hole' ? sayRange(outcome.from ?? 0, outcome.until ?? 0) : null
  return showEnter(c, { ...refused('enter', read.values, outcome.refusal, t), hole })
})

const sayRange = (from: number, until: number): string => (from === until ? String(from) : `${from}–${until}`)

type Refusal = keyof DeskWords['refusals']
const fieldOf: Partial<Record<Refusal, string>> = {
  bodyUnknown: 'body',
  kindNotOfBody: 'kind',
  numberTaken: 'number',
  hole: 'number',
  referenceWithoutDay: 'gazetteOn',
  becauseMissing: 'because',
  basisMissing: 'basis',
  sameText: 'text',
  untilInPast: 'until',
  untilTooFar: 'until',
  otherUnknown: 'other',
  sameAct: 'other',
  relatedAlready: 'other',
  otherYounger: 'other',
  fileMissing: 'file',
  textDiffers: 'file',
  notAContainer: 'file',
}

/** A refusal stands at the field that it is about, where there is one. */
function refused(step: string, values: Record<string, string>, refusal: Refusal, t: DeskWords): Attempt {
  const isOfCorrection = step === 'correct' && refusal === 'numberTaken'
  const [field, words] = [isOfCorrection ? 'correctNumber' : fieldOf[refusal], t.refusals[refusal]]
  return field === undefined
    ? { step, form: { values, errors: {} }, refusal: words }
    : { step, form: { values, errors: { [field]: words } } }
}

async function actAtDesk(c: WebContext): Promise<Act> {
  authorize(keepsActs(c.var.ctx.actor))
  const act = await findAct(c.var.ctx.db, { slug: c.req.param('slug') ?? '' })
  if (act === undefined) throw new NotFound()
  return act
}

async function showAct(c: WebContext, attempt: Attempt = fresh): Promise<Response> {
  const { ctx } = c.var
  const row = await actAtDesk(c)
  const versions = await listVersions(ctx.db, row.id)
  const text = fullVersion(versions)?.words ?? null
  if (text !== null) await recordReading(ctx, row, { way: 'desk', hasPublicVersion: hasPublic(versions) })
  const act = seenAct(row, ctx.actor, todayOf(ctx))
  if (attempt === fresh && act.slug !== c.req.param('slug')) return seeOther(c, paths.act(act.slug))
  const { step: sent, form, refusal } = attempt
  return privatePage(c, (frame) => <ActDeskPage {...{ frame, act, text, sent, form, refusal }} />, statusOf(attempt))
}

const hasPublic = (versions: readonly Version[]): boolean => versions.some(({ kind }) => kind === 'public')

deskRoutes.get(paths.act(slugInAddress), (c) => showAct(c))

type Outcome = { ok: true } | { ok: false; refusal: Refusal }

/** One step from the act's page: done, or the page again with what was typed. */
function step<S extends z.ZodType>(
  name: string,
  path: (slug: string) => string,
  schema: S,
  work: (c: WebContext, slug: string, input: z.output<S>) => Promise<Outcome>,
): void {
  const address = path(slugInAddress)
  deskRoutes.get(address, (c) => seeOther(c, paths.act(c.req.param('slug') ?? '')))
  deskRoutes.post(address, async (c) => {
    authorize(keepsActs(c.var.ctx.actor))
    const slug = c.req.param('slug') ?? ''
    const t = deskMessages[c.var.language]
    const read = await readForm(c, schema, t.errors)
    if (!read.ok) return showAct(c, { step: name, form: read.form })
    const outcome = await work(c, slug, read.input)
    return outcome.ok ? seeOther(c, paths.act(slug)) : showAct(c, refused(name, read.values, outcome.refusal, t))
  })
}

step('text', paths.text, changeTextInput, (c, slug, input) => changeText(c.var.ctx, slug, input))
step('day', paths.day, setDayInput, (c, slug, input) => setDay(c.var.ctx, slug, input))
step('restrict', paths.restrict, restrictInput, (c, slug, input) => restrictAct(c.var.ctx, slug, input))
step('lift', paths.lift, liftInput, (c, slug, input) => liftRestrictionOf(c.var.ctx, slug, input))
step('open', paths.open, z.object({}), (c, slug) => openAct(c.var.ctx, slug))
step('annul', paths.annul, annulInput, (c, slug, input) => annulAct(c.var.ctx, slug, input))
step('correct', paths.correct, correctInput, (c, slug, input) => correctAct(c.var.ctx, slug, input))
step('relate', paths.relate, relateInput, (c, slug, input) => relateActs(c.var.ctx, slug, input))

deskRoutes.get(paths.sign(slugInAddress), (c) => seeOther(c, paths.act(c.req.param('slug') ?? '')))
deskRoutes.post(paths.sign(slugInAddress), async (c) => {
  const { ctx, site, language } = c.var
  authorize(keepsActs(ctx.actor))
  const t = deskMessages[language]
  const slug = c.req.param('slug') ?? ''
  const limits = { bytesPerFile: reading.uploadLimits.bytesPerFile, files: 1 }
  return readUpload(c, z.object({}), t.errors, limits, async (form): Promise<Response> => {
    const outcome = await attachSignature(ctx, site, slug, form.uploads.file)
    if (outcome.ok) return seeOther(c, paths.act(slug))
    if (outcome.refusal !== 'fileRefused') return showAct(c, refused('sign', {}, outcome.refusal, t))
    const errors = { file: readText(outcome.sentence, language).text }
    return showAct(c, { step: 'sign', form: { values: {}, errors } })
  })
})

/** The very bytes whose hash a signed container must hold. */
deskRoutes.get(paths.words(slugInAddress), async (c) => {
  const act = await actAtDesk(c)
  const versions = await listVersions(c.var.ctx.db, act.id)
  const [version] = signableVersions(versions)
  if (version === undefined) throw new NotFound()
  await recordReading(c.var.ctx, act, { way: 'text', hasPublicVersion: hasPublic(versions) })
  return asFile(c, version.words, 'text/plain', `${act.slug}.txt`)
})

function asFile(c: WebContext, body: string, type: string, name: string): Response {
  return c.body(body, 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  })
}

async function handOver(c: WebContext) {
  const act = await actAtDesk(c)
  const versions = await listVersions(c.var.ctx.db, act.id)
  const version = fullVersion(versions)
  if (act.kind !== 'regulation' || version === undefined) throw new NotFound()
  await recordReading(c.var.ctx, act, { way: 'gazette', hasPublicVersion: hasPublic(versions) })
  const { ctx, site } = c.var
  const rules = await findRules(ctx.db, act.adoptedOn)
  return { act, version, municipality: readText(site.settings.name, 'et').text, rules }
}

deskRoutes.get(paths.gazetteXml(slugInAddress), async (c) => {
  const parts = await handOver(c)
  return asFile(c, gazetteXml(parts), 'application/xml', `${parts.act.slug}.xml`)
})
deskRoutes.get(paths.gazetteHtml(slugInAddress), async (c) => {
  const parts = await handOver(c)
  return asFile(c, gazetteHtml(parts), 'text/html', `${parts.act.slug}.html`)
})
