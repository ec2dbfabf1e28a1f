import { beforeAll, describe, expect, it } from 'vitest'
import { system } from '#platform/context.ts'
import { startDelivery } from '#platform/jobs/deliveries.ts'
import { makeLog } from '#platform/log.ts'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { enterEvents } from '../meetings/enter-events.ts'
import type { PlainFacts } from '../meetings/log/events.ts'
import { meetingDeskPaths } from '../meetings/paths.ts'
import { readState } from '../meetings/read-state.ts'
import { anItem, planAMeeting } from '../meetings/testing.ts'
import { followMeetings } from './follow-meetings.ts'
import { acts } from './module.ts'
import { takeDecisions } from './take-decisions.ts'

let app: TestApp
let secretary: Client
let seats: Client[]
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  const { id } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', 'vallavolikogu')
    .executeTakeFirstOrThrow()
  seats = []
  for (let at = 0; at < 13; at += 1) {
    const member = await app.signIn({ name: `Liige ${String.fromCodePoint(65 + at)}` })
    await app.db
      .insertInto('people_memberships')
      .values({ person_id: member.personId!, body_id: id, from_date: '2026-01-01', created_at: app.clock.now() })
      .execute()
    seats.push(member)
  }
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
type Items = readonly Partial<Record<string, string>>[]

/** A council in session with its agenda adopted; all who are here vote as they are told. */
async function sitting(items: Items) {
  const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-11-23T15:00', endsAt: '' })
  for (const item of items) await secretary.post(meetingDeskPaths.newItem(number), anItem(item))
  await secretary.post(meetingDeskPaths.invite(number), { lateBecause: 'Proovi tarvis' })
  const chair = seats[0]!.personId!
  expect((await secretary.post(meetingDeskPaths.convene(number), { chair })).status).toBe(303)
  const { id } = await app.db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const state = async () => (await readState(app.db, id))!
  const context = app.context(await secretary.actor())
  const happen = async (...facts: PlainFacts[]) => {
    const outcome = await enterEvents({ ...context, now: app.clock.now() }, number, () => facts, 'lead')
    expect(outcome, JSON.stringify(facts)).toMatchObject({ ok: true })
  }
  const come = seats.map(({ personId }) => ({ kind: 'arrived', personId: personId!, channel: 'room', source: 'clerk' }))
  await happen(...(come as PlainFacts[]), { kind: 'opened' })
  await happen({ kind: 'agenda-adopted', voteId: null })
  const itemIds = [...(await state()).items.keys()]
  const open = (itemId: string) => happen({ kind: 'item-opened', itemId })
  const vote = async (itemId: string, [yes, no]: readonly [number, number], supersedes?: string) => {
    const voteId = crypto.randomUUID()
    const [object, question] = [{ kind: 'draft' } as const, 'Kas võtta vastu?']
    await happen({
      kind: 'vote-prepared',
      voteId,
      itemIds: [itemId],
      question,
      object,
      method: 'named',
      rule: 'simple',
    })
    if (supersedes !== undefined) await happen({ kind: 'vote-repeated', voteId, supersedes, reason: 'Viga lugemisel' })
    await happen({ kind: 'vote-opened', voteId, rollCallFrom: null })
    const cast = seats.slice(0, yes + no).map(({ personId }, at) => ({
      kind: 'vote-cast',
      voteId,
      personId: personId!,
      channel: 'clerk',
      choice: at < yes ? 'for' : 'against',
    }))
    await happen(...(cast as PlainFacts[]), { kind: 'vote-closed', voteId })
    const outcome = (await state()).votes.get(voteId)!.judgement!.outcome
    await happen({ kind: 'result-stated', voteId, outcome })
    return voteId
  }
  return { number, id, itemIds, happen, open, vote }
}

const actsOf = (id: string) =>
  app.db
    .selectFrom('acts_acts')
    .select(['slug', 'number', 'kind', 'annulled_on', 'published_at', 'adopted_at'])
    .where('meeting_id', '=', id)
    .orderBy('sequence')
    .execute()

describe('what a sitting decides', () => {
  it('is an act at once, numbered and readable, before anybody has signed it', async () => {
    const { number, id, itemIds, open, vote } = await sitting([
      { title: 'Spordihoone ehitamine', kind: 'decision', draft: '1. Ehitada spordihoone.' },
    ])
    await open(itemIds[0]!)
    await vote(itemIds[0]!, [9, 3])
    await takeDecisions(app.context(system), id)
    const [act] = await actsOf(id)
    const page = await app.visitor.get(`/otsused/${act!.slug}`)
    expect(text(page)).toContain('Vastu võetud 9 : 3')
    expect(text(page)).toContain('1. Ehitada spordihoone.')
    expect(text(page)).toContain('Kehtib')
    expect(text(page)).toContain('Allkirjastatud faili ei ole veel lisatud')
    expect(page.page.querySelector(`a[href="/istungid/${number}"]`)).not.toBeNull()
    expect(page.page.querySelector(`a[href="/istungid/${number}/punktid/${itemIds[0]}"]`)).not.toBeNull()
    expect(text(await app.visitor.get('/otsused'))).toContain('Spordihoone ehitamine')
    expect(text(await app.visitor.get('/logi'))).toContain('Vallavolikogu: otsus nr')
  })

  it('is taken once, however often the news of it comes', async () => {
    const { id, itemIds, open, vote } = await sitting([{ kind: 'decision' }])
    await open(itemIds[0]!)
    await vote(itemIds[0]!, [8, 1])
    await Promise.all(Array.from({ length: 6 }, () => takeDecisions(app.context(system), id)))
    await Promise.all(Array.from({ length: 3 }, () => followMeetings(app.context(system))))
    expect(await app.countQueries(() => followMeetings(app.context(system)))).toBe(1)
    expect(await actsOf(id)).toHaveLength(1)
  })

  it('is nothing when it was not adopted, or when nothing was to be decided', async () => {
    const { id, itemIds, open, vote } = await sitting([{ kind: 'decision' }])
    await open(itemIds[0]!)
    await vote(itemIds[0]!, [4, 5])
    await takeDecisions(app.context(system), id)
    expect(await actsOf(id)).toEqual([])
  })

  it('says for a regulation that its day waits for Riigi Teataja', async () => {
    const { id, itemIds, open, vote } = await sitting([{ kind: 'regulation' }])
    await open(itemIds[0]!)
    await vote(itemIds[0]!, [10, 0])
    await takeDecisions(app.context(system), id)
    const [act] = await actsOf(id)
    const page = text(await app.visitor.get(`/otsused/${act!.slug}`))
    expect(page).toContain('Jõustumise päev selgub')
    expect(page).toContain('Tulemus teatavaks tehtud, allkirjastamata')
  })

  it('has the text with the amendments that were accepted', async () => {
    const { id, itemIds, open, happen, vote } = await sitting([
      { kind: 'decision', draft: '1. Ehitada spordihoone.\n\n2. Otsus jõustub teatavakstegemisest.' },
    ])
    const [itemId] = itemIds
    await open(itemId!)
    const amendmentId = crypto.randomUUID()
    const { paragraphsOf } = await import('../meetings/rules/paragraphs.ts')
    const [first] = paragraphsOf('1. Ehitada spordihoone.\n\n2. Otsus jõustub teatavakstegemisest.')
    const change = { kind: 'replace', paragraphId: first!.id, text: '1. Ehitada ujula.' } as const
    await happen({ kind: 'amendment-moved', amendmentId, itemId: itemId!, moverPersonId: seats[1]!.personId!, change })
    const voteId = crypto.randomUUID()
    const object = { kind: 'amendment', amendmentId } as const
    await happen(
      {
        kind: 'vote-prepared',
        voteId,
        itemIds: [itemId!],
        question: 'Ettepanek',
        object,
        method: 'hands',
        rule: 'simple',
      },
      { kind: 'vote-opened', voteId, rollCallFrom: null },
      { kind: 'hands-counted', voteId, for: 10, against: 2, abstained: 1 },
      { kind: 'vote-closed', voteId },
      { kind: 'result-stated', voteId, outcome: 'adopted' },
    )
    await vote(itemId!, [12, 1])
    await takeDecisions(app.context(system), id)
    const acts = await actsOf(id)
    expect(acts).toHaveLength(1)
    const page = text(await app.visitor.get(`/otsused/${acts[0]!.slug}`))
    expect(page).toContain('1. Ehitada ujula.')
    expect(page).not.toContain('spordihoone.')
  })
})

describe('what a sitting undoes', () => {
  it('stays readable as annulled with the reason, and the next vote has the next number', async () => {
    const { id, itemIds, open, vote, happen } = await sitting([{ kind: 'decision', title: 'Maa võõrandamine' }])
    await open(itemIds[0]!)
    const first = await vote(itemIds[0]!, [9, 0])
    await takeDecisions(app.context(system), id)
    await happen({ kind: 'vote-annulled', voteId: first, reason: 'Lugemisviga' })
    await followMeetings(app.context(system))
    await vote(itemIds[0]!, [8, 2])
    await takeDecisions(app.context(system), id)
    const [undone, again] = await actsOf(id)
    expect([undone!.annulled_on, again!.annulled_on]).toEqual(['2026-11-23', null])
    expect(again!.number).toBe(undone!.number + 1)
    const page = text(await app.visitor.get(`/otsused/${undone!.slug}`))
    expect(page).toContain('Lugemisviga')
    expect(page).toContain('Tühistatud')
  })
})

describe('what was decided behind closed doors', () => {
  it('is public with its number and title; its text only for those who may, until it is opened', async () => {
    const secret = '1. Omandada kinnistu hinnaga 112 233 eurot.'
    const { id, itemIds, open, vote } = await sitting([
      { kind: 'decision', title: 'Kinnistu', visibility: 'closed', closedBasis: 'AvTS § 35 lg 1 p 17', draft: secret },
    ])
    await open(itemIds[0]!)
    await vote(itemIds[0]!, [11, 1])
    await takeDecisions(app.context(system), id)
    const [act] = await actsOf(id)
    const path = `/otsused/${act!.slug}`
    const page = await app.visitor.get(path)
    expect(text(page)).toContain('Kinnistu')
    expect(text(page)).toContain('AvTS § 35 lg 1 p 17')
    for (const address of [path, '/otsused', '/otsused/feed.atom', '/andmed/acts.json', '/andmed/acts.csv'])
      expect((await app.visitor.get(address)).text, address).not.toContain('112 233')
    expect(text(page)).not.toContain('11 : 1')
    expect((await seats[2]!.get(path)).text).toContain('112 233')
    const stranger = await app.signIn({ name: 'Võõras Vaatleja' })
    expect((await stranger.get(path)).text).not.toContain('112 233')
    expect((await stranger.post(`/too${path}/avamine`, {})).status).toBe(403)
    expect((await secretary.post(`/too${path}/avamine`, {})).status).toBe(303)
    expect((await app.visitor.get(path)).text).toContain('112 233')
  })
})

describe('a public version of what a sitting decided', () => {
  it('withholds the draft, which holds what was left out', async () => {
    const { number, id, itemIds, open, vote } = await sitting([
      { kind: 'decision', title: 'Toetus', draft: '1. Määrata toetus Mari Maasikale.' },
    ])
    await open(itemIds[0]!)
    await vote(itemIds[0]!, [9, 0])
    await takeDecisions(app.context(system), id)
    const [act] = await actsOf(id)
    const item = `/istungid/${number}/punktid/${itemIds[0]}`
    expect((await app.visitor.get(item)).text).toContain('Mari Maasikale')
    const version = { what: 'public', text: '1. Määrata toetus.', because: 'Nimi', basis: 'AvTS § 35 lg 1 p 14' }
    expect((await secretary.post(`/too/otsused/${act!.slug}/tekst`, version)).status).toBe(303)
    for (const path of [`/otsused/${act!.slug}`, item, `/istungid/${number}/otse`])
      expect((await app.visitor.get(path)).text, path).not.toContain('Maasika')
    expect(text(await app.visitor.get(item))).toContain('AvTS § 35 lg 1 p 14')
    expect((await seats[2]!.get(item)).text).toContain('Mari Maasikale')
  })
})

describe('the delivery', () => {
  it('brings a decision to the page within seconds of its declaration', async () => {
    const { id, itemIds, open, vote } = await sitting([{ kind: 'decision', title: 'Otsus sekunditega' }])
    const deliveries = await startDelivery(app.site, [acts], {
      config: app.config,
      clock: app.clock,
      log: makeLog('silent'),
    })
    try {
      await open(itemIds[0]!)
      await vote(itemIds[0]!, [7, 2])
      const stated = Date.now()
      await expect.poll(() => actsOf(id), { timeout: 10_000, interval: 50 }).toHaveLength(1)
      expect(Date.now() - stated).toBeLessThan(5000)
      expect(text(await app.visitor.get('/otsused'))).toContain('Otsus sekunditega')
    } finally {
      await deliveries.stop()
    }
  })
})

describe('evidence for the plan', () => {
  it('counts what was published at once, and what was not', async () => {
    const { id, itemIds, open, vote } = await sitting([{ kind: 'decision', title: 'Hilinenud avaldamine' }])
    await open(itemIds[0]!)
    await vote(itemIds[0]!, [9, 0])
    await takeDecisions({ ...app.context(system), now: new Date(app.clock.now().getTime() + 3_600_000) }, id)
    const plan = await app.visitor.get('/tegevuskava/1.1')
    const [act] = await actsOf(id)
    expect(plan.text).toContain(`nr ${act!.number}`)
    expect(text(await app.visitor.get(`/otsused/${act!.slug}`))).toContain('60 minutit pärast teatavakstegemist')
  })
})
