import { inAllLanguages } from '#platform/language.ts'
import type { Followable } from '#platform/followable.ts'
import { nameOfMeeting } from './messages/names.ts'
import { publicMessages } from './messages/public.ts'
import { meetingPaths } from './paths.ts'
import { findMeeting } from './queries/meetings.ts'
import { isPublic } from './rules.ts'

/** All meetings, or one. */
export const meetingFollowables: readonly Followable[] = [
  {
    path: /\/istungid/,
    title: async () => ({ et: publicMessages.et.title, en: publicMessages.en.title, ru: publicMessages.ru.title }),
    feed: () => meetingPaths.feed,
  },
  {
    path: /\/istungid\/\d{1,9}/,
    title: async (db, path) => {
      const meeting = await findMeeting(db, { number: Number(path.split('/').at(-1)) })
      if (meeting === undefined || !isPublic(meeting)) return null
      return inAllLanguages((language) => nameOfMeeting(meeting, language))
    },
  },
]
