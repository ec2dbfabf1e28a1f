// What other modules and the composition may use. Everything else in this folder is private.
export { importPlanCommand } from './import-plan.ts'
export { readPlan, type JudgedPlan } from './read-plan.ts'
export { planMarks } from './plan-marks.ts'
