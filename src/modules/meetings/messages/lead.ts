import type { Language } from '#platform/language.ts'
import { en } from './lead/en.ts'
import { et, type LeadWords } from './lead/et.ts'
import { ru } from './lead/ru.ts'

export const leadMessages: Record<Language, LeadWords> = { et, en, ru }
