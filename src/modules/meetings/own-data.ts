import { personOf } from '#platform/context.ts'
import type { OwnData } from '#platform/own-data.ts'
import { isInMeetings, listOwnAttendance, listOwnCalls, listOwnRemarks, listOwnVotes } from './queries/own-data.ts'

const kept = {
  what: {
    et: 'Sinu osalemine istungitel, hääled ja märkused protokollile',
    en: 'Your attendance at meetings, votes and remarks on minutes',
    ru: 'Ваше участие в заседаниях, голоса и замечания к протоколам',
  },
  why: {
    et: 'Istungi logi ja protokoll on seadusega nõutud arhiividokumendid (KOKS § 51); avalikku ametit kandnu nimi jääb neisse.',
    en: 'The log and minutes of a meeting are records that the law asks for (KOKS § 51); the name of whoever held a public office stays in them.',
    ru: 'Журнал и протокол заседания — документы, которых требует закон (KOKS § 51); имя того, кто занимал публичную должность, в них остаётся.',
  },
}

/** What meetings keep about a member: attendance, votes by name, calls, remarks and dissents. */
export const meetingsOwnData: OwnData = {
  takeOut: async (ctx) => {
    const own = personOf(ctx.actor)
    return {
      meetingAttendance: await listOwnAttendance(ctx.db, own),
      meetingVotes: await listOwnVotes(ctx.db, own),
      meetingCalls: await listOwnCalls(ctx.db, own),
      minutesRemarks: await listOwnRemarks(ctx.db, own),
    }
  },
  forget: async (ctx) => ((await isInMeetings(ctx.db, personOf(ctx.actor))) ? [kept] : []),
}
