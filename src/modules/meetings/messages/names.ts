import { readText, type Language } from '#platform/language.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { ItemKind, MeetingKind, MeetingMode, MeetingState } from '../rules.ts'

type Words = {
  /** „21. istung”, „erakorraline istung” */
  sitting: (no: number | null, kind: MeetingKind) => string
  meeting: (no: number | null, kind: MeetingKind) => string
  /** By its address, where its own name would not tell it apart. */
  meetingNumber: (number: number) => string
  kinds: Record<MeetingKind, string>
  modes: Record<MeetingMode, string>
  states: Record<MeetingState, string>
  held: string
  items: Record<ItemKind, string>
}

const sayKind = (kinds: Partial<Record<MeetingKind, string>>, kind: MeetingKind, what: string) =>
  kinds[kind] === undefined ? what : `${kinds[kind]} ${what}`

const et: Words = {
  sitting: (no, kind) => (no === null ? sayKind(special.et, kind, 'istung') : `${no}. istung`),
  meeting: (no, kind) => (no === null ? sayKind(special.et, kind, 'koosolek') : `${no}. koosolek`),
  meetingNumber: (number) => `istung nr ${number}`,
  kinds: { first: 'esimene', ordinary: 'korraline', extraordinary: 'erakorraline', continued: 'jätkatud' },
  modes: { room: 'kohapeal', remote: 'veebis', hybrid: 'kohapeal ja veebis' },
  states: {
    draft: 'Kavand',
    announced: 'Päevakord avalik',
    invited: 'Kutsed saadetud',
    'in-session': 'Käib praegu',
    held: 'Peetud',
    cancelled: 'Ära jäetud',
  },
  held: 'Aeg on möödas',
  items: {
    decision: 'otsus',
    regulation: 'määrus',
    information: 'teabe kuulamine',
    election: 'valimine',
    interpellation: 'arupärimine',
    'no-confidence': 'umbusaldamine',
    procedural: 'töökorraldus',
  },
}
const en: Words = {
  sitting: (no, kind) => (no === null ? sayKind(special.en, kind, 'sitting') : `sitting ${no}`),
  meeting: (no, kind) => (no === null ? sayKind(special.en, kind, 'meeting') : `meeting ${no}`),
  meetingNumber: (number) => `meeting no ${number}`,
  kinds: { first: 'first', ordinary: 'ordinary', extraordinary: 'extraordinary', continued: 'continued' },
  modes: { room: 'in the room', remote: 'on the web', hybrid: 'in the room and on the web' },
  states: {
    draft: 'Draft',
    announced: 'Agenda is public',
    invited: 'Members are called',
    'in-session': 'In session now',
    held: 'Held',
    cancelled: 'Cancelled',
  },
  held: 'The time is past',
  items: {
    decision: 'decision',
    regulation: 'regulation',
    information: 'information',
    election: 'election',
    interpellation: 'interpellation',
    'no-confidence': 'motion of no confidence',
    procedural: 'order of business',
  },
}
const ru: Words = {
  sitting: (no, kind) => (no === null ? sayKind(special.ru, kind, 'заседание') : `заседание № ${no}`),
  meeting: (no, kind) => (no === null ? sayKind(special.ru, kind, 'собрание') : `собрание № ${no}`),
  meetingNumber: (number) => `заседание № ${number}`,
  kinds: { first: 'первое', ordinary: 'очередное', extraordinary: 'внеочередное', continued: 'продолженное' },
  modes: { room: 'на месте', remote: 'в сети', hybrid: 'на месте и в сети' },
  states: {
    draft: 'Черновик',
    announced: 'Повестка открыта',
    invited: 'Приглашения отправлены',
    'in-session': 'Идёт сейчас',
    held: 'Проведено',
    cancelled: 'Не состоится',
  },
  held: 'Время прошло',
  items: {
    decision: 'решение',
    regulation: 'постановление',
    information: 'сообщение к сведению',
    election: 'выборы',
    interpellation: 'запрос',
    'no-confidence': 'вотум недоверия',
    procedural: 'порядок работы',
  },
}

/** Ordinary ones are not called so in a name. */
const special = {
  et: { first: 'esimene', extraordinary: 'erakorraline', continued: 'jätkatud' },
  en: { first: 'first', extraordinary: 'extraordinary', continued: 'continued' },
  ru: { first: 'первое', extraordinary: 'внеочередное', continued: 'продолженное' },
}

export const nameMessages: Record<Language, Words> = { et, en, ru }

/** Councils and governments sit, other bodies meet (istung, koosolek: KOKS §§ 43, 47, 49). */
const sits = (bodyKind: string): boolean => bodyKind === 'council' || bodyKind === 'government'

/** „Vallavolikogu, 21. istung” */
export function nameOfMeeting(
  { body, sessionNo, kind }: Pick<Meeting, 'body' | 'sessionNo' | 'kind'>,
  language: Language,
): string {
  const words = nameMessages[language]
  const what = sits(body.kind) ? words.sitting(sessionNo, kind) : words.meeting(sessionNo, kind)
  return `${readText(body.name, language).text}, ${what}`
}
