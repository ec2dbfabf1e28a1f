import { readText, type Language, type LocalText } from '#platform/language.ts'

/** What each kind of evidence of the reference plan is called until the module that measures it says so itself. */
const names: Record<string, [et: string, en: string, ru: string]> = {
  'budget.adopted-budgets-published': ['avaldatud eelarved', 'budgets published', 'опубликованные бюджеты'],
  'budget.execution-updates': [
    'eelarve täitmise uuendused',
    'updates on budget execution',
    'обновления исполнения бюджета',
  ],
  'calendar.joint-youth-events': ['noorte ühisüritused', 'joint youth events', 'совместные молодёжные события'],
  'calendar.youth-council-events': [
    'noortevolikogu üritused',
    'events of the youth council',
    'события молодёжного собрания',
  ],
  'cases.digital-applications-received': [
    'veebis saadud taotlused',
    'applications received on the web',
    'заявления, полученные через интернет',
  ],
  'channels.calls': [
    'pöördumised riigi kanalitest',
    'requests from the state’s channels',
    'обращения из государственных каналов',
  ],
  'channels.matters-received': ['saabunud pöördumised', 'matters received', 'полученные обращения'],
  'consultations.discussions-held': [
    'peetud avalikud arutelud',
    'public discussions held',
    'проведённые публичные обсуждения',
  ],
  'consultations.opinions-answered-in-time': [
    'õigel ajal vastatud arvamused',
    'opinions answered in time',
    'мнения, на которые ответили вовремя',
  ],
  'consultations.youth-opinions-answered': [
    'vastatud noorte arvamused',
    'young people’s opinions answered',
    'отвеченные мнения молодёжи',
  ],
  'front-page.accessibility-audits': ['ligipääsetavuse kontrollid', 'accessibility audits', 'проверки доступности'],
  'grants.applications-decided-in-time': [
    'õigel ajal otsustatud toetustaotlused',
    'grant applications decided in time',
    'вовремя решённые заявки на пособия',
  ],
  'grants.calls-opened': ['avatud taotlusvoorud', 'grant calls opened', 'открытые конкурсы пособий'],
  'grants.village-houses-supported': [
    'toetatud külamajad',
    'village houses supported',
    'поддержанные деревенские дома',
  ],
  'grants.youth-grants-awarded': ['noortele antud toetused', 'grants awarded to young people', 'пособия молодёжи'],
  'integrity.controls-done-in-time': [
    'õigel ajal tehtud sisekontrollid',
    'internal controls done in time',
    'вовремя проведённые внутренние проверки',
  ],
  'integrity.documents-approved-by-two-persons': [
    'kahe inimese kinnitatud arvestusdokumendid',
    'accounting documents approved by two persons',
    'документы, утверждённые двумя людьми',
  ],
  'integrity.guide-acknowledged-in-time': [
    'õigel ajal loetud juhendid',
    'guides acknowledged in time',
    'вовремя прочитанные инструкции',
  ],
  'meetings.audit-committee-sessions-held': [
    'revisjonikomisjoni koosolekud',
    'sessions of the audit committee',
    'заседания ревизионной комиссии',
  ],
  'acts.decisions-published-in-time': [
    'õigel ajal avaldatud otsused',
    'decisions published in time',
    'вовремя опубликованные решения',
  ],
  'meetings.minutes-published-in-time': [
    'õigel ajal avaldatud protokollid',
    'minutes published in time',
    'вовремя опубликованные протоколы',
  ],
  'meetings.round-tables-held': ['peetud ümarlauad', 'round tables held', 'проведённые круглые столы'],
  'meetings.sessions-with-agenda-in-time': [
    'istungid, mille päevakord oli õigel ajal avalik',
    'sessions with the agenda public in time',
    'заседания с вовремя опубликованной повесткой',
  ],
  'meetings.sessions-with-published-attendance': [
    'istungid, mille osalejad on avaldatud',
    'sessions with attendance published',
    'заседания с опубликованным списком присутствовавших',
  ],
  'newsletter.issues-sent': ['saadetud uudiskirjad', 'newsletters sent', 'отправленные рассылки'],
  'newspaper.issues-published': ['ilmunud lehenumbrid', 'newspaper issues published', 'вышедшие номера газеты'],
  'open-data.calls': ['avaandmete päringud', 'open data requests', 'запросы открытых данных'],
  'participatory-budget.ideas-carried-to-development-plan': [
    'arengukavasse viidud ideed',
    'ideas carried to the development plan',
    'идеи, перенесённые в программу развития',
  ],
  'participatory-budget.rounds-held': [
    'kaasava eelarve voorud',
    'participatory budget rounds',
    'раунды народного бюджета',
  ],
  'participatory-budget.votes-held': [
    'kaasava eelarve hääletused',
    'participatory budget votes',
    'голосования народного бюджета',
  ],
  'partnerships.contracts-in-force': [
    'kehtivad lepingud ühendustega',
    'contracts with associations in force',
    'действующие договоры с объединениями',
  ],
  'partnerships.reports-in-time': [
    'õigel ajal esitatud aruanded',
    'reports handed in on time',
    'вовремя сданные отчёты',
  ],
  'people.settlements-with-elder': [
    'külavanemaga asulad',
    'settlements with an elder',
    'населённые пункты со старостой',
  ],
  'people.working-groups-with-community-members': [
    'töörühmad, kus on kogukonna liikmeid',
    'working groups with community members',
    'рабочие группы с членами общины',
  ],
  'people.youth-council-members-in-committees': [
    'noortevolikogu liikmed komisjonides',
    'youth council members in committees',
    'члены молодёжного собрания в комиссиях',
  ],
  'places.libraries-with-computers': ['arvutiga raamatukogud', 'libraries with computers', 'библиотеки с компьютерами'],
  'places.service-centres-reviewed': [
    'üle vaadatud teenuskeskused',
    'service centres reviewed',
    'проверенные центры услуг',
  ],
  'procurement.procedures-by-plan': ['plaani järgi tehtud hanked', 'procurements done by plan', 'закупки по плану'],
  'procurement.yearly-plan-published': [
    'avaldatud hankeplaanid',
    'procurement plans published',
    'опубликованные планы закупок',
  ],
  'publishing.news-published': ['avaldatud uudised', 'news published', 'опубликованные новости'],
  'recognition.awards-given': ['antud tunnustused', 'awards given', 'вручённые награды'],
  'recruitment.posts-filled-by-competition': [
    'konkursiga täidetud ametikohad',
    'posts filled by competition',
    'должности, занятые по конкурсу',
  ],
  'reports.problems-fixed': ['lahendatud teated', 'reported problems fixed', 'решённые сообщения о проблемах'],
  'risks.assessments-accepted': [
    'kinnitatud riskihindamised',
    'risk assessments accepted',
    'утверждённые оценки рисков',
  ],
  'services.mapped-services': ['kaardistatud teenused', 'services mapped', 'описанные услуги'],
  'surveys.surveys-held-on-web-and-paper': [
    'küsitlused veebis ja paberil',
    'surveys on web and paper',
    'опросы в интернете и на бумаге',
  ],
  'trainings.courses-for-older-people-held': ['eakate kursused', 'courses for older people', 'курсы для пожилых'],
  'trainings.library-staff-courses-held': [
    'raamatukogutöötajate koolitused',
    'courses for library staff',
    'курсы для библиотекарей',
  ],
  'trainings.staff-courses-held': ['töötajate koolitused', 'courses for staff', 'курсы для работников'],
}

const places = { et: 0, en: 1, ru: 2 } as const

export const namedEvidenceKeys: readonly string[] = Object.keys(names)

/** The module's own name of its evidence comes first; an unknown key is shown as it is. */
export function evidenceName(
  key: string,
  offered: readonly { key: string; name: LocalText }[],
  language: Language,
): string {
  const own = offered.find((one) => one.key === key)?.name
  const known = names[key]
  if (own === undefined && known === undefined) return key
  const name = own === undefined ? known![places[language]] : readText(own, language).text
  return name.charAt(0).toUpperCase() + name.slice(1)
}
