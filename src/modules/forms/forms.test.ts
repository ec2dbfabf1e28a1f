import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, inTransaction, NotFound, type Context } from '#platform/context.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { forms, readAnswers } from './index.ts'
import { publishVersion } from './publish-version.ts'
import { findForm, listVersions } from './queries/forms.ts'
import { restoreVersion } from './restore-version.ts'
import { saveDraft } from './save-draft.ts'
import { aField, aForm, enclosure, registerZoo } from './testing.ts'

let app: TestApp
let editor: Client
let ctx: Context
beforeAll(async () => {
  registerZoo()
  app = await openTestApp({ install: false })
  editor = await app.signIn({ name: 'Kai Kask', roles: ['official'] })
  ctx = app.context(await editor.actor())
})

const ensured = (name: string, definition = aForm()) =>
  forms.ensure(app.context(), enclosure(name), definition).then(({ formId }) => formId)
const publication = (revision: number) => ({
  idempotencyKey: crypto.randomUUID(),
  revision,
  note: 'Karud kolisid ära',
})
const withName = aForm(aField.text('nimi'))

describe('a form belongs to its owner', () => {
  it('is made once, however often the owner asks for it', async () => {
    const made = await Promise.all([ensured('karud'), ensured('karud', withName), ensured('karud')])
    expect(new Set(made).size).toBe(1)
    const current = await forms.current(app.db, enclosure('karud'))
    expect(current).toMatchObject({ version: 1, isCurrent: true, owner: enclosure('karud') })
    expect(await forms.current(app.db, enclosure('kits'))).toBeUndefined()
    expect((await forms.listCurrent(app.db, [enclosure('karud'), enclosure('kits')])).size).toBe(1)
  })

  it('cannot begin with faults', async () => {
    const faulty = { fields: [aField.choice('a', [])] }
    await expect(forms.ensure(app.context(), enclosure('vigane'), faulty)).rejects.toThrow('optionsMissing')
    expect(await forms.current(app.db, enclosure('vigane'))).toBeUndefined()
  })
})

describe('a draft', () => {
  it('is saved by whom the owner lets edit, and by nobody else', async () => {
    const id = await ensured('rebased')
    const resident = app.context(await (await app.signIn()).actor())
    await expect(saveDraft(resident, id, { revision: 1, definition: withName })).rejects.toThrow(Forbidden)
    expect(await saveDraft(ctx, id, { revision: 1, definition: withName })).toEqual({ ok: true, revision: 2 })
    expect(await findForm(app.db, id)).toMatchObject({ draft: withName, published: aForm(), revision: 2, version: 1 })
  })

  it('does not lose what another editor saved meanwhile', async () => {
    const id = await ensured('hundid')
    const both = await Promise.all([
      saveDraft(ctx, id, { revision: 1, definition: withName }),
      saveDraft(ctx, id, { revision: 1, definition: { fields: [] } }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, refusal: 'changedMeanwhile' })
  })

  it('of an owner that nobody knows is nobody’s to edit', async () => {
    const { formId } = await forms.ensure(app.context(), 'farm.field:1', aForm())
    await expect(saveDraft(ctx, formId, { revision: 1, definition: withName })).rejects.toThrow(Forbidden)
  })
})

describe('publishing', () => {
  it('makes the draft the next version, with who and why, once', async () => {
    const id = await ensured('tiigrid')
    await saveDraft(ctx, id, { revision: 1, definition: withName })
    const input = publication(2)
    expect(await publishVersion(ctx, id, input)).toEqual({ ok: true, version: 2 })
    expect(await publishVersion(ctx, id, input)).toEqual({ ok: true, version: 2 })
    expect(await listVersions(app.db, id)).toMatchObject([
      { number: 2, publishedBy: 'Kai Kask', note: 'Karud kolisid ära', definition: withName },
      { number: 1, publishedBy: null, definition: aForm() },
    ])
    const events = await app.db
      .selectFrom('platform_events')
      .select(['facts', 'is_public'])
      .where('type', '=', 'forms.published')
      .where('subject', '=', `form:${id}`)
      .orderBy('id')
      .execute()
    expect(events).toEqual([
      { is_public: false, facts: { form: id, owner: enclosure('tiigrid'), version: 1, fields: 2 } },
      { is_public: false, facts: { form: id, owner: enclosure('tiigrid'), version: 2, fields: 3 } },
    ])
  })

  it('is refused for faults, for nothing and for what another has changed', async () => {
    const id = await ensured('kaamelid')
    expect(await publishVersion(ctx, id, publication(1))).toEqual({ ok: false, refusal: 'nothingChanged' })
    const faulty = { fields: [aField.choice('a', ['x'])] }
    await saveDraft(ctx, id, { revision: 1, definition: faulty })
    expect(await publishVersion(ctx, id, publication(1))).toEqual({ ok: false, refusal: 'changedMeanwhile' })
    expect(await publishVersion(ctx, id, publication(2))).toEqual({
      ok: false,
      refusal: 'faults',
      faults: [{ path: 'fields.0.options', reason: 'optionsMissing' }],
    })
    expect(await forms.current(app.db, enclosure('kaamelid'))).toMatchObject({ version: 1, definition: aForm() })
  })

  it('never changes what was published, whoever asks the database', async () => {
    const id = await ensured('ahvid')
    const rows = app.db.updateTable('forms_versions').set({ note: 'x' }).where('form_id', '=', id)
    await expect(rows.execute()).rejects.toThrow('never changed')
    await expect(app.db.deleteFrom('forms_versions').where('form_id', '=', id).execute()).rejects.toThrow(
      'never changed',
    )
  })

  it('lets an earlier version be the draft again', async () => {
    const id = await ensured('lammas')
    await saveDraft(ctx, id, { revision: 1, definition: withName })
    await publishVersion(ctx, id, publication(2))
    expect(await restoreVersion(ctx, id, 1, { revision: 1 })).toEqual({ ok: false, refusal: 'changedMeanwhile' })
    expect(await restoreVersion(ctx, id, 1, { revision: 2 })).toEqual({ ok: true, revision: 3 })
    expect(await findForm(app.db, id)).toMatchObject({ draft: aForm(), published: withName })
    await expect(restoreVersion(ctx, id, 9, { revision: 3 })).rejects.toThrow(NotFound)
    expect(await publishVersion(ctx, id, publication(3))).toEqual({ ok: true, version: 3 })
  })
})

describe('answers', () => {
  it('are kept with the version that they were given to, and forgotten when the owner says so', async () => {
    const formId = await ensured('otter')
    const opened = await forms.opened(app.db, enclosure('otter'), {})
    const values = { 'k-version': '1', 'k.katki': 'lamp', 'k.kui-mitu': '0' }
    await saveDraft(ctx, formId, { revision: 1, definition: { fields: [] } })
    await publishVersion(ctx, formId, publication(2))

    const sent = await forms.opened(app.db, enclosure('otter'), values)
    expect(sent).toMatchObject({ version: 1, isCurrent: false, definition: opened?.definition })
    const read = readAnswers(sent!.definition, values)
    if (!read.ok) throw new Error('the answers are right')
    const id = await inTransaction(app.context(), (tx) => forms.keepAnswers(tx, formId, sent!.version, read.answers))
    const kept = await forms.answersOf(app.db, [id])
    expect(kept.get(id)).toMatchObject({ version: 1, answers: { katki: 'lamp', 'kui-mitu': 0 }, definition: aForm() })

    expect(await forms.at(app.db, formId, 1)).toMatchObject({ isCurrent: false, owner: enclosure('otter') })
    expect(await forms.opened(app.db, enclosure('otter'), { 'k-version': '77' })).toMatchObject({ version: 2 })
    expect(await forms.opened(app.db, enclosure('otter'), { 'k-version': "1' or 1" })).toMatchObject({ version: 2 })
    await forms.forgetAnswers(app.context(), [id])
    expect((await forms.answersOf(app.db, [id])).size).toBe(0)
    expect((await forms.answersOf(app.db, [])).size).toBe(0)
  })

  it('cannot be kept with a version that was never published', async () => {
    const formId = await ensured('saarmas')
    await expect(forms.keepAnswers(app.context(), formId, 2, {})).rejects.toThrow(NotFound)
  })
})
