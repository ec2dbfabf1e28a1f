import type { Language } from '#platform/language.ts'
import type { pointOfOrderCategories } from '../log/meeting-facts.ts'

type Category = (typeof pointOfOrderCategories)[number]
type Clock = { minutes: number; seconds: number }
const two = (count: number) => String(count).padStart(2, '0')

const et = {
  asks: {
    for: 'Soovin sõna',
    against: 'Räägin vastu',
    question: 'Soovin küsida',
    reply: 'Soovin vastata',
    'point-of-order': 'Protseduuriline märkus',
  },
  type: 'Mille kohta',
  category: 'Protseduuriline märkus on',
  categories: {
    breach: 'korra rikkumine',
    'roll-call': 'nimelise hääletuse nõue',
    break: 'vaheaja nõue',
    vote: 'hääletamise nõue',
    'close-debate': 'läbirääkimiste lõpetamine',
    other: 'muu',
  } as Record<Category, string>,
  categoryHint: 'Vali ainult protseduurilise märkuse puhul.',
  pause: 'Peata aeg',
  resume: 'Jätka aega',
  paused: 'aeg on peatatud',
  drop: 'Võta soov tagasi',
  askFor: 'Küsi sõna kellegi nimel',
  who: 'Kes',
  used: (clock: Clock) => `${clock.minutes}:${two(clock.seconds)}`,
  usedBefore: 'seni rääkinud',
  limit: (clock: Clock) => `piir ${clock.minutes}:${two(clock.seconds)}`,
  over: (clock: Clock) => `aeg on ${clock.minutes}:${two(clock.seconds)} üle piiri`,
  noLimit: 'kõneajal piiri ei ole',
  times: 'Kõneajad',
}
export type FloorWords = typeof et
const en: FloorWords = {
  asks: {
    for: 'Ask for the floor',
    against: 'Speak against',
    question: 'Ask a question',
    reply: 'Reply',
    'point-of-order': 'Point of order',
  },
  type: 'About what',
  category: 'The point of order is about',
  categories: {
    breach: 'a breach of the rules',
    'roll-call': 'asking for a roll call',
    break: 'asking for a break',
    vote: 'asking for a vote',
    'close-debate': 'closing the debate',
    other: 'something else',
  },
  categoryHint: 'Choose for a point of order only.',
  pause: 'Stop the clock',
  resume: 'Start the clock',
  paused: 'the clock is stopped',
  drop: 'Take the request back',
  askFor: 'Ask for the floor for somebody',
  who: 'Who',
  used: (clock) => `${clock.minutes}:${two(clock.seconds)}`,
  usedBefore: 'spoken so far',
  limit: (clock) => `limit ${clock.minutes}:${two(clock.seconds)}`,
  over: (clock) => `${clock.minutes}:${two(clock.seconds)} over the limit`,
  noLimit: 'there is no limit',
  times: 'Speaking times',
}
const ru: FloorWords = {
  asks: {
    for: 'Прошу слова',
    against: 'Говорю против',
    question: 'Хочу спросить',
    reply: 'Хочу ответить',
    'point-of-order': 'Замечание по порядку ведения',
  },
  type: 'О чём',
  category: 'Замечание по порядку ведения',
  categories: {
    breach: 'нарушение порядка',
    'roll-call': 'требование поимённого голосования',
    break: 'требование перерыва',
    vote: 'требование голосования',
    'close-debate': 'прекращение прений',
    other: 'другое',
  },
  categoryHint: 'Только для замечания по порядку ведения.',
  pause: 'Остановить время',
  resume: 'Продолжить время',
  paused: 'время остановлено',
  drop: 'Отозвать просьбу',
  askFor: 'Попросить слова за кого-то',
  who: 'Кто',
  used: (clock) => `${clock.minutes}:${two(clock.seconds)}`,
  usedBefore: 'всего говорил(а)',
  limit: (clock) => `предел ${clock.minutes}:${two(clock.seconds)}`,
  over: (clock) => `сверх предела ${clock.minutes}:${two(clock.seconds)}`,
  noLimit: 'предела времени нет',
  times: 'Время выступлений',
}
export const floorMessages: Record<Language, FloorWords> = { et, en, ru }
export const clockOf = (seconds: number): Clock => ({
  minutes: Math.floor(seconds / 60),
  seconds: Math.floor(seconds % 60),
})
