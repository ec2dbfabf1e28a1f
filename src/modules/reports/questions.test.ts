import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { aReport, sendAReport, words } from './testing.ts'

let app: TestApp
let coordinator: Client
let official: Client
beforeAll(async () => {
  app = await openTestApp()
  coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
  official = await app.signIn({ name: 'Olev Ojamaa', roles: ['official'] })
})

const lamp = (answers: Record<string, string>) => aReport({ category: 'tanavavalgustus', 'k-version': '1', ...answers })

describe('what a subject asks of its own', () => {
  it('is shown with its notice when the subject is chosen, also without script, with everything typed kept', async () => {
    expect((await app.visitor.get('/teated/uus?teema=tanavavalgustus')).text).toContain('Mis valgustiga on?')
    expect((await app.visitor.get('/teated/uus?teema=prugi')).page.querySelector('[name^="k."]')).toBeNull()
    const chosen = await app.visitor.post('/teated/uus', lamp({ step: 'questions', words: 'Pime on' }))
    expect([chosen.status, chosen.page.querySelectorAll('.field-error').length]).toEqual([200, 0])
    expect(chosen.page.querySelector('textarea[name=words]')?.text).toBe('Pime on')
    expect(words(chosen)).toContain('lahtist elektrijuhet')
  })

  it('is demanded, judged again, and never sent on with a stopping answer', async () => {
    const none = await app.visitor.post('/teated/uus', lamp({ words: 'Lamp ei põle', 'k.mis-viga': '' }))
    expect([none.status, none.page.querySelectorAll('.field-error').length]).toEqual([422, 1])
    expect(none.page.querySelector('textarea[name=words]')?.text).toBe('Lamp ei põle')
    const stopped = await app.visitor.post('/teated/uus', lamp({ 'k.mis-viga': 'juhe' }))
    expect([stopped.status, words(stopped)]).toEqual([422, expect.stringContaining('helista kohe 112')])
    const invented = await app.visitor.post('/teated/uus', lamp({ 'k.mis-viga': 'ei-pole', 'k.mitu': 'palju' }))
    expect(invented.status).toBe(422)
    const rows = await app.db
      .selectFrom('reports_reports')
      .select('id')
      .where('category_code', '=', 'tanavavalgustus')
      .execute()
    expect(rows).toEqual([])
  })

  it('stands with the report in words, without what was not asked', async () => {
    const given = {
      category: 'tanavavalgustus',
      'k-version': '1',
      'k.mis-viga': 'post',
      'k.mitu': '3',
      'k.number': '17-A',
    }
    const { report } = await sendAReport(app, app.visitor, given)
    const page = words(await app.visitor.get(`/teated/${report.number}`))
    expect(page).toContain('Post on viltu või katki')
    expect(page).toContain('17-A')
    expect(page).not.toContain('Mitu valgustit')
    expect(words(await official.get(`/too/teated/${report.number}`))).toContain('17-A')
    expect(words(await app.visitor.get(`/en/teated/${report.number}`))).toContain('The post leans or is broken')
  })

  it('is changed by coordinators alone, and a form that was open meanwhile is read as it was', async () => {
    expect((await official.get('/too/vormid')).text).not.toContain('Tänavavalgusti')
    const list = await coordinator.get('/too/vormid')
    expect(list.text).toContain('Tänavavalgusti ei põle')
    const form = await app.db
      .selectFrom('forms_forms')
      .select('id')
      .where('owner', '=', 'reports.category:tanavavalgustus')
      .executeTakeFirstOrThrow()
    expect((await official.get(`/too/vormid/${form.id}`)).status).toBe(403)
    expect((await coordinator.get(`/too/vormid/${form.id}`)).status).toBe(200)
  })

  it('is known to other systems, which answer it', async () => {
    const definition = JSON.parse((await app.visitor.get('/api/open311/v2/services/tanavavalgustus.json')).text) as {
      attributes: { code: string; datatype: string; variable: string; required: string; values: unknown[] }[]
    }
    expect(
      definition.attributes.map(({ code, datatype, variable, required, values }) => [
        code,
        datatype,
        variable,
        required,
        values.length,
      ]),
    ).toEqual([
      ['notice', 'text', 'false', 'false', 0],
      ['mis-viga', 'singlevaluelist', 'true', 'true', 5],
      ['mitu', 'number', 'true', 'false', 0],
      ['number', 'string', 'true', 'false', 0],
    ])
    const administrator = await app.signIn({ name: 'Arvo Aedik', roles: ['administrator'] })
    const key = {
      name: 'Partner',
      rights: 'reports.send',
      readsPerMinute: '50',
      expiresOn: '',
      idempotencyKey: crypto.randomUUID(),
    }
    const token = /avk_[\w-]{43}/.exec((await administrator.post('/too/andmevotmed', key)).text)![0]
    const send = (more: Record<string, string>) =>
      app.visitor.post('/api/open311/v2/requests.json', {
        api_key: token,
        service_code: 'tanavavalgustus',
        address_string: 'Mõisa tee 3',
        description: 'Pime',
        ...more,
      })
    expect((await send({})).status).toBe(400)
    expect((await send({ 'attribute[mis-viga]': 'olematu' })).status).toBe(400)
    const stopped = await send({ 'attribute[mis-viga]': 'juhe' })
    expect([stopped.status, stopped.text]).toEqual([400, expect.stringContaining('112')])
    const sent = await send({ 'attribute[mis-viga]': 'ei-pole', 'attribute[mitu]': '2' })
    expect(sent.status).toBe(201)
    const [{ service_request_id: id }] = JSON.parse(sent.text) as [{ service_request_id: string }]
    expect(words(await app.visitor.get(`/teated/${id}`))).toMatch(/Mitu valgustit\?\s*2/)
  })
})
