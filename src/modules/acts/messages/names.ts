import type { ActKind, ActState, Annulment, FollowUpState } from '../rules.ts'

const et = {
  /** „Vallavolikogu otsus nr 41” */
  act: (body: string, kind: ActKind, number: number) => `${body}: ${et.kinds[kind]} nr ${number}`,
  kinds: { regulation: 'määrus', decision: 'otsus', order: 'korraldus' } as Record<ActKind, string>,
  kindTitles: { regulation: 'Määrus', decision: 'Otsus', order: 'Korraldus' } as Record<ActKind, string>,
  states: {
    stated: 'Tulemus teatavaks tehtud, allkirjastamata',
    signed: 'Allkirjastatud, ei ole veel jõustunud',
    'in-force': 'Kehtib',
    amended: 'Kehtib, muudetud',
    repealed: 'Kehtetu',
    annulled: 'Tühistatud',
  } as Record<ActState, string>,
  annulled: {
    vote: 'Hääletuse tulemus tühistati',
    court: 'Tühistas kohus',
    supervision: 'Tühistati järelevalve korras',
    withdrawn: 'Võeti tagasi',
  } as Record<Annulment, string>,
  followUps: { open: 'Täitmisel', overdue: 'Tähtaeg möödas', done: 'Täidetud', dropped: 'Ei täideta' } as Record<
    FollowUpState,
    string
  >,
}
type Words = typeof et
const en: Words = {
  act: (body, kind, number) => `${body}: ${en.kinds[kind]} no ${number}`,
  kinds: { regulation: 'regulation', decision: 'decision', order: 'order' },
  kindTitles: { regulation: 'Regulation', decision: 'Decision', order: 'Order' },
  states: {
    stated: 'Result declared, not signed yet',
    signed: 'Signed, not in force yet',
    'in-force': 'In force',
    amended: 'In force, amended',
    repealed: 'Repealed',
    annulled: 'Annulled',
  },
  annulled: {
    vote: 'The result of the vote was annulled',
    court: 'Annulled by a court',
    supervision: 'Annulled in supervision',
    withdrawn: 'Withdrawn',
  },
  followUps: { open: 'Being carried out', overdue: 'Overdue', done: 'Done', dropped: 'Will not be done' },
}
const ru: Words = {
  act: (body, kind, number) => `${body}: ${ru.kinds[kind]} № ${number}`,
  kinds: { regulation: 'постановление', decision: 'решение', order: 'распоряжение' },
  kindTitles: { regulation: 'Постановление', decision: 'Решение', order: 'Распоряжение' },
  states: {
    stated: 'Результат объявлен, ещё не подписано',
    signed: 'Подписано, ещё не вступило в силу',
    'in-force': 'Действует',
    amended: 'Действует, с изменениями',
    repealed: 'Утратило силу',
    annulled: 'Отменено',
  },
  annulled: {
    vote: 'Результат голосования отменён',
    court: 'Отменено судом',
    supervision: 'Отменено в порядке надзора',
    withdrawn: 'Отозвано',
  },
  followUps: { open: 'Исполняется', overdue: 'Срок прошёл', done: 'Исполнено', dropped: 'Не будет исполнено' },
}
export const nameMessages: Record<'et' | 'en' | 'ru', Words> = { et, en, ru }
