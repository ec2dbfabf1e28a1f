import { todayOf, type Context } from '#platform/context.ts'
import type { LocalText } from '#platform/language.ts'
import { notify } from '#modules/notifications/index.ts'
import { registry } from '#modules/people/index.ts'
import { reportDeskPaths } from './paths.ts'
import type { Report } from './queries/reports.ts'

export const workNotices = 'reports.work'

const titles: Record<
  'assigned' | 'told-more' | 'reopened' | 'question-answered' | 'work-done',
  (number: number) => LocalText
> = {
  assigned: (number) => ({
    et: `Teade ${number} on sinu vastata`,
    en: `Report ${number} is yours to answer`,
    ru: `На сообщение ${number} отвечаете вы`,
  }),
  'told-more': (number) => ({
    et: `Teatele ${number} lisati kiri`,
    en: `Something was added to report ${number}`,
    ru: `К сообщению ${number} добавлено`,
  }),
  'question-answered': (number) => ({
    et: `Teate ${number} saatja vastas küsimusele`,
    en: `The sender of report ${number} answered the question`,
    ru: `Отправитель сообщения ${number} ответил на вопрос`,
  }),
  'work-done': (number) => ({
    et: `Töövõtja märkis teate ${number} tehtuks`,
    en: `The contractor has marked report ${number} as done`,
    ru: `Подрядчик отметил сообщение ${number} выполненным`,
  }),
  reopened: (number) => ({
    et: `Teade ${number} avati uuesti`,
    en: `Report ${number} was opened again`,
    ru: `Сообщение ${number} открыто снова`,
  }),
}

/** Tells those who answer for a report. */
export async function tellWorkers(
  ctx: Context,
  report: Pick<Report, 'id' | 'number' | 'categoryName' | 'assignedPost' | 'assignedPerson'>,
  what: keyof typeof titles,
): Promise<void> {
  const { assignedPost, assignedPerson } = report
  const holders =
    assignedPost === null
      ? []
      : await registry.listHolders(ctx.db, { postIds: [assignedPost], bodyIds: [] }, todayOf(ctx))
  const persons = [...new Set([...(assignedPerson === null ? [] : [assignedPerson]), ...holders])]
  await notify(ctx, {
    kind: workNotices,
    persons: persons.filter((id) => id !== ctx.actor.personId),
    title: titles[what](report.number),
    sentence: report.categoryName,
    path: reportDeskPaths.report(report.number),
    dedupe: `${what}:${report.id}:${ctx.now.getTime()}`,
  })
}
