import { formatDay } from '#platform/format.ts'
import type { EventWords } from '#platform/module.ts'
import { sayPeriod } from './messages/calendar-period.ts'
import { planEventMessages } from './messages/events.ts'
import { statusMessages } from './messages/status.ts'
import { planPaths } from './paths.ts'
import { isStatus } from './status.ts'

/** What is still being drafted has no page that everybody may open: its path is null. */
export const planEventWords: EventWords = {
  'plan.version-saved': ({ facts }, language) => ({
    sentence: planEventMessages[language].versionSaved(facts.version, facts.commitments),
    path: null,
  }),
  'plan.version-edited': ({ facts }, language) => ({
    sentence: planEventMessages[language].versionEdited(facts.version, facts.commitment),
    path: null,
  }),
  'plan.discussion-opened': ({ facts }, language) => ({
    sentence: planEventMessages[language].discussionOpened(
      facts.version,
      formatDay(facts.from, language),
      formatDay(facts.until, language),
    ),
    path: planPaths.version(facts.version),
  }),
  'plan.discussion-ended': ({ facts }, language) => ({
    sentence: planEventMessages[language].discussionEnded(facts.version),
    path: null,
  }),
  'plan.version-adopted': ({ facts }, language) => ({
    sentence: planEventMessages[language].versionAdopted(
      facts.version,
      facts.act,
      formatDay(facts.inForceFrom, language),
    ),
    path: planPaths.version(facts.version),
  }),
  'plan.version-withdrawn': ({ facts }, language) => ({
    sentence: planEventMessages[language].versionWithdrawn(facts.version),
    path: null,
  }),
  'plan.party-settled': ({ facts }, language) => ({
    sentence: planEventMessages[language].partySettled(facts.version, facts.commitment),
    path: null,
  }),
  'plan.duty-changed': ({ facts }, language) => ({
    sentence: planEventMessages[language].dutyChanged(facts.commitment),
    path: `${planPaths.commitment(facts.commitment)}#kuidas-me-teame`,
  }),
  'plan.evidence-vouched': ({ facts }, language) => ({
    sentence: planEventMessages[language].evidenceVouched(facts.commitment),
    path: planPaths.commitment(facts.commitment),
  }),
  'plan.evidence-confirmed': ({ facts }, language) => ({
    sentence: planEventMessages[language].evidenceConfirmed(facts.commitment, formatDay(facts.on, language)),
    path: `${planPaths.commitment(facts.commitment)}#toendid`,
  }),
  'plan.evidence-declined': ({ facts }, language) => ({
    sentence: planEventMessages[language].evidenceDeclined(facts.commitment),
    path: planPaths.commitment(facts.commitment),
  }),
  'plan.narrative-written': ({ facts }, language) => ({
    sentence: planEventMessages[language].narrativeWritten(facts.commitment, sayPeriod(facts.period, language)),
    path: `${planPaths.commitment(facts.commitment)}#selgitused`,
  }),
  'plan.question-asked': ({ facts }, language) => ({
    sentence: planEventMessages[language].questionAsked(facts.commitment),
    path: `${planPaths.commitment(facts.commitment)}#kusimused`,
  }),
  'plan.question-answered': ({ facts }, language) => ({
    sentence: planEventMessages[language].questionAnswered(facts.commitment),
    path: `${planPaths.commitment(facts.commitment)}#kusimused`,
  }),
  'plan.comment-sent': ({ facts }, language) => ({
    sentence: planEventMessages[language].commentSent(facts.commitment, facts.version),
    path: planPaths.draftCommitment(facts.version, facts.commitment),
  }),
  'plan.comment-answered': ({ facts }, language) => ({
    sentence: planEventMessages[language].commentAnswered(facts.commitment, facts.version),
    path: planPaths.draftCommitment(facts.version, facts.commitment),
  }),
  'plan.contribution-hidden': ({ facts }, language) => ({
    sentence: planEventMessages[language].contributionHidden(facts.commitment),
    path: planPaths.commitment(facts.commitment),
  }),
  'plan.year-reviewed': ({ facts }, language) => ({
    sentence: planEventMessages[language].yearReviewed(facts.year),
    path: `${planPaths.reviews}#aasta-${facts.year}`,
  }),
  'plan.status-changed': ({ facts }, language) => {
    const { statuses, vouched } = statusMessages[language]
    const word = isStatus(facts.status) ? statuses[facts.status] : facts.status
    return {
      sentence: planEventMessages[language].statusChanged(
        facts.commitment,
        facts.vouched ? `${word} (${vouched})` : word,
      ),
      path: planPaths.commitment(facts.commitment),
    }
  },
}
