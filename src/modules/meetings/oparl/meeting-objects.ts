import { nameMessages, nameOfMeeting } from '../messages/names.ts'
import { meetingPaths } from '../paths.ts'
import { needsDraft } from '../rules.ts'
import type { Course } from './course.ts'
import { draftOf, file, filesOf } from './file-objects.ts'
import { objectOf, type OparlObject, type Telling } from './objects.ts'
import type { ItemRow, LocationRow, MeetingRow, PaperRow } from './queries/meetings.ts'

/** Words that the specification recommends: set, called, held. */
function stateOf({ state, invitedAt }: MeetingRow): string {
  if (state === 'held') return 'durchgeführt'
  return invitedAt === null ? 'terminiert' : 'eingeladen'
}

export function meeting(
  telling: Telling,
  row: MeetingRow,
  course: Course | undefined,
  items: readonly ItemRow[],
  publicPersons: ReadonlySet<string>,
): OparlObject {
  const { address } = telling
  const { number, kind, sessionNo, bodyKind, bodyName } = row
  const named = {
    body: { id: row.organization_id, slug: '', name: bodyName, kind: bodyKind, seats: null },
    sessionNo,
    kind,
  }
  const participants = (course?.participants ?? []).filter((id) => publicPersons.has(id))
  const agenda = items.map((item) => agendaItem(telling, item, course))
  return objectOf(telling, 'meeting', row, {
    name: nameOfMeeting(named, 'et'),
    meetingState: stateOf(row),
    cancelled: row.state === 'cancelled' || course?.isOff === true,
    start: (course?.startedAt ?? row.startsAt).toISOString(),
    end: (course?.endedAt ?? row.endsAt)?.toISOString(),
    location: row.place === '' ? null : location(telling, row),
    organization: [address.one('organization', row.organization_id)],
    invitation: filesOf(telling, row.files, 'invitation')?.[0],
    resultsProtocol: filesOf(telling, row.files, 'minutes')?.[0],
    participant: participants.length === 0 ? null : participants.map((id) => address.one('person', id)),
    agendaItem: agenda.toSorted((a, b) => Number(a['order']) - Number(b['order'])),
    web: address.page(meetingPaths.meeting(number)),
    // Words of our own, as the specification allows (2.9): what OParl has none for, in those of Popolo.
    'avavald:voteEvents': course === undefined ? null : address.page(`/api/v1/meetings/${number}/votes`),
    'avavald:speeches': course === undefined ? null : address.page(`/api/v1/meetings/${number}/speeches`),
  })
}

export function location(telling: Telling, row: LocationRow): OparlObject {
  return objectOf(telling, 'location', row, {
    description: row.place,
    meetings: [telling.address.one('meeting', row.id)],
  })
}

/** As it was planned, and from the roll call on as it went. Of a closed one there are title and outcome alone. */
export function agendaItem(telling: Telling, row: ItemRow, course: Course | undefined): OparlObject {
  const { address } = telling
  const went = course?.items.get(row.id)
  const isOpen = row.visibility === 'public' && went?.isOpen !== false
  return objectOf(telling, 'agenda-item', row, {
    meeting: address.one('meeting', row.meetingId),
    number: went === undefined ? row.itemNumber : went.number,
    order: went?.order ?? row.position,
    name: went?.title ?? row.title,
    public: isOpen,
    consultation: row.hasPaper ? address.one('consultation', row.id) : null,
    result: went?.result,
    auxiliaryFile: isOpen ? filesOf(telling, row.files) : null,
    resolutionText: isOpen && row.withheld === null ? went?.resolution : null,
    // Ground and days of a restriction of its materials (AK): a word of our own.
    'avavald:withheld': row.withheld,
    web: address.page(meetingPaths.item(row.number, row.id)),
  })
}

export function paper(telling: Telling, row: PaperRow): OparlObject {
  return objectOf(telling, 'paper', row, {
    body: telling.address.body,
    name: row.title,
    date: telling.dayOf(row.firstAt),
    paperType: nameMessages.et.items[row.kind],
    mainFile: file(telling, draftOf(row)),
    auxiliaryFile: filesOf(telling, row.files),
    consultation: [consultation(telling, row)],
    web: telling.address.page(meetingPaths.item(row.number, row.id)),
  })
}

export function consultation(telling: Telling, row: PaperRow): OparlObject {
  const { address } = telling
  return objectOf(telling, 'consultation', row, {
    paper: address.one('paper', row.id),
    agendaItem: address.one('agenda-item', row.id),
    meeting: address.one('meeting', row.meetingId),
    organization: [address.one('organization', row.organization_id)],
    authoritative: needsDraft(row.kind),
  })
}
