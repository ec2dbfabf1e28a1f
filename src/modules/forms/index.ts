// What other modules and the composition may use. Everything else in this folder is private.
export * as forms from './door.ts'
export { FormFields, type FormFieldsProps } from './pages/form-fields.tsx'
export { readAnswers } from './read-answers.ts'
export { sayAnswers } from './say-answers.ts'
export type { Answer, Answers } from './answer.ts'
export type { Condition, Definition, Field, Option } from './definition.ts'
