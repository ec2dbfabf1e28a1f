import type { Language } from '#platform/language.ts'
import type { EventWords } from '#platform/module.ts'
import { settingFields, type SettingField } from './messages.ts'

declare module '#platform/events.ts' {
  interface Events {
    'reports.category-changed': { category: string; name: string; fields: readonly string[] }
    'reports.group-changed': { group: string; name: string; fields: readonly string[] }
  }
}

const said: Record<Language, Record<'category' | 'group', (name: string) => string>> = {
  et: {
    category: (name) => `Teadete teema „${name}“ seaded muutusid`,
    group: (name) => `Teadete teemarühm „${name}“ muutus`,
  },
  en: {
    category: (name) => `Settings of the report subject “${name}” changed`,
    group: (name) => `The group of report subjects “${name}” changed`,
  },
  ru: {
    category: (name) => `Изменились настройки темы сообщений «${name}»`,
    group: (name) => `Изменилась группа тем сообщений «${name}»`,
  },
}

const isField = (text: string): text is SettingField => text in settingFields.et
const fieldsIn = (fields: readonly string[], language: Language) => {
  const names = fields.filter(isField).map((field) => settingFields[language][field].toLowerCase())
  return names.length === 0 ? '' : `: ${names.join(', ')}`
}

export const settingEventWords: EventWords = {
  'reports.category-changed': ({ facts }, language) => ({
    sentence: said[language].category(facts.name) + fieldsIn(facts.fields, language),
    path: null,
  }),
  'reports.group-changed': ({ facts }, language) => ({
    sentence: said[language].group(facts.name) + fieldsIn(facts.fields, language),
    path: null,
  }),
}
