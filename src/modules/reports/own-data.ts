import { localDate } from '#platform/format.ts'
import { personOf, timeZoneOf } from '#platform/context.ts'
import { readText } from '#platform/language.ts'
import type { OwnData } from '#platform/own-data.ts'
import { publicMessages } from './messages/public.ts'
import { stateMessages } from './messages/states.ts'
import { reportPaths } from './paths.ts'
import { listOwnDoubts, listOwnNotes, listOwnQuestions, listOwnUpdates, takeNamesOff } from './queries/own-data.ts'
import { listReportsOf } from './queries/reports.ts'

const kept = {
  what: { et: 'Sinu saadetud teated', en: 'Reports that you sent', ru: 'Отправленные вами сообщения' },
  why: {
    et: 'Teade räägib kohast, mitte sinust; sinu nime ja aadressi selle juures enam ei ole.',
    en: 'A report is about a place, not about you; your name and address no longer stand with it.',
    ru: 'Сообщение говорит о месте, а не о вас; вашего имени и адреса при нём больше нет.',
  },
}

/** What a person has reported, and written to others' reports. */
export const reportsOwnData: OwnData = {
  matters: async (ctx, language) => {
    const zone = timeZoneOf(ctx.db)
    const own = await listReportsOf(ctx.db, personOf(ctx.actor))
    return own.slice(0, 20).map(({ number, categoryName, state, createdAt }) => ({
      what: `${publicMessages[language].number(number)}: ${readText(categoryName, language).text}`,
      path: reportPaths.report(number),
      state: stateMessages[language][state].name,
      on: localDate(createdAt, zone),
    }))
  },
  takeOut: async (ctx) => {
    const personId = personOf(ctx.actor)
    const reports = await listReportsOf(ctx.db, personId)
    return {
      reports: reports.map(
        ({
          assignedPost: _post,
          assignedPerson: _person,
          assignedTitle: _title,
          priority: _urgency,
          workOrder: _order,
          ...one
        }) => one,
      ),
      reportWords: await listOwnUpdates(ctx.db, personId),
      reportDoubts: await listOwnDoubts(ctx.db, personId),
      reportQuestions: await listOwnQuestions(ctx.db, personId),
      reportNotes: await listOwnNotes(ctx.db, personId),
    }
  },
  forget: async (ctx) => ((await takeNamesOff(ctx.db, personOf(ctx.actor))) > 0 ? [kept] : []),
}
