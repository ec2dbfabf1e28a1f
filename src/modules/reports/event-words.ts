import type { Language } from '#platform/language.ts'
import type { EventWords } from '#platform/module.ts'
import { stateMessages } from './messages/states.ts'
import { reportPaths } from './paths.ts'
import { reportStates, type ReportState } from './rules.ts'

const isState = (text: string): text is ReportState => (reportStates as readonly string[]).includes(text)
const stateOf = (state: string, language: Language) => (isState(state) ? stateMessages[language][state].name : '')

const words: Record<
  Language,
  Record<'received' | 'answered' | 'moved' | 'off' | 'back' | 'hidden', (n: number) => string>
> = {
  et: {
    received: (n) => `Vald sai teate ${n}`,
    answered: (n) => `Vald vastas teatele ${n}`,
    moved: (n) => `Teade ${n} viidi teise teema alla`,
    off: (n) => `Teade ${n} eemaldati avalikust loendist`,
    back: (n) => `Teade ${n} toodi avalikku loendisse tagasi`,
    hidden: (n) => `Teate ${n} juures peideti kiri`,
  },
  en: {
    received: (n) => `The municipality received report ${n}`,
    answered: (n) => `The municipality answered report ${n}`,
    moved: (n) => `Report ${n} was moved to another subject`,
    off: (n) => `Report ${n} was taken off the public list`,
    back: (n) => `Report ${n} was put back on the public list`,
    hidden: (n) => `Words at report ${n} were hidden`,
  },
  ru: {
    received: (n) => `Волость получила сообщение ${n}`,
    answered: (n) => `Волость ответила на сообщение ${n}`,
    moved: (n) => `Сообщение ${n} перенесено в другую тему`,
    off: (n) => `Сообщение ${n} убрано из общего списка`,
    back: (n) => `Сообщение ${n} возвращено в общий список`,
    hidden: (n) => `У сообщения ${n} скрыт текст`,
  },
}

const told: Record<Language, Record<'reporter' | 'neighbour', (n: number) => string>> = {
  et: { reporter: (n) => `Saatja täiendas teadet ${n}`, neighbour: (n) => `Elanik lisas teatele ${n}` },
  en: { reporter: (n) => `The sender added to report ${n}`, neighbour: (n) => `A resident added to report ${n}` },
  ru: { reporter: (n) => `Отправитель дополнил сообщение ${n}`, neighbour: (n) => `Житель дополнил сообщение ${n}` },
}
const doubled: Record<Language, (n: number, of: number) => string> = {
  et: (n, of) => `Teade ${n} on sama mis teade ${of}`,
  en: (n, of) => `Report ${n} is the same as report ${of}`,
  ru: (n, of) => `Сообщение ${n} то же, что сообщение ${of}`,
}

const withState = (sentence: string, state: string): string => (state === '' ? sentence : `${sentence}: ${state}`)

export const reportEventWords: EventWords = {
  'reports.received': ({ facts }, language) => ({
    sentence: words[language].received(facts.number),
    path: reportPaths.report(facts.number),
  }),
  'reports.answered': ({ facts }, language) => ({
    sentence: withState(words[language].answered(facts.number), stateOf(facts.state, language)),
    path: `${reportPaths.report(facts.number)}#lugu`,
  }),
  'reports.told-more': ({ facts }, language) => ({
    sentence: withState(
      told[language][facts.by === 'reporter' ? 'reporter' : 'neighbour'](facts.number),
      stateOf(facts.state, language),
    ),
    path: `${reportPaths.report(facts.number)}#lugu`,
  }),
  'reports.moved': ({ facts }, language) => ({
    sentence: words[language].moved(facts.number),
    path: facts.category === '' ? null : reportPaths.report(facts.number),
  }),
  'reports.doubled': ({ facts }, language) => ({
    sentence: doubled[language](facts.number, facts.of),
    path: reportPaths.report(facts.number),
  }),
  'reports.taken-off': ({ facts }, language) => ({ sentence: words[language].off(facts.number), path: null }),
  'reports.put-back': ({ facts }, language) => ({
    sentence: words[language].back(facts.number),
    path: reportPaths.report(facts.number),
  }),
  'reports.words-hidden': ({ facts }, language) => ({
    sentence: words[language].hidden(facts.number),
    path: `${reportPaths.report(facts.number)}#lugu`,
  }),
}
