import type { EventOf, MeetingEvent, PlainEvent } from './events.ts'

type Correction = EventOf<'corrected'>
type Targeted = Extract<Correction['correction'], { eventId: number }>
type Insertion = Extract<Correction['correction'], { how: 'insert' }>

/**
 * The log as if every corrected event had been right from the start. Of several corrections of one event the newest
 * holds, and a correction may itself be corrected by a later one. An event with another time moves to where that time
 * belongs; all others keep the sequence of the log.
 */
export function effectiveEvents(log: readonly MeetingEvent[]): PlainEvent[] {
  const corrections = log.filter((event) => event.kind === 'corrected')
  if (corrections.length === 0) return log as PlainEvent[]
  const fates = new Map<number, Targeted & { correctedBy: number }>()
  const insertions: (Insertion & { id: number; by: Correction['by'] })[] = []
  for (const { id, by, correction } of corrections.toReversed()) {
    if (fates.get(id)?.how === 'void') continue
    if (correction.how === 'insert') insertions.push({ ...correction, id, by })
    else if (correction.eventId < id && !fates.has(correction.eventId))
      fates.set(correction.eventId, { ...correction, correctedBy: id })
  }
  const staying: PlainEvent[] = []
  const moved: Moved[] = []
  for (const event of log) {
    if (event.kind === 'corrected') continue
    const fate = fates.get(event.id)
    if (fate === undefined) staying.push(event)
    else if (fate.how === 'replace') {
      const { id, at, by } = event
      if (fate.happenedAt === null) staying.push({ id, at, by, ...fate.facts })
      else
        moved.push({ event: { id, at: new Date(fate.happenedAt), by, ...fate.facts }, correctedBy: fate.correctedBy })
    }
  }
  for (const { id, by, happenedAt, facts } of insertions)
    moved.push({ event: { id, at: new Date(happenedAt), by, ...facts }, correctedBy: id })
  return mergeByTime(staying, moved)
}

type Moved = { event: PlainEvent; correctedBy: number }

/** What was moved stands before all that happened later, and in any case before what was entered after its correction. */
function mergeByTime(staying: PlainEvent[], moved: Moved[]): PlainEvent[] {
  let waiting = moved.toSorted((a, b) => a.event.at.getTime() - b.event.at.getTime() || a.event.id - b.event.id)
  const merged: PlainEvent[] = []
  for (const event of staying) {
    const isDue = (one: Moved) => one.event.at < event.at || one.correctedBy < event.id
    if (waiting.some(isDue)) {
      merged.push(...waiting.filter(isDue).map((one) => one.event))
      waiting = waiting.filter((one) => !isDue(one))
    }
    merged.push(event)
  }
  return [...merged, ...waiting.map((one) => one.event)]
}
