import { formatDay } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { OccurrenceState, Reason, Status } from '../fulfilment.ts'
import { inPeriod, russianPlural, sentence } from './calendar-words.ts'

type Coded<C extends Reason['code']> = Extract<Reason, { code: C }>
type StatusWords = {
  statuses: Record<Status, string>
  occurrences: Record<OccurrenceState, string>
  vouched: string
  reasons: { [C in Reason['code']]: (reason: Coded<C>) => string }
}

const et = {
  statuses: { kept: 'täidetud', 'due-soon': 'peagi', late: 'hilinenud', 'not-measured': 'siin veel mõõtmata' },
  occurrences: { kept: 'täidetud', missed: 'täitmata', open: 'pooleli', 'before-measuring': 'enne mõõtmist' },
  vouched: 'kinnitatud käsitsi, mitte mõõdetud',
  reasons: {
    periodKept: (r) => `${inPeriod(r.period, r.start, 'et')} oli vaja vähemalt ${r.owed}, tehtud on ${r.counted}`,
    periodDueSoon: (r) =>
      `${inPeriod(r.period, r.start, 'et')} on vaja vähemalt ${r.owed}, tehtud on ${r.counted}; tähtaeg ${formatDay(r.due, 'et')}`,
    periodMissed: (r) =>
      `${inPeriod(r.period, r.start, 'et')} oli vaja vähemalt ${r.owed}, tehtud on ${r.counted}; tähtaeg oli ${formatDay(r.due, 'et')}`,
    eachMet: (r) =>
      `${formatDay(r.from, 'et')} – ${formatDay(r.until, 'et')}: nõuetekohaseid ${r.met}, kokku ${r.records}; puudu ei ole ühtegi`,
    eachUnmet: (r) =>
      `${formatDay(r.from, 'et')} – ${formatDay(r.until, 'et')}: nõuetekohaseid ${r.met}, kokku ${r.records}; puudu on ${r.records - r.met}`,
    freshKept: (r) =>
      `${etNewest(r)}; uut on vaja hiljemalt ${r.days} päeva pärast viimast, tähtaeg ${formatDay(r.due, 'et')}`,
    freshDueSoon: (r) => `${etNewest(r)}; uus on peagi vajalik, tähtaeg ${formatDay(r.due, 'et')}`,
    freshExceeded: (r) =>
      `${etNewest(r)}; lubatud vanus on ${r.days} ${r.days === 1 ? 'päev' : 'päeva'}, tähtaeg oli ${formatDay(r.due, 'et')}`,
    standingMet: (r) => `praegu on vaja vähemalt ${r.owed}, olemas on ${r.counted}`,
    standingUnmet: (r) => `praegu on vaja vähemalt ${r.owed}, olemas on ${r.counted}; puudu on ${r.owed - r.counted}`,
    onceDone: (r) => `tehtud: ${formatDay(r.on, 'et')}; tähtaeg oli ${formatDay(r.by, 'et')}`,
    onceDoneLate: (r) => `tehtud hilinemisega: ${formatDay(r.on, 'et')}; tähtaeg oli ${formatDay(r.by, 'et')}`,
    onceDueSoon: (r) => `vaja on 1, tehtud on 0; tähtaeg ${formatDay(r.by, 'et')}`,
    onceOverdue: (r) => `vaja oli 1, tehtud on 0; tähtaeg oli ${formatDay(r.by, 'et')}`,
    noBinding: () => 'selle lubaduse täitmist ei ole veel seotud ühegi tõendiga',
    noSource: () => 'see leht ei saa veel andmeid, millest täitmist arvutada',
    nothingDueYet: (r) =>
      `mõõtmise algus on ${formatDay(r.measuredFrom, 'et')}${r.due ? `, esimene tähtaeg ${formatDay(r.due, 'et')}` : ''}`,
    nothingHappenedYet: (r) =>
      `${formatDay(r.from, 'et')} – ${formatDay(r.until, 'et')} ei ole olnud midagi, mida mõõta`,
    dueBeforeMeasuring: (r) =>
      `tähtaeg ${formatDay(r.by, 'et')} oli enne mõõtmise algust, mis on ${formatDay(r.measuredFrom, 'et')}`,
  },
} satisfies StatusWords

const en: StatusWords = {
  statuses: { kept: 'kept', 'due-soon': 'due soon', late: 'late', 'not-measured': 'not measured here yet' },
  occurrences: { kept: 'kept', missed: 'missed', open: 'open', 'before-measuring': 'before measuring' },
  vouched: 'vouched for by people, not measured',
  reasons: {
    periodKept: (r) => `${inPeriod(r.period, r.start, 'en')} the promise was at least ${r.owed}; done: ${r.counted}`,
    periodDueSoon: (r) =>
      `${inPeriod(r.period, r.start, 'en')} the promise is at least ${r.owed}; done so far: ${r.counted}; due ${formatDay(r.due, 'en')}`,
    periodMissed: (r) =>
      `${inPeriod(r.period, r.start, 'en')} the promise was at least ${r.owed}; done: ${r.counted}; it was due ${formatDay(r.due, 'en')}`,
    eachMet: (r) =>
      `from ${formatDay(r.from, 'en')} to ${formatDay(r.until, 'en')}: ${r.met} of ${r.records} as promised, none missing`,
    eachUnmet: (r) =>
      `from ${formatDay(r.from, 'en')} to ${formatDay(r.until, 'en')}: ${r.met} of ${r.records} as promised, ${r.records - r.met} missing`,
    freshKept: (r) => `${enNewest(r)}; a new one is needed every ${enDays(r.days)}, next due ${formatDay(r.due, 'en')}`,
    freshDueSoon: (r) => `${enNewest(r)}; a new one is needed soon, due ${formatDay(r.due, 'en')}`,
    freshExceeded: (r) => `${enNewest(r)}; it may be ${enDays(r.days)} old, so one was due ${formatDay(r.due, 'en')}`,
    standingMet: (r) => `at least ${r.owed} needed now, ${r.counted} in place`,
    standingUnmet: (r) => `at least ${r.owed} needed now, ${r.counted} in place; ${r.owed - r.counted} missing`,
    onceDone: (r) => `done on ${formatDay(r.on, 'en')}; it was due ${formatDay(r.by, 'en')}`,
    onceDoneLate: (r) => `done late, on ${formatDay(r.on, 'en')}; it was due ${formatDay(r.by, 'en')}`,
    onceDueSoon: (r) => `1 needed, 0 done; due ${formatDay(r.by, 'en')}`,
    onceOverdue: (r) => `1 needed, 0 done; it was due ${formatDay(r.by, 'en')}`,
    noBinding: () => 'no evidence has been tied to this promise yet',
    noSource: () => 'nothing here records yet what would prove this',
    nothingDueYet: (r) =>
      `measured from ${formatDay(r.measuredFrom, 'en')}${r.due ? `, first due ${formatDay(r.due, 'en')}` : ''}`,
    nothingHappenedYet: (r) =>
      `from ${formatDay(r.from, 'en')} to ${formatDay(r.until, 'en')} there was nothing to measure`,
    dueBeforeMeasuring: (r) =>
      `it was due ${formatDay(r.by, 'en')}, before measuring began on ${formatDay(r.measuredFrom, 'en')}`,
  },
}

const ru: StatusWords = {
  statuses: {
    kept: 'выполнено',
    'due-soon': 'скоро срок',
    late: 'просрочено',
    'not-measured': 'здесь пока не измеряется',
  },
  occurrences: { kept: 'выполнено', missed: 'не выполнено', open: 'идёт', 'before-measuring': 'до начала измерения' },
  vouched: 'подтверждено людьми, не измерено',
  reasons: {
    periodKept: (r) => `${inPeriod(r.period, r.start, 'ru')} требовалось не менее ${r.owed}, сделано ${r.counted}`,
    periodDueSoon: (r) =>
      `${inPeriod(r.period, r.start, 'ru')} требуется не менее ${r.owed}, сделано ${r.counted}; срок — ${formatDay(r.due, 'ru')}`,
    periodMissed: (r) =>
      `${inPeriod(r.period, r.start, 'ru')} требовалось не менее ${r.owed}, сделано ${r.counted}; срок был ${formatDay(r.due, 'ru')}`,
    eachMet: (r) =>
      `с ${formatDay(r.from, 'ru')} по ${formatDay(r.until, 'ru')}: выполнено ${r.met} из ${r.records}, невыполненных нет`,
    eachUnmet: (r) =>
      `с ${formatDay(r.from, 'ru')} по ${formatDay(r.until, 'ru')}: выполнено ${r.met} из ${r.records}, не хватает ${r.records - r.met}`,
    freshKept: (r) => `${ruNewest(r)}; обновлять нужно раз в ${ruDays(r.days)}, срок — ${formatDay(r.due, 'ru')}`,
    freshDueSoon: (r) => `${ruNewest(r)}; скоро нужно обновление, срок — ${formatDay(r.due, 'ru')}`,
    freshExceeded: (r) => `${ruNewest(r)}; обновлять нужно раз в ${ruDays(r.days)}, срок был ${formatDay(r.due, 'ru')}`,
    standingMet: (r) => `сейчас нужно не менее ${r.owed}, есть ${r.counted}`,
    standingUnmet: (r) => `сейчас нужно не менее ${r.owed}, есть ${r.counted}; не хватает ${r.owed - r.counted}`,
    onceDone: (r) => `сделано ${formatDay(r.on, 'ru')}; срок был ${formatDay(r.by, 'ru')}`,
    onceDoneLate: (r) => `сделано с опозданием, ${formatDay(r.on, 'ru')}; срок был ${formatDay(r.by, 'ru')}`,
    onceDueSoon: (r) => `требуется 1, сделано 0; срок — ${formatDay(r.by, 'ru')}`,
    onceOverdue: (r) => `требовалось 1, сделано 0; срок был ${formatDay(r.by, 'ru')}`,
    noBinding: () => 'с этим обещанием пока не связано ни одно подтверждение',
    noSource: () => 'здесь пока не собираются данные, по которым можно судить о выполнении',
    nothingDueYet: (r) =>
      `измеряется с ${formatDay(r.measuredFrom, 'ru')}${r.due ? `, первый срок — ${formatDay(r.due, 'ru')}` : ''}`,
    nothingHappenedYet: (r) =>
      `с ${formatDay(r.from, 'ru')} по ${formatDay(r.until, 'ru')} не было ничего, что можно измерить`,
    dueBeforeMeasuring: (r) =>
      `срок был ${formatDay(r.by, 'ru')}, до начала измерения ${formatDay(r.measuredFrom, 'ru')}`,
  },
}

type Newest = { latest?: string }

function etNewest({ latest }: Newest): string {
  return latest === undefined ? 'ühtegi veel ei ole' : `viimane on ${formatDay(latest, 'et')}`
}

function enNewest({ latest }: Newest): string {
  return latest === undefined ? 'there is none yet' : `the latest is from ${formatDay(latest, 'en')}`
}

function enDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

function ruNewest({ latest }: Newest): string {
  return latest === undefined ? 'пока нет ни одной записи' : `последняя запись — ${formatDay(latest, 'ru')}`
}

function ruDays(days: number): string {
  return `${days} ${russianPlural(days, 'день', 'дня', 'дней')}`
}

export const statusMessages: Record<Language, StatusWords> = { et, en, ru }

/** The arithmetic behind a status as one sentence. */
export function sayReason<C extends Reason['code']>(reason: Coded<C>, language: Language): string {
  const say = statusMessages[language].reasons[reason.code as C] as (reason: Coded<C>) => string
  return sentence(say(reason))
}
