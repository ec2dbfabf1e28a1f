import { extractText } from 'unpdf'
import { expect, it } from 'vitest'
import { meetingSearchables } from '../meetings/searchables.ts'
import { system } from '#platform/context.ts'
import { meetingDeskPaths, meetingPaths } from '../meetings/paths.ts'
import { openCouncil, textOf } from '../meetings/sitting-testing.ts'
import { anItem, planAMeeting } from '../meetings/testing.ts'
import { actSearchables } from './searchables.ts'
import { takeDecisions } from './take-decisions.ts'

const secret = 'KANAARILIND'
const internal = { visibility: 'internal', closedBasis: 'AvTS § 35 lg 2 p 3' }

it('what is done on an internal item in the sitting is told to nobody outside, by no word', async () => {
  const council = await openCouncil()
  const { app, secretary, seats } = council
  const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-11-23T15:00', endsAt: '' })
  const put = async (given: Record<string, string>) => {
    const answer = await secretary.post(meetingDeskPaths.newItem(number), anItem({ kind: 'decision', ...given }))
    expect(answer.status, textOf(answer)).toBe(303)
    const rows = app.db.selectFrom('meetings_items').select('id').where('title', '=', given['title']!)
    return (await rows.executeTakeFirstOrThrow()).id
  }
  const words = { memo: `${secret} memo`, draft: `1. ${secret} draft.\n\n2. Muu.`, rapporteur: `${secret} ettekandja` }
  const itemId = await put({ ...internal, ...words, title: `${secret} pealkiri` })
  const open = await put({ title: 'Avalik otsus', draft: '1. Otsus.', memo: '' })
  const later = await put({ ...internal, ...words, title: `${secret} hiljem` })
  const committee = await planAMeeting(app, secretary, 'arengu-ja-eelarvekomisjon', { startsAt: '2026-12-03T10:00' })
  const passed = await secretary.post(meetingDeskPaths.passItem(number, itemId), { to: String(committee) })
  expect(passed.status).toBe(303)
  await secretary.post(meetingDeskPaths.announce(committee), {})
  const annexFile = new File([`${secret} hinnad`], `${secret}.txt`, { type: 'text/plain' })
  const annex = { annexTitle: `${secret} tabel`, annexFile }
  expect((await secretary.post(meetingDeskPaths.annexes(number, itemId), annex)).status).toBe(303)
  await app.db.updateTable('files_files').set({ state: 'checked' }).execute()
  await secretary.post(meetingDeskPaths.invite(number), { lateBecause: 'Proovi tarvis' })
  await secretary.post(meetingDeskPaths.convene(number), { chair: seats[0]!.personId! })
  for (const seat of seats.slice(0, 12)) await council.sit(number, seat, 'arrive', { channel: 'room' })
  await council.does(number, 'open')

  const files = [
    [`/failid/${(await app.db.selectFrom('meetings_annexes').select('file_id').executeTakeFirstOrThrow()).file_id}`],
  ].flat()
  const actPages = async () =>
    (await app.db.selectFrom('acts_acts').select('slug').execute()).map(({ slug }) => `/otsused/${slug}`)
  async function telling(): Promise<string[]> {
    const pages = [
      '/',
      '/istungid',
      meetingPaths.meeting(number),
      meetingPaths.meeting(committee),
      meetingPaths.item(number, itemId),
      meetingPaths.item(number, open),
      meetingPaths.live(number),
      meetingPaths.hall(number),
      meetingPaths.overlay(number),
      `${meetingPaths.replay(number)}?hetk=9999`,
      meetingPaths.minutes(number),
      ...[...(await council.stateOf(number)).votes.keys()].map((vote) => meetingPaths.result(number, vote)),
      '/istungid/haaletused',
      '/istungid/osalemine',
      '/otsused',
      '/logi',
      '/kogud/vallavolikogu',
      ...(await actPages()),
    ]
    const data = [
      ...[...(await council.stateOf(number)).votes.keys()].flatMap((vote) => [
        meetingPaths.resultFile(number, vote),
        meetingPaths.resultLog(number, vote),
      ]),
      meetingPaths.minutesXml(number),
      meetingPaths.ownCalendar(number),
      meetingPaths.container(number),
      ...['haaletused', 'nimelised-haaled', 'istungitel-osalemine', 'acts'].flatMap((name) => [
        `/andmed/${name}.csv`,
        `/andmed/${name}.json`,
      ]),
      '/otsused/feed.atom',
      '/istungid/feed.atom',
      '/istungid/kalender.ics',
      '/logi/feed.atom',
      '/sitemap.xml',
      `/api/v1/meetings/${number}/votes`,
      `/api/v1/meetings/${number}/speeches`,
      ...['meetings', 'agenda-items', 'papers', 'files', 'consultations'].map((name) => `/api/oparl/1.1/${name}`),
      ...['paper', 'file', 'agenda-item', 'consultation'].map((name) => `/api/oparl/1.1/${name}/${itemId}`),
      `/api/oparl/1.1/file/${itemId}/text`,
      ...files,
    ]
    const found = new Map<string, string>()
    for (const path of [...pages, ...pages.flatMap((page) => [`/en${page}`, `/ru${page}`]), ...data])
      found.set(path, (await app.visitor.get(path)).text)
    for (const path of [meetingPaths.minutesPdf(number), meetingPaths.invitation(number)]) {
      const pdf = await app.request(path, {})
      if (pdf.status === 200)
        found.set(path, (await extractText(new Uint8Array(await pdf.arrayBuffer()), { mergePages: true })).text)
    }
    for (const searchable of [...meetingSearchables, ...actSearchables])
      for await (const documents of searchable.documents(app.context(), 'all'))
        found.set(`search ${searchable.kind}`, JSON.stringify(documents))
    const events = await app.db.selectFrom('platform_events').selectAll().execute()
    found.set('events', JSON.stringify(events))
    for (const path of [meetingPaths.meeting(number), meetingPaths.live(number)])
      expect((await app.visitor.get(path)).status, path).toBe(200)
    return [...found].filter(([, text]) => text.includes(secret) || text.includes(itemId)).map(([at]) => at)
  }
  // Its id alone is in an address that was asked for, and in the record's address of a file.
  const told = async () => (await telling()).filter((at) => !at.includes(itemId))

  await council.does(number, 'vote-on-agenda')
  await council.decide(number, ['for', 'for'])
  expect(await told(), 'agenda').toEqual([])
  await council.does(number, 'open-item', { item: itemId })
  await council.does(number, 'recusals-asked')
  const change = { change: 'replace', paragraph: '1', text: `1. ${secret} teisiti.` }
  await council.sit(number, seats[2]!, 'amend', change)
  await council.sit(number, seats[3]!, 'ask', { type: 'for' })
  expect(await told(), 'opened').toEqual([])
  const [amendment] = (await council.stateOf(number)).amendments.keys()
  await council.does(number, 'vote-on-amendment', { amendment: amendment! })
  await council.decide(number, ['for', 'for', 'for'])
  await council.does(number, 'vote-on-item', { words: `Kas ${secret}?` })
  expect(await told(), 'vote').toEqual([])
  await council.decide(number, ['for', 'for', 'for', 'against'])
  const { id } = await app.db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await takeDecisions(app.context(system), id)
  await council.does(number, 'conclude-item', { outcome: 'decided' })
  expect(await told(), 'decided').toEqual([])
  await council.does(number, 'open-item', { item: later })
  await council.does(number, 'adjourn', { 'reason:adjourn': 'Aeg sai otsa' })
  await takeDecisions(app.context(system), id)
  await secretary.post(meetingDeskPaths.continueMeeting(number), {})
  await secretary.post(meetingDeskPaths.minutes(number), { [`kokkuvote-${itemId}`]: `Räägiti ${secret} hinnast.` })
  await secretary.post(meetingDeskPaths.approveMinutes(number), { approveBecause: 'Proov' })
  expect((await secretary.post(meetingDeskPaths.publishMinutes(number), {})).status).toBe(303)
  expect(await told(), 'minutes').toEqual([])
}, 60_000)
