import { Hono } from 'hono'
import { NotFound, timeZoneOf } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { readAnnexes } from '../annexes/read-annexes.ts'
import { addItem, editItem, itemInput, moveItem, removeItem, type AgendaRefusal } from '../change-agenda.ts'
import { deskMessages } from '../messages/desk.ts'
import { ItemFormPage } from '../pages/work/item-form-page.tsx'
import { listStations, listTargets } from '../passing/queries.ts'
import { inAddress, meetingDeskPaths as paths } from '../paths.ts'
import { listDraftVersions, listItems, type Item } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { findStatute } from '../queries/statutes.ts'
import { possibleParents } from '../rules/agenda-tree.ts'
import { meetingAtDesk, showMeetingAtDesk, type Attempt } from './desk.tsx'

export const agendaRoutes = new Hono<AppEnv>()

async function itemOf(c: WebContext, meetingId: string): Promise<Item> {
  const item = (await listItems(c.var.ctx.db, meetingId)).find(({ id }) => id === c.req.param('item'))
  if (item === undefined) throw new NotFound()
  return item
}

/** Forms of the page that are not the item's own. */
type Beside = { annex?: FormState; pass?: FormState }

/** The item's page at the desk again, with what was wrong with the form of its annexes or of its passing on. */
export const showItemAtDesk = (c: WebContext, beside: Beside): Promise<Response> => show(c, false, undefined, beside)

async function show(c: WebContext, isNew: boolean, attempt?: Attempt, beside?: Beside): Promise<Response> {
  const meeting = await meetingAtDesk(c)
  const item = isNew ? null : await itemOf(c, meeting.id)
  const parents = possibleParents(await listItems(c.var.ctx.db, meeting.id), item?.id ?? null)
  const values = item === null ? await valuesOfNew(c, meeting) : await valuesOf(c, item)
  const { ctx } = c.var
  const parts =
    item === null
      ? { annexes: [], targets: [], stations: [] }
      : {
          annexes: await readAnnexes(ctx, item.id),
          targets: await listTargets(ctx.db, ctx.now, meeting.id),
          stations: await listStations(ctx.db, item.id),
        }
  const form = attempt?.form ?? { values, errors: {} }
  const idempotencyKey = attempt?.form.values.idempotencyKey ?? crypto.randomUUID()
  return privatePage(
    c,
    (frame) => (
      <ItemFormPage
        {...{ frame, meeting, item, parents, form, idempotencyKey, ...parts }}
        annexForm={beside?.annex}
        passForm={beside?.pass}
        refusal={attempt?.refusal}
      />
    ),
    attempt === undefined && beside === undefined ? 200 : 422,
  )
}

/** Where a body sits behind closed doors by its rules, its materials are its members' unless the secretary opens them. */
async function valuesOfNew(c: WebContext, meeting: Meeting): Promise<Record<string, string>> {
  const { db } = c.var.ctx
  const statute = await findStatute(db, meeting.body, localDate(meeting.startsAt, timeZoneOf(db)))
  if (statute === undefined || statute.sittings.public) return { kind: 'decision', visibility: 'public' }
  return { kind: 'decision', visibility: 'closed', closedBasis: statute.sittings.basis }
}

async function valuesOf(c: WebContext, item: Item): Promise<Record<string, string>> {
  const [newest] = item.versions === 0 ? [] : await listDraftVersions(c.var.ctx.db, item.id)
  const { title, kind, visibility, closedBasis, rapporteur, plannedMinutes, memo } = item
  return {
    parentId: item.parentId ?? '',
    title,
    kind,
    visibility,
    closedBasis,
    rapporteur,
    memo,
    plannedMinutes: plannedMinutes === null ? '' : String(plannedMinutes),
    draft: newest?.words ?? '',
  }
}

/** The field that a refusal is about. */
const fieldOf: Partial<Record<AgendaRefusal, string>> = {
  lateBecauseMissing: 'lateBecause',
  parentUnknown: 'parentId',
  moreOpenThanAbove: 'visibility',
  moreOpenBelow: 'visibility',
  knownToAll: 'visibility',
}

const numberOf = (c: WebContext): number => Number(c.req.param('number'))
const idOf = (c: WebContext): string => c.req.param('item') ?? ''

for (const isNew of [true, false]) {
  const address = isNew ? paths.newItem(inAddress.number) : paths.item(inAddress.number, inAddress.item)
  agendaRoutes.get(address, (c) => show(c, isNew))
  agendaRoutes.post(address, async (c) => {
    const { ctx, language } = c.var
    const t = deskMessages[language]
    const read = await readForm(c, itemInput, t.errors)
    if (!read.ok) return show(c, isNew, { form: read.form })
    const outcome = isNew
      ? await addItem(ctx, numberOf(c), read.input)
      : await editItem(ctx, numberOf(c), idOf(c), read.input)
    if (outcome.ok) return seeOther(c, `${paths.meeting(numberOf(c))}#paevakord`)
    const words = t.refusals[outcome.refusal]
    const field = fieldOf[outcome.refusal]
    const errors: Record<string, string> = field === undefined ? {} : { [field]: words }
    const refusal = field === undefined ? words : undefined
    return show(c, isNew, { form: { values: read.values, errors }, refusal })
  })
}

for (const path of [paths.moveItem, paths.removeItem])
  agendaRoutes.get(path(inAddress.number, inAddress.item), (c) => seeOther(c, paths.meeting(numberOf(c))))

agendaRoutes.post(paths.moveItem(inAddress.number, inAddress.item), async (c) => {
  const { where } = await c.req.parseBody()
  const outcome = await moveItem(c.var.ctx, numberOf(c), idOf(c), where === 'up' ? 'up' : 'down')
  if (outcome.ok) return seeOther(c, `${paths.meeting(numberOf(c))}#paevakord`)
  return showMeetingAtDesk(c, { form: emptyForm, refusal: deskMessages[c.var.language].refusals[outcome.refusal] })
})

agendaRoutes.post(paths.removeItem(inAddress.number, inAddress.item), async (c) => {
  const outcome = await removeItem(c.var.ctx, numberOf(c), idOf(c))
  if (outcome.ok) return seeOther(c, `${paths.meeting(numberOf(c))}#paevakord`)
  return showMeetingAtDesk(c, { form: emptyForm, refusal: deskMessages[c.var.language].refusals[outcome.refusal] })
})
