import { formatMoney } from '#platform/format.ts'
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

const toldApart: Record<Language, (n: number, of: number) => string> = {
  et: (n, of) => `Teade ${n} ei ole siiski sama mis ${of === 0 ? 'teine teade' : `teade ${of}`}`,
  en: (n, of) => `Report ${n} is not the same as ${of === 0 ? 'another report' : `report ${of}`} after all`,
  ru: (n, of) => `Сообщение ${n} всё же не то, что ${of === 0 ? 'другое сообщение' : `сообщение ${of}`}`,
}
const split: Record<Language, (n: number, into: number) => string> = {
  et: (n, into) => (into === 0 ? `Teatest ${n} eraldati teine teade` : `Teatest ${n} eraldati teade ${into}`),
  en: (n, into) =>
    into === 0 ? `Another report was split off report ${n}` : `Report ${into} was split off report ${n}`,
  ru: (n, into) => (into === 0 ? `Из сообщения ${n} выделено другое` : `Из сообщения ${n} выделено сообщение ${into}`),
}

const paused: Record<Language, (n: number) => string> = {
  et: (n) => `Teade ${n} ootab teate saatja vastust, tähtaeg ei jookse`,
  en: (n) => `Report ${n} waits for its sender’s answer, its term stands still`,
  ru: (n) => `Сообщение ${n} ждёт ответа отправителя, срок не идёт`,
}
const resumed: Record<Language, (n: number, days: number) => string> = {
  et: (n, days) => `Teate ${n} tähtaeg jookseb jälle; oodatud tööpäevi ${days}`,
  en: (n, days) => `The term of report ${n} runs again; working days waited: ${days}`,
  ru: (n, days) => `Срок сообщения ${n} снова идёт; рабочих дней ожидания: ${days}`,
}

const undone: Record<Language, (n: number) => string> = {
  et: (n) => `Vald võttis teate ${n} eksliku muudatuse tagasi`,
  en: (n) => `The municipality took back a mistaken change of report ${n}`,
  ru: (n) => `Волость отменила ошибочное изменение сообщения ${n}`,
}

const costTold: Record<Language, (n: number, sum: string) => string> = {
  et: (n, sum) => `Teate ${n} parandamine maksis ${sum}`,
  en: (n, sum) => `Mending of report ${n} cost ${sum}`,
  ru: (n, sum) => `Ремонт по сообщению ${n} стоил ${sum}`,
}

const pictureCovered: Record<Language, (n: number) => string> = {
  et: (n) => `Teate ${n} pildist kaeti osa`,
  en: (n) => `A part of a picture of report ${n} was covered`,
  ru: (n) => `Часть снимка сообщения ${n} закрыта`,
}
const fixDoubted: Record<Language, (n: number, count: number) => string> = {
  et: (n, count) => `Elaniku sõnul ei ole teates ${n} kirjeldatud viga korras; nii on öelnud ${count}`,
  en: (n, count) => `A resident says that the fault in report ${n} is not mended; so far ${count} have said so`,
  ru: (n, count) => `Житель говорит, что неисправность из сообщения ${n} не устранена; так сказали ${count}`,
}
const reopenedByNeighbours: Record<Language, (n: number) => string> = {
  et: (n) => `Teade ${n} avati uuesti: elanike sõnul on viga alles`,
  en: (n) => `Report ${n} was opened again: residents say that the fault is still there`,
  ru: (n) => `Сообщение ${n} открыто снова: жители говорят, что неисправность осталась`,
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
    // Its followers have gone there with it.
    path: reportPaths.report(facts.of),
  }),
  'reports.told-apart': ({ facts }, language) => ({
    sentence: toldApart[language](facts.number, facts.of),
    path: reportPaths.report(facts.number),
  }),
  'reports.split': ({ facts }, language) => ({
    sentence: split[language](facts.number, facts.into),
    path: reportPaths.report(facts.number),
  }),
  'reports.paused': ({ facts }, language) => ({
    sentence: paused[language](facts.number),
    path: `${reportPaths.report(facts.number)}#lugu`,
  }),
  'reports.resumed': ({ facts }, language) => ({
    sentence: resumed[language](facts.number, facts.days),
    path: `${reportPaths.report(facts.number)}#lugu`,
  }),
  'reports.undone': ({ facts }, language) => ({
    sentence: withState(undone[language](facts.number), stateOf(facts.state, language)),
    path: `${reportPaths.report(facts.number)}#lugu`,
  }),
  'reports.cost-told': ({ facts }, language) => ({
    sentence: costTold[language](facts.number, formatMoney(facts.cents, language)),
    path: reportPaths.report(facts.number),
  }),
  'reports.reopened-by-neighbours': ({ facts }, language) => ({
    sentence: reopenedByNeighbours[language](facts.number),
    path: `${reportPaths.report(facts.number)}#lugu`,
  }),
  'reports.fix-doubted': ({ facts }, language) => ({
    sentence: fixDoubted[language](facts.number, facts.count),
    path: `${reportPaths.report(facts.number)}#alles`,
  }),
  'reports.picture-covered': ({ facts }, language) => ({
    sentence: pictureCovered[language](facts.number),
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
