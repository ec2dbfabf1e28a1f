import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '#platform/web/http.ts'
import { answerReport, answerReportInput } from '../../answer-report.ts'
import { askReporter, askReporterInput } from '../../ask-reporter.ts'
import { assignReport, assignReportInput } from '../../assign-report.ts'
import { doubleReport, doubleReportInput } from '../../double-report.ts'
import { moveReport, moveReportInput } from '../../move-report.ts'
import { inAddress, reportDeskPaths as paths } from '../../paths.ts'
import { setPriority, setPriorityInput } from '../../set-priority.ts'
import { takeQuestionBack } from '../../take-question-back.ts'
import { tellApart } from '../../tell-apart.ts'
import { writeNote, writeNoteInput } from '../../write-note.ts'
import { deskStep, showAtDesk } from './show-report.tsx'

export const deskReportRoutes = new Hono<AppEnv>()

deskReportRoutes.get(paths.report(inAddress.number), (c) => showAtDesk(c))

deskStep(deskReportRoutes, paths.answer, answerReportInput, (c, number, input) =>
  answerReport(c.var.ctx, c.var.site.keys, number, input),
)
deskStep(deskReportRoutes, paths.assign, assignReportInput, (c, number, input) =>
  assignReport(c.var.ctx, number, input),
)
deskStep(deskReportRoutes, paths.move, moveReportInput, (c, number, input) => moveReport(c.var.ctx, number, input))
deskStep(deskReportRoutes, paths.double, doubleReportInput, (c, number, input) =>
  doubleReport(c.var.ctx, c.var.site.keys, number, input),
)
deskStep(deskReportRoutes, paths.ask, askReporterInput, (c, number, input) =>
  askReporter(c.var.ctx, c.var.site.keys, number, input),
)
deskStep(deskReportRoutes, paths.takeQuestionBack, z.object({}), (c, number) => takeQuestionBack(c.var.ctx, number))
deskStep(deskReportRoutes, paths.tellApart, z.object({}), (c, number) => tellApart(c.var.ctx, c.var.site.keys, number))
deskStep(deskReportRoutes, paths.priority, setPriorityInput, (c, number, input) =>
  setPriority(c.var.ctx, number, input),
)
deskStep(deskReportRoutes, paths.note, writeNoteInput, (c, number, input) => writeNote(c.var.ctx, number, input))
