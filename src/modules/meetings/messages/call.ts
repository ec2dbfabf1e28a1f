import type { Language } from '#platform/language.ts'
import type { MeetingMode } from '../rules.ts'

type Facts = { name: string; when: string; where: string; because: string }
type Words = {
  notice: { name: string; explanation: string }
  modes: Record<MeetingMode, string>
  called: { title: (facts: Facts) => string; sentence: (facts: Facts) => string }
  cancelled: { title: (facts: Facts) => string; sentence: (facts: Facts) => string }
}

const et: Words = {
  notice: {
    name: 'Kutsed istungitele ja koosolekutele',
    explanation: 'Kui sind kutsutakse kogu istungile või see jääb ära.',
  },
  modes: { room: 'kohapeal', remote: 'veebis', hybrid: 'kohapeal ja veebis' },
  called: {
    title: ({ name }) => `Kutse: ${name}`,
    sentence: ({ when, where, because }) =>
      `Aeg: ${when}. Koht: ${where}.${because === '' ? '' : ` Muudatuse põhjus: ${because}`} Päevakord ja materjalid on istungi lehel.`,
  },
  cancelled: {
    title: ({ name }) => `Jääb ära: ${name}`,
    sentence: ({ when, because }) => `Pidi olema ${when}. Põhjus: ${because}`,
  },
}
const en: Words = {
  notice: {
    name: 'Calls to meetings',
    explanation: 'When you are called to a meeting of a body, or when it will not be held.',
  },
  modes: { room: 'in the room', remote: 'on the web', hybrid: 'in the room and on the web' },
  called: {
    title: ({ name }) => `You are called: ${name}`,
    sentence: ({ when, where, because }) =>
      `When: ${when}. Where: ${where}.${because === '' ? '' : ` Why it changed: ${because}`} The agenda and the materials are on the meeting’s page.`,
  },
  cancelled: {
    title: ({ name }) => `Cancelled: ${name}`,
    sentence: ({ when, because }) => `It was to be on ${when}. Why: ${because}`,
  },
}
const ru: Words = {
  notice: {
    name: 'Приглашения на заседания',
    explanation: 'Когда вас приглашают на заседание или когда оно не состоится.',
  },
  modes: { room: 'на месте', remote: 'в сети', hybrid: 'на месте и в сети' },
  called: {
    title: ({ name }) => `Приглашение: ${name}`,
    sentence: ({ when, where, because }) =>
      `Время: ${when}. Место: ${where}.${because === '' ? '' : ` Причина изменения: ${because}`} Повестка и материалы – на странице заседания.`,
  },
  cancelled: {
    title: ({ name }) => `Не состоится: ${name}`,
    sentence: ({ when, because }) => `Должно было состояться ${when}. Причина: ${because}`,
  },
}

export const callMessages: Record<Language, Words> = { et, en, ru }
