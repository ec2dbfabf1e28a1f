import type { Language } from '#platform/language.ts'
import { en } from './desk/en.ts'
import { et, type DeskWords } from './desk/et.ts'
import { ru } from './desk/ru.ts'

export type { DeskWords }
export const deskMessages: Record<Language, DeskWords> = { et, en, ru }
