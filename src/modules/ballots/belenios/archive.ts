import { hexHash } from './hash.ts'
import { Malformed, objectOf, parseJson, textOf, wholeOf, type Json } from './strict-json.ts'
import { bodyText, readTar, type Entry } from './tar.ts'

/** What an archive tells, event by event, with the bytes that were hashed. */
export type Archive = {
  election: Uint8Array
  trustees: Uint8Array
  credentials: Uint8Array
  /** SHA-256 of the setup payload: election, trustees and credentials together. */
  setupHash: string
  /** In the order in which they were cast. */
  ballots: readonly string[]
  tally: { text: string; payload: Json; event: string } | null
  partials: readonly { owner: number; text: string }[]
  result: string | null
  /** SHA-256 of the last event: what is published outside the archive. */
  head: string
  isEnded: boolean
}

const types = ['Setup', 'Ballot', 'EndBallots', 'EncryptedTally', 'PartialDecryption', 'Result'] as const
type EventType = (typeof types)[number]
/** Which event may follow which; nothing follows a result. */
const mayFollow: Readonly<Record<EventType | 'start', readonly EventType[]>> = {
  start: ['Setup'],
  Setup: ['Ballot', 'EndBallots'],
  Ballot: ['Ballot', 'EndBallots'],
  EndBallots: ['EncryptedTally'],
  EncryptedTally: ['PartialDecryption'],
  PartialDecryption: ['PartialDecryption', 'Result'],
  Result: [],
}

type Event = { type: EventType; payload: string | undefined; hash: string; data: Map<string, Uint8Array> }

/** Reads an archive and its chain of events, with everything that was before an event in it. Throws `Malformed`. */
export function readArchive(bytes: Uint8Array): Archive {
  const { entries, time } = readTar(bytes)
  const [first, ...rest] = entries
  const opening = `{"version":1,"timestamp":"${time}"}`
  if (first === undefined || first.name !== 'BELENIOS' || bodyText(first.body, 'header') !== opening)
    throw new Malformed('header')
  return tellOf(eventsOf(rest))
}

function eventsOf(entries: readonly Entry[]): Event[] {
  const events: Event[] = []
  let data = new Map<string, Uint8Array>()
  let last: EventType | 'start' = 'start'
  for (const { name, body } of entries) {
    const [hash, kind] = [name.slice(0, 64), name.slice(64)]
    if (hash !== hexHash(body)) throw new Malformed('name')
    if (kind === '.data.json') {
      if (data.has(hash)) throw new Malformed('name')
      data.set(hash, body)
      continue
    }
    if (kind !== '.event.json') throw new Malformed('name')
    const { type, payload } = readEvent(bodyText(body, 'event'), events.length, events.at(-1)?.hash)
    if (!mayFollow[last].includes(type)) throw new Malformed(`order:${type}`)
    events.push({ type, payload, hash, data })
    last = type
    data = new Map()
  }
  if (data.size > 0) throw new Malformed('unreferenced')
  return events
}

function readEvent(text: string, height: number, parent: string | undefined) {
  const event = objectOf(parseJson(text, 'event'), 'event', ['height', 'type'], ['parent', 'payload'])
  const type = types.find((one) => one === event.type)
  if (type === undefined) throw new Malformed('event')
  const payload = event.payload === undefined ? undefined : textOf(event.payload, 'event')
  const isChained = wholeOf(event.height, 'event') === height && event.parent === parent
  // Compact and in this order: another writing is another event.
  const exact = JSON.stringify({ ...(parent === undefined ? {} : { parent }), height, type, payload })
  if (!isChained || exact !== text || (payload === undefined) !== (type === 'EndBallots')) throw new Malformed('event')
  return { type, payload }
}

/** Takes the records of one event, each of which must be named by it, directly or through its payload. */
function taker({ type, data }: Event) {
  const left = new Map(data)
  const take = (hash: Json | undefined): Uint8Array => {
    const body = typeof hash === 'string' ? left.get(hash) : undefined
    if (body === undefined) throw new Malformed(`records:${type}`)
    left.delete(hash as string)
    return body
  }
  const done = () => {
    if (left.size > 0) throw new Malformed(`records:${type}`)
  }
  return { take, takeText: (hash: Json | undefined) => bodyText(take(hash), type), done }
}

function tellOf(events: readonly Event[]): Archive {
  const [setup, ...rest] = events
  if (setup === undefined) throw new Malformed('order:Setup')
  const first = taker(setup)
  const payload = first.takeText(setup.payload)
  const named = objectOf(parseJson(payload, 'setup'), 'setup', ['election', 'trustees', 'credentials'])
  const [election, trustees, credentials] = [named.election, named.trustees, named.credentials].map(first.take)
  first.done()
  const ballots: string[] = []
  const partials: { owner: number; text: string }[] = []
  let tally: Archive['tally'] = null
  let result: string | null = null
  for (const event of rest) {
    const { take: _, takeText, done } = taker(event)
    if (event.type === 'Ballot') ballots.push(takeText(event.payload))
    else if (event.type === 'Result') result = takeText(event.payload)
    else if (event.type === 'EncryptedTally') {
      const sized = parseJson(takeText(event.payload), 'tally')
      const { encrypted_tally } = objectOf(sized, 'tally', ['num_tallied', 'total_weight', 'encrypted_tally'])
      tally = { text: takeText(encrypted_tally), payload: sized, event: event.hash }
    } else if (event.type === 'PartialDecryption') {
      const owned = objectOf(parseJson(takeText(event.payload), 'decryption'), 'decryption', ['owner', 'payload'])
      partials.push({ owner: wholeOf(owned.owner, 'decryption'), text: takeText(owned.payload) })
    }
    done()
  }
  return {
    election: election!,
    trustees: trustees!,
    credentials: credentials!,
    setupHash: setup.payload!,
    ballots,
    tally,
    partials,
    result,
    head: events.at(-1)!.hash,
    isEnded: rest.some(({ type }) => type === 'EndBallots'),
  }
}
