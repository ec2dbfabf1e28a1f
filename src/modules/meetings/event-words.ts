import { formatDay } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { EventWords } from '#platform/module.ts'
import type { DaysFacts, MeetingFacts } from './events.ts'
import { liveVoteMessages } from './messages/live-votes.ts'
import { nameOfMeeting } from './messages/names.ts'
import { meetingPaths } from './paths.ts'
import { sayStretch } from './series/messages.ts'
import { recordPaths } from './record/paths.ts'

type Say = (name: string, day: string) => string
type Words = {
  announced: Say
  changed: Say
  draft: Say
  moved: Say
  called: Say
  cancelled: Say
  convened: Say
  opened: Say
  closed: Say
  undone: Say
  corrected: Say
  minutes: Say
  signed: Say
  restricted: Say
  reopened: Say
  stated: (name: string, outcome: string, votes: string) => string
  term: (body: string, number: number) => string
  days: (body: string, count: number, days: string) => string
  otherDays: (body: string, days: string) => string
}

const words: Record<Language, Words> = {
  et: {
    announced: (name, day) => `Avalikuks sai päevakord: ${name}, ${day}`,
    changed: (name, day) => `Päevakord muutus: ${name}, ${day}`,
    draft: (name, day) => `Eelnõu sai uue teksti: ${name}, ${day}`,
    moved: (name, day) => `Aeg või koht muutus: ${name}, ${day}`,
    called: (name, day) => `Liikmed on kutsutud: ${name}, ${day}`,
    cancelled: (name, day) => `Jääb ära: ${name}, ${day}`,
    convened: (name, day) => `Istung kutsuti kokku: ${name}, ${day}`,
    opened: (name, day) => `Istung algas: ${name}, ${day}`,
    closed: (name, day) => `Istung lõppes: ${name}, ${day}`,
    undone: (name, day) => `Tulemus tühistati või hääletatakse uuesti: ${name}, ${day}`,
    corrected: (name, day) => `Istungi logi parandati: ${name}, ${day}`,
    minutes: (name, day) => `Protokoll avaldati: ${name}, ${day}`,
    signed: (name, day) => `Protokollile lisati allkiri: ${name}, ${day}`,
    restricted: (name, day) => `Ühe küsimuse materjalidele pandi juurdepääsupiirang: ${name}, ${day}`,
    reopened: (name, day) => `Ühe küsimuse materjalid on jälle avalikud: ${name}, ${day}`,
    stated: (name, outcome, votes) => `${name}: ${outcome}${votes}`,
    term: (body, number) => `${body}: kirjas on ${number}. koosseisu aeg`,
    days: (body, count, days) => `${body}: kavandatud istungite ajad on teada (${count}), ${days}`,
    otherDays: (body, days) => `${body}: kavandatud istungi aeg muutus, ${days}`,
  },
  en: {
    announced: (name, day) => `The agenda is public: ${name}, ${day}`,
    changed: (name, day) => `The agenda changed: ${name}, ${day}`,
    draft: (name, day) => `A draft has a new text: ${name}, ${day}`,
    moved: (name, day) => `Time or place changed: ${name}, ${day}`,
    called: (name, day) => `Members are called: ${name}, ${day}`,
    cancelled: (name, day) => `Cancelled: ${name}, ${day}`,
    convened: (name, day) => `Called to order: ${name}, ${day}`,
    opened: (name, day) => `The meeting began: ${name}, ${day}`,
    closed: (name, day) => `The meeting ended: ${name}, ${day}`,
    undone: (name, day) => `A result was annulled or is voted again: ${name}, ${day}`,
    corrected: (name, day) => `The log was corrected: ${name}, ${day}`,
    minutes: (name, day) => `The minutes were published: ${name}, ${day}`,
    signed: (name, day) => `The minutes were signed: ${name}, ${day}`,
    restricted: (name, day) => `The materials of an item were restricted: ${name}, ${day}`,
    reopened: (name, day) => `The materials of an item are public again: ${name}, ${day}`,
    stated: (name, outcome, votes) => `${name}: ${outcome}${votes}`,
    term: (body, number) => `${body}: the days of composition ${number} are kept`,
    days: (body, count, days) => `${body}: the days of planned meetings are known (${count}), ${days}`,
    otherDays: (body, days) => `${body}: the day of a planned meeting changed, ${days}`,
  },
  ru: {
    announced: (name, day) => `Повестка открыта: ${name}, ${day}`,
    changed: (name, day) => `Повестка изменилась: ${name}, ${day}`,
    draft: (name, day) => `У проекта новый текст: ${name}, ${day}`,
    moved: (name, day) => `Время или место изменились: ${name}, ${day}`,
    called: (name, day) => `Члены приглашены: ${name}, ${day}`,
    cancelled: (name, day) => `Не состоится: ${name}, ${day}`,
    convened: (name, day) => `Заседание созвано: ${name}, ${day}`,
    opened: (name, day) => `Заседание началось: ${name}, ${day}`,
    closed: (name, day) => `Заседание закончилось: ${name}, ${day}`,
    undone: (name, day) => `Результат отменён или голосуют заново: ${name}, ${day}`,
    corrected: (name, day) => `Журнал исправлен: ${name}, ${day}`,
    minutes: (name, day) => `Протокол опубликован: ${name}, ${day}`,
    signed: (name, day) => `Протокол подписан: ${name}, ${day}`,
    restricted: (name, day) => `Доступ к материалам одного вопроса ограничен: ${name}, ${day}`,
    reopened: (name, day) => `Материалы одного вопроса снова открыты: ${name}, ${day}`,
    stated: (name, outcome, votes) => `${name}: ${outcome}${votes}`,
    term: (body, number) => `${body}: внесены дни ${number}-го состава`,
    days: (body, count, days) => `${body}: известны дни запланированных заседаний (${count}), ${days}`,
    otherDays: (body, days) => `${body}: день запланированного заседания изменился, ${days}`,
  },
}

const nameIn = (facts: MeetingFacts, language: Language): string => {
  const { bodyName, bodyKind, body, kind, sessionNo } = facts
  const of = { id: '', slug: body, name: { et: bodyName }, kind: bodyKind, seats: null }
  return nameOfMeeting({ body: of, kind, sessionNo: sessionNo === 0 ? null : sessionNo }, language)
}

const say = (
  facts: MeetingFacts,
  language: Language,
  what: Exclude<keyof Words, 'stated' | 'term' | 'days' | 'otherDays'>,
) => {
  const sentence = words[language][what](nameIn(facts, language), formatDay(facts.on, language))
  return { sentence, path: meetingPaths.meeting(facts.number) }
}

const stretch = ({ from, until }: DaysFacts, language: Language): string =>
  from === until ? formatDay(from, language) : sayStretch(from, until, language)

export const meetingEventWords: EventWords = {
  'meetings.announced': ({ facts }, language) => say(facts, language, 'announced'),
  'meetings.agenda-changed': ({ facts }, language) => say(facts, language, 'changed'),
  'meetings.draft-changed': ({ facts }, language) => say(facts, language, 'draft'),
  'meetings.moved': ({ facts }, language) => say(facts, language, 'moved'),
  'meetings.called': ({ facts }, language) => say(facts, language, 'called'),
  'meetings.cancelled': ({ facts }, language) => say(facts, language, 'cancelled'),
  'meetings.convened': ({ facts }, language) => say(facts, language, 'convened'),
  'meetings.opened': ({ facts }, language) => say(facts, language, 'opened'),
  'meetings.closed': ({ facts }, language) => say(facts, language, 'closed'),
  'meetings.result-undone': ({ facts }, language) => say(facts, language, 'undone'),
  'meetings.log-corrected': ({ facts }, language) => say(facts, language, 'corrected'),
  'meetings.minutes-published': ({ facts }, language) => say(facts, language, 'minutes'),
  'meetings.minutes-signed': ({ facts }, language) => say(facts, language, 'signed'),
  'meetings.materials-restricted': ({ facts }, language) => say(facts, language, 'restricted'),
  'meetings.materials-opened': ({ facts }, language) => say(facts, language, 'reopened'),
  'meetings.result-stated': ({ facts }, language) => {
    const { outcomes } = liveVoteMessages[language]
    const outcome = Object.hasOwn(outcomes, facts.outcome) ? outcomes[facts.outcome as keyof typeof outcomes] : ''
    const votes = facts.for + facts.against === 0 ? '' : `, ${facts.for} : ${facts.against}`
    const sentence = words[language].stated(nameIn(facts, language), outcome.toLowerCase(), votes)
    return { sentence, path: meetingPaths.meeting(facts.number) }
  },
  'meetings.days-planned': ({ facts }, language) => ({
    sentence: words[language].days(facts.bodyName, facts.meetings, stretch(facts, language)),
    path: meetingPaths.list,
  }),
  'meetings.days-changed': ({ facts }, language) => ({
    sentence: words[language].otherDays(facts.bodyName, stretch(facts, language)),
    path: meetingPaths.list,
  }),
  'meetings.term-kept': ({ facts }, language) => ({
    sentence: words[language].term(facts.bodyName, facts.number),
    path: recordPaths.attendance,
  }),
}
