import type { Language } from '#platform/language.ts'
import type { MajorityRule } from '../rules/statute.ts'

type Share = { share: { numerator: number; denominator: number } }
type Words = { majorities: { [Kind in MajorityRule['kind']]: (rule: MajorityRule) => string } }

const shareOf = (rule: MajorityRule): string => {
  const { numerator, denominator } = (rule as MajorityRule & Share).share
  return `${numerator}/${denominator}`
}
const timesOf = (rule: MajorityRule): number => (rule.kind === 'times-against' ? rule.times : 1)

const et: Words = {
  majorities: {
    'more-for-than-against': () => 'poolthäälte enamus: poolt rohkem kui vastu',
    membership: () => 'koosseisu häälteenamus',
    'share-of-membership': (rule) => `${shareOf(rule)} koosseisust`,
    'times-against': (rule) => `poolt vähemalt ${timesOf(rule)} korda rohkem kui vastu`,
  },
}
const en: Words = {
  majorities: {
    'more-for-than-against': () => 'more for than against',
    membership: () => 'majority of the membership',
    'share-of-membership': (rule) => `${shareOf(rule)} of the membership`,
    'times-against': (rule) => `at least ${timesOf(rule)} times as many for as against`,
  },
}
const ru: Words = {
  majorities: {
    'more-for-than-against': () => 'большинство: за больше, чем против',
    membership: () => 'большинство состава',
    'share-of-membership': (rule) => `${shareOf(rule)} состава`,
    'times-against': (rule) => `за не менее чем в ${timesOf(rule)} раза больше, чем против`,
  },
}

/** What a majority asks, for choosing one. */
export const statuteMessages: Record<Language, Words> = { et, en, ru }
