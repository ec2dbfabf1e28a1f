import type { Language } from '#platform/language.ts'

const et = {
  way: 'Asja käik',
  here: 'see punkt',
  passOn: 'Saada teise kogu istungile',
  passOnHint:
    'Uus punkt saab sama pealkirja, seletuskirja ja eelnõu viimase teksti; mõlemalt lehelt pääseb teisele. Lisad pane sinna eraldi.',
  to: 'Millisele istungile',
  noTargets: 'Ühtki tulevast istungit, mille kutsed on saatmata, ei ole.',
  errors: { targetMissing: 'Vali istung.', invalid: 'See väärtus ei sobi.' },
  refusals: {
    tooLate: 'Selle istungi kutsed on saadetud või aeg möödas. Lisa punkt seal, põhjusega.',
    sameMeeting: 'Vali mõni teine istung.',
  },
}
export type PassWords = typeof et

const en: PassWords = {
  way: 'The way of this matter',
  here: 'this item',
  passOn: 'Pass on to another meeting',
  passOnHint:
    'The new item has the same title, memo and newest text of the draft; both pages lead to each other. Annexes are added there.',
  to: 'To which meeting',
  noTargets: 'There is no coming meeting whose members are not yet called.',
  errors: { targetMissing: 'Choose a meeting.', invalid: 'This value does not fit.' },
  refusals: {
    tooLate: 'The members of that meeting have been called, or its time is past. Add the item there, with a reason.',
    sameMeeting: 'Choose another meeting.',
  },
}

const ru: PassWords = {
  way: 'Ход дела',
  here: 'этот пункт',
  passOn: 'Передать на другое заседание',
  passOnHint:
    'Новый пункт получит то же название, пояснение и последний текст проекта; страницы ведут друг на друга. Приложения добавьте там отдельно.',
  to: 'На какое заседание',
  noTargets: 'Нет предстоящих заседаний, приглашения на которые ещё не отправлены.',
  errors: { targetMissing: 'Выберите заседание.', invalid: 'Это значение не подходит.' },
  refusals: {
    tooLate: 'Приглашения на это заседание отправлены или время прошло. Добавьте пункт там, с причиной.',
    sameMeeting: 'Выберите другое заседание.',
  },
}

export const passMessages: Record<Language, PassWords> = { et, en, ru }
