import { timeZoneOf, todayOf } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { inAllLanguages, readText } from '#platform/language.ts'
import type { Searchable, SearchDocument } from '#platform/searchable.ts'
import { nameOfMeeting } from './messages/names.ts'
import { meetingPaths } from './paths.ts'
import { listItems, listNewestDrafts } from './queries/items.ts'
import { listWithheld } from './restrictions/queries.ts'
import { findMeeting, listPublicIds, type Meeting } from './queries/meetings.ts'
import type { Context } from '#platform/context.ts'

const batch = 50

/** Announced meetings with their agendas; of closed items the title alone, of internal ones nothing. */
export const meetingSearchables: readonly Searchable[] = [
  {
    kind: 'meetings.meeting',
    name: { et: 'Istungid', en: 'Meetings', ru: 'Заседания' },
    changedBy: [
      'meetings.announced',
      'meetings.agenda-changed',
      'meetings.draft-changed',
      'meetings.moved',
      'meetings.called',
      'meetings.cancelled',
      'meetings.materials-restricted',
      'meetings.materials-opened',
    ],
    touched: ({ subject }) => [subject.slice(subject.indexOf(':') + 1)],
    documents: async function* (ctx, ids) {
      const wanted = ids === 'all' ? await listPublicIds(ctx.db) : ids
      for (let from = 0; from < wanted.length; from += batch) {
        const documents: SearchDocument[] = []
        for (const id of wanted.slice(from, from + batch)) {
          const meeting = await findMeeting(ctx.db, { id })
          if (meeting?.announcedAt !== undefined && meeting.announcedAt !== null)
            documents.push(await documentOf(ctx, meeting))
        }
        yield documents
      }
    },
  },
]

async function documentOf(ctx: Context, meeting: Meeting): Promise<SearchDocument> {
  const words: string[] = [meeting.place]
  const drafts = await listNewestDrafts(ctx.db, meeting.id)
  const withheld = await listWithheld(ctx.db, meeting.id, todayOf(ctx))
  for (const item of await listItems(ctx.db, meeting.id)) {
    if (item.visibility === 'internal') continue
    words.push(item.title)
    if (item.visibility === 'closed' || withheld.has(item.id)) continue
    words.push(item.memo, drafts.get(item.id) ?? '')
  }
  return {
    id: meeting.id,
    path: meetingPaths.meeting(meeting.number),
    title: inAllLanguages((language) => nameOfMeeting(meeting, language)),
    body: { et: [readText(meeting.body.name, 'et').text, ...words].filter((part) => part !== '').join('\n') },
    on: localDate(meeting.startsAt, timeZoneOf(ctx.db)),
    readers: 'everyone',
  }
}
