import type { Db } from '#platform/database.ts'
import type { ObjectName } from './addresses.ts'
import type { Asked } from './asked.ts'
import { readCourses } from './how-it-went.ts'
import { file } from './file-objects.ts'
import { agendaItem, consultation, location, meeting, paper } from './meeting-objects.ts'
import { legislativeTerm } from './municipality.ts'
import type { OparlObject, Telling } from './objects.ts'
import { membership, organization, person } from './people-objects.ts'
import { fileSource } from './queries/files.ts'
import { itemSource, listItemRows, locationSource, meetingSource, paperSource } from './queries/meetings.ts'
import { readPage, type Kept, type Source } from './queries/pages.ts'
import {
  listMembershipRows,
  listPublicIds,
  membershipSource,
  organizationSource,
  personSource,
  termSource,
  type Calendar,
} from './queries/people.ts'

export type Reader = { db: Db; calendar: Calendar; telling: Telling }
type Found = { total: number; objects: OparlObject[] }

async function told<Row extends Kept>(
  { db }: Reader,
  source: Source<Row>,
  asked: Asked,
  tell: (row: Row) => OparlObject,
): Promise<Found> {
  const { total, rows } = await readPage(db, source, asked)
  return { total, objects: rows.map(tell) }
}

async function listPersons({ db, calendar, telling }: Reader, asked: Asked): Promise<Found> {
  const { total, rows } = await readPage(db, personSource(calendar), asked)
  const ids = rows.map(({ id }) => id)
  const held = Map.groupBy(await listMembershipRows(db, calendar, ids), ({ personId }) => personId)
  return { total, objects: rows.map((row) => person(telling, row, held.get(row.id) ?? [])) }
}

async function listMeetings({ db, calendar, telling }: Reader, asked: Asked): Promise<Found> {
  const { total, rows } = await readPage(db, meetingSource(calendar.today), asked)
  const ids = rows.map(({ id }) => id)
  const items = Map.groupBy(await listItemRows(db, ids, calendar.today), ({ meetingId }) => meetingId)
  const courses = await readCourses(
    db,
    rows.map(({ id, logLength }) => ({ meetingId: id, logLength })),
  )
  const participants = [...courses.values()].flatMap((course) => course.participants)
  const shown = await listPublicIds(db, calendar, [...new Set(participants)])
  const objects = rows.map((row) => meeting(telling, row, courses.get(row.id), items.get(row.id) ?? [], shown))
  return { total, objects }
}

async function listItems({ db, calendar, telling }: Reader, asked: Asked): Promise<Found> {
  const { total, rows } = await readPage(db, itemSource(calendar.today), asked)
  const courses = await readCourses(db, rows)
  return { total, objects: rows.map((row) => agendaItem(telling, row, courses.get(row.meetingId))) }
}

/** One page of what everybody may know of, as it is told. At most four statements, whatever is in it. */
export const listObjects: Record<ObjectName, (reader: Reader, asked: Asked) => Promise<Found>> = {
  organization: (reader, asked) =>
    told(reader, organizationSource(reader.calendar), asked, (row) => organization(reader.telling, row)),
  person: listPersons,
  membership: (reader, asked) =>
    told(reader, membershipSource(reader.calendar), asked, (row) => membership(reader.telling, row)),
  meeting: listMeetings,
  'agenda-item': listItems,
  paper: (reader, asked) =>
    told(reader, paperSource(reader.calendar.today), asked, (row) => paper(reader.telling, row)),
  consultation: (reader, asked) =>
    told(reader, paperSource(reader.calendar.today), asked, (row) => consultation(reader.telling, row)),
  file: (reader, asked) => told(reader, fileSource(reader.calendar.today), asked, (row) => file(reader.telling, row)),
  location: (reader, asked) => told(reader, locationSource, asked, (row) => location(reader.telling, row)),
  'legislative-term': (reader, asked) => told(reader, termSource, asked, (row) => legislativeTerm(reader.telling, row)),
}
