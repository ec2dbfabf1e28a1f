import { personOf } from '#platform/context.ts'
import type { OwnData } from '#platform/own-data.ts'
import { ownPageMessages } from './messages/own-pages.ts'
import { notificationPaths } from './paths.ts'
import { countUnreadNotices } from './queries/inbox.ts'
import { deleteOwnRows, readOwnRows } from './queries/own-data.ts'

export const notificationsOwnData: OwnData = {
  pages: async ({ db, actor }, language) => [
    {
      label: ownPageMessages[language].inbox,
      path: notificationPaths.inbox,
      count: await countUnreadNotices(db, personOf(actor)),
    },
    { label: ownPageMessages[language].preferences, path: notificationPaths.own },
  ],
  takeOut: ({ db, actor }) => readOwnRows(db, personOf(actor)),
  forget: async ({ db, actor }) => {
    await deleteOwnRows(db, personOf(actor))
    return []
  },
}
