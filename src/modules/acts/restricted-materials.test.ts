import { extractText } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { meetingSearchables } from '../meetings/searchables.ts'
import { system } from '#platform/context.ts'
import { meetingDeskPaths, meetingPaths } from '../meetings/paths.ts'
import { openCouncil, textOf, type Council } from '../meetings/sitting-testing.ts'
import { anItem, planAMeeting } from '../meetings/testing.ts'
import { actDeskPaths as desk, actPaths } from './paths.ts'
import { tellLapsed } from './remind-follow-ups.ts'
import { takeDecisions } from './take-decisions.ts'

const secret = 'KANAARILIND'
const oparl = '/api/oparl/1.1'
let council: Council
let matter: Awaited<ReturnType<typeof aMatter>>
beforeAll(async () => {
  council = await openCouncil()
  matter = await aMatter()
})

const meetingOf = (number: number) =>
  council.app.db.selectFrom('meetings_meetings').select('id').where('number', '=', number).executeTakeFirstOrThrow()

/** A matter from a committee to the council, decided there, with the word in everything that anybody wrote about it. */
async function aMatter() {
  const { app, secretary, seats } = council
  const committee = await planAMeeting(app, secretary, 'arengu-ja-eelarvekomisjon', { startsAt: '2026-12-03T10:00' })
  const words = { title: 'Kinnistu võõrandamine', kind: 'decision', visibility: 'public', closedBasis: '' }
  const item = anItem({ ...words, memo: `${secret} seletus`, draft: `1. Müüa ${secret} hinnaga.\n\n2. Otsus jõustub.` })
  await secretary.post(meetingDeskPaths.newItem(committee), item)
  const first = await app.db.selectFrom('meetings_items').select('id').executeTakeFirstOrThrow()
  const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-11-23T15:00', endsAt: '' })
  const passed = await secretary.post(meetingDeskPaths.passItem(committee, first.id), { to: String(number) })
  expect(passed.status, textOf(passed)).toBe(303)
  await secretary.post(meetingDeskPaths.announce(committee), {})
  const { id: itemId } = await app.db
    .selectFrom('meetings_items')
    .select('id')
    .where('id', '<>', first.id)
    .executeTakeFirstOrThrow()
  const annexFile = new File([`${secret} hinnad`], 'hinnad.txt', { type: 'text/plain' })
  const annex = { annexTitle: `${secret} tabel`, annexFile }
  expect((await secretary.post(meetingDeskPaths.annexes(number, itemId), annex)).status).toBe(303)
  await app.db.updateTable('files_files').set({ state: 'checked' }).execute()
  await secretary.post(meetingDeskPaths.invite(number), { lateBecause: 'Proovi tarvis' })
  await secretary.post(meetingDeskPaths.convene(number), { chair: seats[0]!.personId! })
  for (const seat of seats.slice(0, 12)) await council.sit(number, seat, 'arrive', { channel: 'room' })
  await council.does(number, 'open')
  await council.does(number, 'vote-on-agenda')
  await council.decide(number, ['for', 'for'])
  await council.does(number, 'open-item', { item: itemId })
  await council.does(number, 'recusals-asked')
  const change = { change: 'replace', paragraph: '1', text: `1. Müüa ${secret} teise hinnaga.` }
  await council.sit(number, seats[2]!, 'amend', change)
  const [amendment] = (await council.stateOf(number)).amendments.keys()
  await council.does(number, 'vote-on-amendment', { amendment: amendment! })
  await council.decide(number, ['for', 'for', 'for'])
  await council.does(number, 'vote-on-item', { words: `Kas müüa ${secret}?` })
  const voteId = await council.decide(number, ['for', 'for', 'for', 'against'])
  const { id } = await meetingOf(number)
  await takeDecisions(app.context(system), id)
  await council.does(number, 'conclude-item', { outcome: 'decided' })
  await council.does(number, 'end')
  await secretary.post(meetingDeskPaths.minutes(number), { [`kokkuvote-${itemId}`]: `Räägiti ${secret} hinnast.` })
  await secretary.post(meetingDeskPaths.approveMinutes(number), { approveBecause: 'Proov' })
  expect((await secretary.post(meetingDeskPaths.publishMinutes(number), {})).status).toBe(303)
  const { slug } = await app.db.selectFrom('acts_acts').select('slug').executeTakeFirstOrThrow()
  const { file_id: fileId } = await app.db.selectFrom('meetings_annexes').select('file_id').executeTakeFirstOrThrow()
  return { number, id, committee, first: first.id, itemId, voteId, slug, fileId }
}

/** Everything that goes out to everybody about the meeting and what it decided, by its address. */
async function everythingPublic(): Promise<Map<string, string>> {
  const { app } = council
  const { number, committee, first, itemId, voteId, slug, fileId } = matter
  const pages = [
    meetingPaths.meeting(number),
    meetingPaths.item(number, itemId),
    meetingPaths.item(committee, first),
    meetingPaths.live(number),
    meetingPaths.hall(number),
    meetingPaths.overlay(number),
    `${meetingPaths.replay(number)}?hetk=9999`,
    meetingPaths.minutes(number),
    meetingPaths.result(number, voteId),
    actPaths.act(slug),
  ]
  const data = [
    meetingPaths.resultFile(number, voteId),
    meetingPaths.resultLog(number, voteId),
    meetingPaths.minutesXml(number),
    meetingPaths.invitation(number),
    '/istungid/haaletused',
    '/andmed/haaletused.csv',
    '/andmed/haaletused.json',
    '/andmed/acts.json',
    '/otsused/feed.atom',
    '/istungid/feed.atom',
    '/istungid/kalender.ics',
    '/logi',
    `/api/v1/meetings/${number}/votes`,
    `/api/v1/meetings/${number}/speeches`,
    ...['meetings', 'agenda-items', 'papers', 'files', 'consultations'].map((name) => `${oparl}/${name}`),
    ...[itemId, first].flatMap((id) => [`${oparl}/paper/${id}`, `${oparl}/file/${id}/text`]),
  ]
  const found = new Map<string, string>()
  for (const path of [...pages, ...pages.flatMap((page) => [`/en${page}`, `/ru${page}`]), ...data])
    found.set(path, (await app.visitor.get(path)).text)
  // Its bytes are with the scanner: whether it would be given out is what its answer tells.
  const file = await app.visitor.get(`/failid/${fileId}`)
  found.set('file', file.status === 200 ? secret : '')
  const pdf = await app.request(meetingPaths.minutesPdf(number), {})
  found.set('pdf', (await extractText(new Uint8Array(await pdf.arrayBuffer()), { mergePages: true })).text)
  for await (const documents of meetingSearchables[0]!.documents(app.context(), 'all'))
    found.set('search', JSON.stringify(documents))
  return found
}
const telling = (found: Map<string, string>) => [...found].filter(([, text]) => text.includes(secret)).map(([at]) => at)

it('a restriction that is lifted gives the materials back at once', async () => {
  const { secretary } = council
  const { slug } = matter
  const ground = { covers: 'whole', ground: 'AvTS § 35 lg 1 p 12', until: '2027-01-01' }
  expect((await secretary.post(desk.restrict(slug), ground)).status).toBe(303)
  expect(telling(await everythingPublic())).toEqual([])
  expect((await secretary.post(desk.lift(slug), { liftBecause: 'Põhjus on kadunud' })).status).toBe(303)
  expect(telling(await everythingPublic())).toContain('pdf')
})

it('what is restricted of an act is nowhere in its meeting, which says why and until when, and comes back', async () => {
  const { app, secretary, seats } = council
  const { number, committee, first, itemId, voteId, slug, fileId } = matter
  const open = telling(await everythingPublic())
  for (const path of [
    meetingPaths.item(number, itemId),
    meetingPaths.item(committee, first),
    meetingPaths.live(number),
    `${meetingPaths.replay(number)}?hetk=9999`,
    meetingPaths.minutes(number),
    meetingPaths.minutesXml(number),
    meetingPaths.resultFile(number, voteId),
    meetingPaths.resultLog(number, voteId),
    'file',
    '/andmed/haaletused.csv',
    `/api/v1/meetings/${number}/votes`,
    `${oparl}/file/${itemId}/text`,
    'pdf',
    'search',
  ])
    expect(open, path).toContain(path)

  const ground = { covers: 'text', ground: 'AvTS § 35 lg 1 p 17', until: '2026-11-25' }
  expect((await secretary.post(desk.restrict(slug), ground)).status).toBe(303)
  const closed = await everythingPublic()
  expect(telling(closed)).toEqual([])
  for (const path of [
    meetingPaths.item(number, itemId),
    meetingPaths.item(committee, first),
    meetingPaths.live(number),
    meetingPaths.minutes(number),
    meetingPaths.result(number, voteId),
  ]) {
    expect(closed.get(path), path).toContain('AvTS § 35 lg 1 p 17')
    expect(closed.get(path), path).toContain('25. november 2026')
  }
  expect(closed.get('pdf')).toContain('AvTS § 35 lg 1 p 17')
  expect(closed.get(`/en${meetingPaths.item(number, itemId)}`)).toContain('FOR INTERNAL USE')
  expect(closed.get(`/ru${meetingPaths.item(number, itemId)}`)).toContain('ДЛЯ ВНУТРЕННЕГО')
  // The vote itself stays public (AvTS § 38(2)).
  expect(closed.get(`/api/v1/meetings/${number}/votes`)).toContain('"value":3')
  expect(closed.get(`${oparl}/paper/${itemId}`)).toContain('"deleted":true')
  expect((await seats[3]!.get(meetingPaths.item(number, itemId))).text).toContain(secret)
  const read = app.db.selectFrom('acts_given').select('way').where('reader', '=', seats[3]!.personId)
  expect(await read.execute()).toEqual([{ way: 'item' }])
  expect((await seats[3]!.get(`/failid/${fileId}`)).status).toBe(200)
  // What is passed on from there is withheld there too.
  const next = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-12-10T15:00', endsAt: '' })
  const passed = await secretary.post(meetingDeskPaths.passItem(number, itemId), { to: String(next) })
  const there = new RegExp(`/${next}/punktid/([0-9a-f-]+)`).exec(passed.location!)![1]!
  await secretary.post(meetingDeskPaths.announce(next), {})
  const onward = await app.visitor.get(meetingPaths.item(next, there))
  expect(onward.text).toContain('AvTS § 35 lg 1 p 17')
  expect(onward.text).not.toContain(secret)
  const stranger = await app.signIn({ name: 'Võõras Vaatleja' })
  expect((await stranger.get(meetingPaths.item(number, itemId))).text).not.toContain(secret)

  app.clock.move(new Date('2026-11-26T08:00:00+02:00'))
  await tellLapsed({ ...app.context(system), now: app.clock.now() })
  expect(telling(await everythingPublic()).toSorted()).toEqual(open.toSorted())
})
