import { formatDay, formatMonth, type LocalDate } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { ReminderStage } from '../reminders.ts'

export type MonthSummary = {
  total: number
  kept: number
  late: readonly string[]
  soon: readonly string[]
  unmeasured: number
  questions: number
  evidence: number
}

const list = (numbers: readonly string[]) => (numbers.length === 0 ? '' : ` (${numbers.join(', ')})`)

const et = {
  title: {
    soon: (what) => `Tähtaeg läheneb: ${what}`,
    tomorrow: (what) => `Tähtaeg on käes: ${what}`,
    kept: (what) => `Täidetud: ${what}`,
    missed: (what) => `Jäi täitmata: ${what}`,
    'still-late': (what) => `On ikka hilinenud: ${what}`,
  } as Record<ReminderStage, (what: string) => string>,
  due: (day: LocalDate) => `Tähtaeg ${formatDay(day, 'et')}.`,
  ended: (owed: number, counted: number) => `Vaja oli vähemalt ${owed}, tehtud on ${counted}.`,
  month: (day: LocalDate) => `Tegevuskava seis: ${formatMonth(day, 'et')}`,
  summary: (s: MonthSummary) =>
    `${s.total} lubadusest on täidetud ${s.kept}, peagi tähtaeg ${s.soon.length}${list(s.soon)}, hilinenud ${s.late.length}${list(s.late)}, mõõtmata ${s.unmeasured}. Vastust ootab ${s.questions} küsimust ja kommentaari, kinnitust ${s.evidence} tõendit.`,
  kindReminder: 'Lubaduste tähtajad',
  kindReminderText: 'Meeldetuletus enne iga tähtaega ja teade, kuidas läks: lubaduste kohta, mille eest vastad.',
  kindMonth: 'Tegevuskava kuukokkuvõte',
  kindMonthText: 'Iga kuu alguses: mis on täidetud, hilinenud ja ootab.',
  jobOwners: 'Lubaduste tähtaegade meeldetuletused',
  jobMonth: 'Tegevuskava kuukokkuvõte koordinaatorile',
}
export type ReminderWords = typeof et

const en: ReminderWords = {
  title: {
    soon: (what) => `Falls due soon: ${what}`,
    tomorrow: (what) => `Due now: ${what}`,
    kept: (what) => `Kept: ${what}`,
    missed: (what) => `Missed: ${what}`,
    'still-late': (what) => `Still late: ${what}`,
  },
  due: (day) => `Due ${formatDay(day, 'en')}.`,
  ended: (owed, counted) => `At least ${owed} was needed, ${counted} was done.`,
  month: (day) => `The action plan: ${formatMonth(day, 'en')}`,
  summary: (s) =>
    `Of ${s.total} commitments ${s.kept} are kept, ${s.soon.length} fall due soon${list(s.soon)}, ${s.late.length} are late${list(s.late)}, ${s.unmeasured} are not measured. ${s.questions} questions and comments wait for an answer, ${s.evidence} pieces of evidence for confirmation.`,
  kindReminder: 'Due days of commitments',
  kindReminderText: 'A reminder before each due day and word of how it went, for the commitments that you answer for.',
  kindMonth: 'Monthly summary of the action plan',
  kindMonthText: 'At the beginning of each month: what is kept, late and waiting.',
  jobOwners: 'Reminders of due days of commitments',
  jobMonth: 'Monthly summary of the action plan for the coordinator',
}

const ru: ReminderWords = {
  title: {
    soon: (what) => `Близится срок: ${what}`,
    tomorrow: (what) => `Срок наступил: ${what}`,
    kept: (what) => `Выполнено: ${what}`,
    missed: (what) => `Не выполнено: ${what}`,
    'still-late': (what) => `Всё ещё просрочено: ${what}`,
  },
  due: (day) => `Срок ${formatDay(day, 'ru')}.`,
  ended: (owed, counted) => `Нужно было не меньше ${owed}, сделано ${counted}.`,
  month: (day) => `План действий: ${formatMonth(day, 'ru')}`,
  summary: (s) =>
    `Обещаний: ${s.total}; выполнено ${s.kept}, скоро срок ${s.soon.length}${list(s.soon)}, просрочено ${s.late.length}${list(s.late)}, не измеряется ${s.unmeasured}. Ждут ответа вопросы и комментарии: ${s.questions}; ждут подтверждения доказательства: ${s.evidence}.`,
  kindReminder: 'Сроки обещаний',
  kindReminderText: 'Напоминание перед каждым сроком и сообщение об итоге: об обещаниях, за которые вы отвечаете.',
  kindMonth: 'Месячная сводка плана действий',
  kindMonthText: 'В начале каждого месяца: что выполнено, просрочено и ждёт.',
  jobOwners: 'Напоминания о сроках обещаний',
  jobMonth: 'Месячная сводка плана действий координатору',
}

export const reminderWords: Record<Language, ReminderWords> = { et, en, ru }
