import type { Language } from '#platform/language.ts'
import type { DerivationStep } from '../rules/majority.ts'
import type { QuorumStep } from '../rules/quorum.ts'

type Sayings<Step extends { step: string }> = {
  [Name in Step['step']]: (facts: Extract<Step, { step: Name }>) => string
}
type Words = { vote: Sayings<DerivationStep>; quorum: Sayings<QuorumStep> }

const etMembers = (count: number) => (count === 1 ? '1 liige' : `${count} liiget`)
const etVotes = (count: number) => (count === 1 ? '1 poolthääl' : `${count} poolthäält`)
const etEnough = (holds: boolean) => (holds ? 'piisab' : 'ei piisa')
const etBarred = (count: number) => `${etMembers(count)} ei tohtinud toimingupiirangu tõttu hääletada`
const et: Words = {
  vote: {
    seats: ({ seats }) => `Koosseisus on ${etMembers(seats)}.`,
    'more-than-half': ({ of, needed }) => `Vaja on üle poole koosseisust: vähemalt ${etVotes(needed)} ${of}-st.`,
    share: ({ numerator, denominator, of, needed }) =>
      `Vaja on vähemalt ${numerator}/${denominator} koosseisust: ${etVotes(needed)} ${of}-st.`,
    'lowered-by-barred': ({ barred, needed }) =>
      `${etBarred(barred)}, sellepärast on vaja vähem: ${etVotes(needed)} (KOKS § 17 lg 6).`,
    'not-lowered-by-barred': ({ barred }) => `${etBarred(barred)}; vajalikku häälte arvu see ei vähenda.`,
    reached: ({ for: yes, needed, holds }) => `Poolt oli ${yes}, vaja oli ${needed}: ${etEnough(holds)}.`,
    'more-for-than-against': ({ for: yes, against, holds }) =>
      `Poolt oli ${yes} ja vastu ${against}: ${holds ? 'poolt on rohkem kui vastu' : 'poolt ei ole rohkem kui vastu'}.`,
    'times-against': ({ times, for: yes, against, needed, holds }) =>
      `Poolthääli peab olema vähemalt ${times} korda nii palju kui vastuhääli. Vastu oli ${against}, seega on vaja ${etVotes(needed)}; poolt oli ${yes}: ${etEnough(holds)}.`,
    tie: ({ votes, holds }) =>
      holds
        ? `Hääled jagunesid võrdselt, ${votes} ja ${votes}. Juhataja hääletas poolt ja tema hääl otsustab.`
        : `Hääled jagunesid võrdselt, ${votes} ja ${votes}: sellest ei piisa.`,
    'nobody-for': () => 'Poolt ei hääletanud keegi.',
  },
  quorum: {
    base: ({ of, base }) =>
      of === 'seats' ? `Koosseisus on ${etMembers(base)}.` : `Hääleõigusega liikmeid on praegu ${base}.`,
    'base-lowered-by-recused': ({ recused, base }) =>
      `Toimingupiiranguga liikmeid (${recused}) ei arvestata: aluseks jääb ${etMembers(base)}.`,
    'more-than-half': ({ base, needed }) => `Kohal peab olema üle poole: vähemalt ${etMembers(needed)} ${base}-st.`,
    share: ({ base, numerator, denominator, needed }) =>
      `Kohal peab olema vähemalt ${numerator}/${denominator}: ${etMembers(needed)} ${base}-st.`,
    count: ({ needed }) => `Kohal peab olema vähemalt ${etMembers(needed)}.`,
    none: () => 'Kvoorumit ei nõuta.',
    present: ({ present, needed, holds }) => `Kohal on ${present}, vaja on ${needed}: ${etEnough(holds)}.`,
    'present-without-recused': ({ recused, present }) =>
      `Toimingupiiranguga kohalolijaid (${recused}) ei arvestata: jääb ${etMembers(present)}.`,
    'chair-missing': () => 'Juhatajat ei ole kohal, aga ilma temata otsustada ei saa.',
  },
}

const enMembers = (count: number) => (count === 1 ? '1 member' : `${count} members`)
const enVotes = (count: number) => (count === 1 ? '1 vote for' : `${count} votes for`)
const enEnough = (holds: boolean) => (holds ? 'enough' : 'not enough')
const enBarred = (count: number) => `${enMembers(count)} could not vote because of a conflict of interest`
const en: Words = {
  vote: {
    seats: ({ seats }) => `The body has ${enMembers(seats)}.`,
    'more-than-half': ({ of, needed }) =>
      `More than half of the membership is needed: at least ${enVotes(needed)} out of ${of}.`,
    share: ({ numerator, denominator, of, needed }) =>
      `At least ${numerator}/${denominator} of the membership is needed: ${enVotes(needed)} out of ${of}.`,
    'lowered-by-barred': ({ barred, needed }) =>
      `${enBarred(barred)}, so fewer are needed: ${enVotes(needed)} (KOKS § 17(6)).`,
    'not-lowered-by-barred': ({ barred }) => `${enBarred(barred)}; this does not lower the number needed.`,
    reached: ({ for: yes, needed, holds }) => `${yes} voted for and ${needed} were needed: ${enEnough(holds)}.`,
    'more-for-than-against': ({ for: yes, against, holds }) =>
      `${yes} voted for and ${against} against: ${holds ? 'more for than against' : 'not more for than against'}.`,
    'times-against': ({ times, for: yes, against, needed, holds }) =>
      `There must be at least ${times} times as many votes for as against. ${against} voted against, so ${enVotes(needed)} are needed; ${yes} voted for: ${enEnough(holds)}.`,
    tie: ({ votes, holds }) =>
      holds
        ? `The votes were equal, ${votes} and ${votes}. The chair voted for, and the chair’s vote decides.`
        : `The votes were equal, ${votes} and ${votes}: that is not enough.`,
    'nobody-for': () => 'Nobody voted for.',
  },
  quorum: {
    base: ({ of, base }) =>
      of === 'seats' ? `The body has ${enMembers(base)}.` : `Members with a vote at present: ${base}.`,
    'base-lowered-by-recused': ({ recused, base }) =>
      `Members with a conflict of interest (${recused}) are not counted: ${enMembers(base)} remain as the base.`,
    'more-than-half': ({ base, needed }) =>
      `More than half must be present: at least ${enMembers(needed)} out of ${base}.`,
    share: ({ base, numerator, denominator, needed }) =>
      `At least ${numerator}/${denominator} must be present: ${enMembers(needed)} out of ${base}.`,
    count: ({ needed }) => `At least ${enMembers(needed)} must be present.`,
    none: () => 'No quorum is required.',
    present: ({ present, needed, holds }) => `Present: ${present}, needed: ${needed}: ${enEnough(holds)}.`,
    'present-without-recused': ({ recused, present }) =>
      `Those present with a conflict of interest (${recused}) are not counted; present without them: ${present}.`,
    'chair-missing': () => 'The chair is not present, and nothing can be decided without the chair.',
  },
}

const plural = new Intl.PluralRules('ru')
const ruForm = (count: number, one: string, few: string, many: string) => {
  const rule = plural.select(count)
  return `${count} ${rule === 'one' ? one : rule === 'few' ? few : many}`
}
const ruMembers = (count: number) => ruForm(count, 'член', 'члена', 'членов')
const ruVotes = (count: number) => ruForm(count, 'голос', 'голоса', 'голосов')
const ruEnough = (holds: boolean) => (holds ? 'достаточно' : 'недостаточно')
const ruBarred = (count: number) => `Не могли голосовать из-за конфликта интересов: ${count}`
const ru: Words = {
  vote: {
    seats: ({ seats }) => `В составе ${ruMembers(seats)}.`,
    'more-than-half': ({ of, needed }) => `Нужно больше половины состава: голосов «за» не менее ${needed} из ${of}.`,
    share: ({ numerator, denominator, of, needed }) =>
      `Нужно не менее ${numerator}/${denominator} состава: голосов «за» ${needed} из ${of}.`,
    'lowered-by-barred': ({ barred, needed }) =>
      `${ruBarred(barred)}. Поэтому нужно меньше: ${ruVotes(needed)} «за» (KOKS § 17 ч. 6).`,
    'not-lowered-by-barred': ({ barred }) => `${ruBarred(barred)}. Необходимое число голосов от этого не уменьшается.`,
    reached: ({ for: yes, needed, holds }) => `За — ${yes}, нужно ${needed}: ${ruEnough(holds)}.`,
    'more-for-than-against': ({ for: yes, against, holds }) =>
      `За — ${yes}, против — ${against}: ${holds ? '«за» больше, чем «против»' : '«за» не больше, чем «против»'}.`,
    'times-against': ({ times, for: yes, against, needed, holds }) =>
      `Голосов «за» нужно не менее числа голосов «против», умноженного на ${times}. Против — ${against}, значит, нужно ${ruVotes(needed)} «за»; за — ${yes}: ${ruEnough(holds)}.`,
    tie: ({ votes, holds }) =>
      holds
        ? `Голоса разделились поровну, ${votes} и ${votes}. Председатель голосовал за, и его голос решает.`
        : `Голоса разделились поровну, ${votes} и ${votes}: этого недостаточно.`,
    'nobody-for': () => 'Никто не голосовал за.',
  },
  quorum: {
    base: ({ of, base }) =>
      of === 'seats' ? `В составе ${ruMembers(base)}.` : `Членов с правом голоса сейчас: ${base}.`,
    'base-lowered-by-recused': ({ recused, base }) =>
      `Члены с конфликтом интересов (${recused}) не учитываются: за основу берётся ${base}.`,
    'more-than-half': ({ base, needed }) => `Должно присутствовать больше половины: не менее ${needed} из ${base}.`,
    share: ({ base, numerator, denominator, needed }) =>
      `Должно присутствовать не менее ${numerator}/${denominator}: ${needed} из ${base}.`,
    count: ({ needed }) => `Число присутствующих должно быть не менее ${needed}.`,
    none: () => 'Кворум не требуется.',
    present: ({ present, needed, holds }) => `Присутствует ${present}, нужно ${needed}: ${ruEnough(holds)}.`,
    'present-without-recused': ({ recused, present }) =>
      `Присутствующие с конфликтом интересов (${recused}) не учитываются: остаётся ${present}.`,
    'chair-missing': () => 'Председатель отсутствует, а без него решать нельзя.',
  },
}

const derivationMessages: Record<Language, Words> = { et, en, ru }

/** One step of how a result was reckoned, as a sentence. */
export function sayDerivation(step: DerivationStep, language: Language): string {
  // The table gives each step its own saying; TypeScript cannot see that the two go together.
  const saying = derivationMessages[language].vote[step.step] as (facts: DerivationStep) => string
  return saying(step)
}

/** One step of how the quorum was reckoned, as a sentence. */
export function sayQuorum(step: QuorumStep, language: Language): string {
  const saying = derivationMessages[language].quorum[step.step] as (facts: QuorumStep) => string
  return saying(step)
}
