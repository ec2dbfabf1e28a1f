import { personOf } from '#platform/context.ts'
import type { OwnData } from '#platform/own-data.ts'
import { findWork } from './queries/own-work.ts'

const kept = {
  what: {
    et: 'Sinu kanded õigusaktide juures ja kirjed selle kohta, millal lugesid piiranguga teksti',
    en: 'Your entries at legal acts, and when you read a restricted text',
    ru: 'Ваши записи при правовых актах и записи о том, когда вы читали ограниченный текст',
  },
  why: {
    et: 'Need on ametniku kanded arhiiviväärtusega dokumendis (avaliku teabe seadus § 28 lg 2) ja arvestus piiranguga teabe andmise kohta (§ 39 lg 2); avalikult sinu nime nende juures ei ole.',
    en: 'They are an official’s entries in a document of record (Public Information Act § 28(2)) and the account of who was given restricted information (§ 39(2)); your name is not shown with them.',
    ru: 'Это записи должностного лица в документе (закон о публичной информации § 28(2)) и учёт предоставления ограниченной информации (§ 39(2)); вашего имени при них публично нет.',
  },
}

/** What an official has done with acts: the texts, restrictions, signed files and tasks that bear their id, and what they read. */
export const actsOwnData: OwnData = {
  takeOut: async (ctx) => ({ acts: await findWork(ctx.db, personOf(ctx.actor), 10_000) }),
  forget: async (ctx) => ((await findWork(ctx.db, personOf(ctx.actor), 1)).length > 0 ? [kept] : []),
}
