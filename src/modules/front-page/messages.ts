import type { Language } from '#platform/language.ts'

type Counts = { total: number; kept: number; soon: number; late: number; unmeasured: number }

const et = {
  today: (day: string) => `Täna, ${day}`,
  standing: ({ total, kept, soon, late, unmeasured }: Counts) =>
    `Vald on andnud ${total} lubadust: ${kept} täidetud, ${soon} peagi, ${late} hilinenud, ${unmeasured} siin veel mõõtmata.`,
  noPlan: 'Tegevuskava ei ole veel kinnitatud.',
  nowTitle: 'Praegu saad',
  nowDiscuss: (until: string) => `avaldada arvamust tegevuskava uue kavandi kohta kuni ${until}`,
  nowAsk: 'küsida iga lubaduse kohta, kuidas sellega läheb',
  nowWork: 'teha ära, mis ootab sind töölaual',
  doors: 'Leia',
  doorPlan: 'Lubadus',
  doorPlanText: 'Mida vald lubas ja kuidas me teame, et see on tehtud.',
  doorPeople: 'Inimene või kogu',
  doorPeopleText: 'Volikogu, vallavalitsus, komisjonid, külavanemad ja kes seal on.',
  doorPlaces: 'Koht',
  doorPlacesText: 'Alevikud ja külad kaardil, nende elanikud ja esindajad.',
  planTitle: 'Tegevuskava',
  planLink: 'Vaata kogu kava',
  latestTitle: 'Viimati tehtud',
  latestLink: 'Kogu avalik logi',
  villageTitle: 'Minu küla',
  villageText: 'Vali küla. Valik jääb ainult sellesse seadmesse.',
  villageLabel: 'Küla või alevik',
  villageOpen: 'Ava',
  villageMine: 'Sinu küla',
  workTitle: 'Mis ootab mind?',
  workEmpty: 'Praegu ei oota sind midagi.',
  workEmptyText: 'Kui kolleeg lisab tõendi või elanik küsib, ilmub see siia.',
  groups: { overdue: 'Üle tähtaja', today: 'Täna', week: 'Sel nädalal', later: 'Hiljem', undated: 'Ilma tähtajata' },
  about: 'Mille kohta',
  by: 'Tähtaeg',
  what: 'Mis',
  doIt: 'Tegevus',
  days: (days: number) => (days < 0 ? `${-days} päeva üle` : days === 0 ? 'täna' : `${days} päeva aega`),
}
export type FrontPageMessages = typeof et

const en: FrontPageMessages = {
  today: (day) => `Today, ${day}`,
  standing: ({ total, kept, soon, late, unmeasured }) =>
    `The municipality has made ${total} commitments: ${kept} kept, ${soon} due soon, ${late} late, ${unmeasured} not measured here yet.`,
  noPlan: 'The action plan has not been adopted yet.',
  nowTitle: 'Now you can',
  nowDiscuss: (until) => `comment on the new draft of the action plan until ${until}`,
  nowAsk: 'ask about any commitment how it is going',
  nowWork: 'do what waits for you in the workspace',
  doors: 'Find',
  doorPlan: 'A commitment',
  doorPlanText: 'What the municipality promised and how we know that it was done.',
  doorPeople: 'A person or body',
  doorPeopleText: 'Council, government, committees, village elders and who is there.',
  doorPlaces: 'A place',
  doorPlacesText: 'Boroughs and villages on the map, their residents and representatives.',
  planTitle: 'Action plan',
  planLink: 'See the whole plan',
  latestTitle: 'Latest done',
  latestLink: 'The whole public log',
  villageTitle: 'My village',
  villageText: 'Choose your village. The choice stays on this device only.',
  villageLabel: 'Village or borough',
  villageOpen: 'Open',
  villageMine: 'Your village',
  workTitle: 'What waits for me?',
  workEmpty: 'Nothing waits for you now.',
  workEmptyText: 'When a colleague adds evidence or a resident asks, it appears here.',
  groups: { overdue: 'Overdue', today: 'Today', week: 'This week', later: 'Later', undated: 'Without a date' },
  about: 'About',
  by: 'Due',
  what: 'What',
  doIt: 'Action',
  days: (days) => (days < 0 ? `${-days} days over` : days === 0 ? 'today' : `${days} days left`),
}

const plural = new Intl.PluralRules('ru')
const russianDays = (days: number): string =>
  `${days} ${{ one: 'день', few: 'дня', many: 'дней', other: 'дня', zero: 'дней', two: 'дня' }[plural.select(days)]}`

const ru: FrontPageMessages = {
  today: (day) => `Сегодня, ${day}`,
  standing: ({ total, kept, soon, late, unmeasured }) =>
    `Обещаний волости: ${total}. Выполнено ${kept}, скоро срок ${soon}, просрочено ${late}, здесь ещё не измеряется ${unmeasured}.`,
  noPlan: 'План действий ещё не утверждён.',
  nowTitle: 'Сейчас можно',
  nowDiscuss: (until) => `высказать мнение о новом проекте плана действий до ${until}`,
  nowAsk: 'спросить о любом обещании, как оно выполняется',
  nowWork: 'сделать то, что ждёт вас на рабочем столе',
  doors: 'Найти',
  doorPlan: 'Обещание',
  doorPlanText: 'Что обещала волость и откуда мы знаем, что это сделано.',
  doorPeople: 'Человека или орган',
  doorPeopleText: 'Собрание, управа, комиссии, старейшины деревень и кто в них.',
  doorPlaces: 'Место',
  doorPlacesText: 'Посёлки и деревни на карте, их жители и представители.',
  planTitle: 'План действий',
  planLink: 'Посмотреть весь план',
  latestTitle: 'Последние действия',
  latestLink: 'Весь публичный журнал',
  villageTitle: 'Моя деревня',
  villageText: 'Выберите деревню. Выбор останется только на этом устройстве.',
  villageLabel: 'Деревня или посёлок',
  villageOpen: 'Открыть',
  villageMine: 'Ваша деревня',
  workTitle: 'Что меня ждёт?',
  workEmpty: 'Сейчас вас ничего не ждёт.',
  workEmptyText: 'Когда коллега добавит доказательство или житель задаст вопрос, это появится здесь.',
  groups: { overdue: 'Просрочено', today: 'Сегодня', week: 'На этой неделе', later: 'Позже', undated: 'Без срока' },
  about: 'О чём',
  by: 'Срок',
  what: 'Что',
  doIt: 'Действие',
  days: (days) =>
    days < 0 ? `просрочено на ${russianDays(-days)}` : days === 0 ? 'сегодня' : `осталось ${russianDays(days)}`,
}

export const frontPageMessages: Record<Language, FrontPageMessages> = { et, en, ru }
