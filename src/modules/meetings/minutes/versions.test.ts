import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths as paths } from '../paths.ts'
import { meetingSearchables } from '../searchables.ts'
import { countMarked, isMarkedWell, withNames, withoutNames } from './private-names.ts'
import { holdSitting } from './testing.ts'

let app: TestApp
let secretary: Client
let chair: Client
let member: Client
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  chair = await app.signIn({ name: 'Esi Mees' })
  member = await app.signIn({ name: 'Lii Kene' })
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''

async function publish(number: number, summaries: Record<string, string>): Promise<void> {
  expect((await secretary.post(desk.minutes(number), summaries)).status).toBe(303)
  expect((await secretary.post(desk.approveMinutes(number), { approveBecause: 'Proov' })).status).toBe(303)
  expect((await secretary.post(desk.publishMinutes(number), {})).status).toBe(303)
}

describe('names of private persons', () => {
  it('are marked by double brackets, and nothing half marked is taken', () => {
    const words = 'Küsis [[Mari Maasikas]] ja [[Jaan-Mart Õis]].'
    expect(withoutNames(words, 'word')).toBe('Küsis eraisik ja eraisik.')
    expect(withoutNames(words, 'initials')).toBe('Küsis M. M. ja J. M. Õ..')
    expect(withNames(words)).toBe('Küsis Mari Maasikas ja Jaan-Mart Õis.')
    expect([countMarked(words), isMarkedWell(words), isMarkedWell('Küsis [1] ja a[0]')]).toEqual([2, true, true])
    for (const wrong of ['[[Mari', 'Mari]]', '[[ ]]', '[[a[[b]]]]', '[[Mari\nMaasikas]]'])
      expect([wrong, isMarkedWell(wrong)]).toEqual([wrong, false])
    for (const wrong of ['Küsis [[Mari Maasikas', 'Maasikas]] küsis'])
      expect(withoutNames(wrong, 'word')).not.toContain('Maasikas')
  })

  it('reach no page, paper, search or programme of the public, and stand in the full version', async () => {
    const { number, itemId, id } = await holdSitting(app, { chair, member })
    const field = `kokkuvote-${itemId}`
    expect((await secretary.post(desk.minutes(number), { [field]: 'Küsis [[Mari' })).status).toBe(422)
    await publish(number, { [field]: 'Küsis [[Maarika Murakas]] Loolt.' })
    const shown = await app.visitor.get(paths.minutes(number))
    expect(text(shown)).toContain('Küsis eraisik Loolt.')
    expect(text(shown)).toContain('Alus: AvTS § 12 lg 3¹.')
    const pdf = await app.request(paths.minutesPdf(number), {})
    expect([pdf.status, pdf.headers.get('location')]).toEqual([200, null])
    const onPaper = await extractText(new Uint8Array(await pdf.arrayBuffer()), { mergePages: true })
    expect(onPaper.text).toContain('eraisik')
    const searched: unknown[] = []
    for (const { documents } of meetingSearchables)
      for await (const batch of documents(app.context(), [id])) searched.push(batch)
    const others = await Promise.all(
      [
        '/api/oparl/meetings',
        '/api/oparl/v1.1/meetings',
        paths.meeting(number),
        paths.live(number),
        '/en' + paths.minutes(number),
      ].map(async (path) => (await app.visitor.get(path)).text),
    )
    for (const words of [shown.text, onPaper.text, JSON.stringify(searched), ...others])
      expect(words).not.toContain('Murakas')
    expect((await app.visitor.get(paths.fullMinutes(number))).location).toContain('/login')
    expect((await (await app.signIn({ name: 'Võõras Vaatleja' })).get(paths.fullMinutes(number))).status).toBe(403)
    const full = await member.get(paths.fullMinutes(number))
    expect([full.status, text(full)]).toEqual([200, expect.stringContaining('Küsis Maarika Murakas Loolt.')])
    expect(full.headers.get('cache-control')).toContain('no-store')
  })
})

describe('the minutes', () => {
  it('tell everything that happened, and of what was closed only that it was, why, and what came of it', async () => {
    const secretVote = crypto.randomUUID()
    const closedVote = crypto.randomUUID()
    const guest = await app.signIn({ name: 'Küll Aline' })
    const tally = { kind: 'choices', for: 3, against: 1, abstained: 0, spoiled: 1 } as const
    const { number } = await holdSitting(app, { chair, member }, ({ persons, itemIds }) => [
      { kind: 'guest-admitted', personId: guest.personId!, sortKey: 'k', itemIds: null },
      { kind: 'arrived', personId: guest.personId!, channel: 'room', source: 'clerk' },
      { kind: 'item-removed', itemId: itemIds[19]!, reason: 'Eelnõu ei ole valmis', moverPersonId: null, voteId: null },
      { kind: 'item-opened', itemId: itemIds[1]! },
      { kind: 'recused', itemId: itemIds[1]!, personId: persons[1]!, hasNote: true },
      { kind: 'overridden', check: 'recusals', voteId: null, itemId: itemIds[1]!, reason: 'Küsiti suuliselt' },
      {
        kind: 'vote-prepared',
        voteId: secretVote,
        itemIds: [itemIds[1]!],
        question: 'Kas usaldada?',
        object: { kind: 'procedure' },
        method: 'secret',
        rule: 'simple',
      },
      { kind: 'vote-opened', voteId: secretVote, rollCallFrom: null },
      ...persons.slice(0, 6).map((personId) => ({ kind: 'ballot-handed-out', voteId: secretVote, personId }) as const),
      { kind: 'vote-closed', voteId: secretVote },
      { kind: 'paper-counted', voteId: secretVote, counter: 1, counterPersonId: persons[2]!, tally },
      { kind: 'paper-counted', voteId: secretVote, counter: 2, counterPersonId: persons[3]!, tally },
      { kind: 'paper-agreed', voteId: secretVote },
      { kind: 'result-stated', voteId: secretVote, outcome: 'adopted' },
      { kind: 'item-concluded', itemId: itemIds[1]!, outcome: 'taken-note-of', voteId: null, committeeId: null },
      { kind: 'paused', reason: 'Lõuna', until: null },
      { kind: 'resumed' },
      { kind: 'item-opened', itemId: itemIds[2]! },
      { kind: 'item-closed-to-public', itemId: itemIds[2]!, basis: 'AvTS § 35 lg 1 p 17' },
      { kind: 'noted', itemId: itemIds[2]!, text: 'Kinnine märkus' },
      {
        kind: 'vote-prepared',
        voteId: closedVote,
        itemIds: [itemIds[2]!],
        question: 'Kinnine küsimus',
        object: { kind: 'draft' },
        method: 'hands',
        rule: 'simple',
      },
      { kind: 'vote-opened', voteId: closedVote, rollCallFrom: null },
      { kind: 'hands-counted', voteId: closedVote, for: 6, against: 0, abstained: 0 },
      { kind: 'vote-closed', voteId: closedVote },
      { kind: 'result-stated', voteId: closedVote, outcome: 'adopted' },
      { kind: 'item-concluded', itemId: itemIds[2]!, outcome: 'decided', voteId: closedVote, committeeId: null },
    ])
    await publish(number, {})
    const shown = text(await app.visitor.get(paths.minutes(number)))
    for (const part of [
      'Küll Aline',
      'Asendusliikmed',
      'Päevakorrast välja jäetud',
      'Eelnõu ei ole valmis',
      'Ei osalenud, toimingupiirang: Liige Number 1.',
      'jäeti hääletusel kõrvale, põhjus: Küsiti suuliselt',
      'Sedeleid anti välja 5. Hääled lugesid Liige Number 2, Liige Number 3.',
      '1 kehtetu sedel',
      'Vaheajad',
      'Arutelu oli kinnine: AvTS § 35 lg 1 p 17',
      'Mida siin ei ole',
    ])
      expect(shown).toContain(part)
    for (const secret of ['Kinnine küsimus', 'Kinnine märkus', '6 poolt, 0 vastu']) expect(shown).not.toContain(secret)
    const full = text(await chair.get(paths.fullMinutes(number)))
    for (const part of ['Kinnine küsimus', 'Kinnine märkus', '6 poolt, 0 vastu', 'Avalikus versioonis seda osa ei ole'])
      expect(full).toContain(part)
    for (const language of ['en', 'ru'])
      expect((await app.visitor.get(`/${language}${paths.minutes(number)}`)).text).toContain(
        '<span lang="et">Kas usaldada?</span>',
      )
  })

  it('of a body whose sittings are closed tell the agenda and the outcomes, and say that the rest is left out', async () => {
    const { number, id, itemId } = await holdSitting(app, { chair, member })
    await sql`update meetings_meetings set setup = jsonb_set(setup, '{statute,sittings,public}', 'false') where id = ${id}`.execute(
      app.db,
    )
    await publish(number, { [`kokkuvote-${itemId}`]: 'Arutati kinniselt.', 'kokkuvote-': 'Kogu jutt.' })
    const shown = text(await app.visitor.get(paths.minutes(number)))
    for (const part of ['Päevakorrapunkt number 1', 'Tulemus: otsustatud', 'istung on kinnine'])
      expect(shown).toContain(part)
    for (const secret of ['Arutati kinniselt', 'Kogu jutt', 'Liige Number 0', '3 poolt'])
      expect(shown).not.toContain(secret)
    expect(text(await member.get(paths.fullMinutes(number)))).toContain('Arutati kinniselt.')
  })

  it('stay as they were published, whatever is corrected in the log later', async () => {
    const { number, id } = await holdSitting(app, { chair, member })
    await publish(number, {})
    const before = await app.db
      .selectFrom('meetings_minutes_versions')
      .selectAll()
      .where('meeting_id', '=', id)
      .executeTakeFirstOrThrow()
    await app.db
      .updateTable('people_persons')
      .set({ family_name: 'Teine' })
      .where('id', '=', member.personId!)
      .execute()
    const shown = text(await app.visitor.get(paths.minutes(number)))
    expect(shown).toContain('Lii Kene')
    expect(shown).toContain(before.public_hash!)
    expect(before.public_hash).not.toBe(before.full_hash)
    await app.db.updateTable('people_persons').set({ family_name: 'Kene' }).where('id', '=', member.personId!).execute()
  })
})
