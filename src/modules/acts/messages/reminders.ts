import { formatDay, type LocalDate } from '#platform/format.ts'
import type { ReminderStage } from '../reminders.ts'

const et = {
  title: {
    assigned: (act) => `Sulle anti ülesanne: ${act}`,
    soon: (act) => `Tähtaeg läheneb: ${act}`,
    tomorrow: (act) => `Viimane tööpäev: ${act}`,
    overdue: (act) => `Tähtaeg on möödas: ${act}`,
    'still-overdue': (act) => `Ülesanne on ikka täitmata: ${act}`,
  } as Record<ReminderStage | 'assigned', (act: string) => string>,
  sentence: (task: string, due: LocalDate) => `${task} Tähtaeg ${formatDay(due, 'et')}.`,
  kind: 'Õigusaktide täitmine',
  kindText: 'Ülesanded, mis õigusakt sinu ametikohale või kogule annab: uus ülesanne ja meeldetuletused.',
  jobFollow: 'Istungite otsused õigusaktideks',
  jobRemind: 'Õigusaktide täitmise meeldetuletused',
  jobLapsed: 'Lõppenud juurdepääsupiirangud',
}
export type ReminderWords = typeof et
const en: ReminderWords = {
  title: {
    assigned: (act) => `You were given a task: ${act}`,
    soon: (act) => `Due soon: ${act}`,
    tomorrow: (act) => `Last working day: ${act}`,
    overdue: (act) => `Overdue: ${act}`,
    'still-overdue': (act) => `Still not done: ${act}`,
  },
  sentence: (task, due) => `${task} Due ${formatDay(due, 'en')}.`,
  kind: 'Carrying out acts',
  kindText: 'Tasks that an act gives to your post or body: a new task and reminders.',
  jobFollow: 'Decisions of sittings into acts',
  jobRemind: 'Reminders of what acts ask to be done',
  jobLapsed: 'Restrictions of access that are over',
}
const ru: ReminderWords = {
  title: {
    assigned: (act) => `Вам дано поручение: ${act}`,
    soon: (act) => `Срок приближается: ${act}`,
    tomorrow: (act) => `Последний рабочий день: ${act}`,
    overdue: (act) => `Срок прошёл: ${act}`,
    'still-overdue': (act) => `Поручение всё ещё не исполнено: ${act}`,
  },
  sentence: (task, due) => `${task} Срок: ${formatDay(due, 'ru')}.`,
  kind: 'Исполнение правовых актов',
  kindText: 'Поручения, которые правовой акт даёт вашей должности или органу: новое поручение и напоминания.',
  jobFollow: 'Решения заседаний в правовые акты',
  jobRemind: 'Напоминания об исполнении правовых актов',
  jobLapsed: 'Окончившиеся ограничения доступа',
}
export const reminderMessages: Record<'et' | 'en' | 'ru', ReminderWords> = { et, en, ru }
