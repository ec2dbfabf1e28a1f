/** What the plan module records. Facts hold numbers and ids; never the words of a resident or anyone's name. */
declare module '#platform/events.ts' {
  interface Events {
    'plan.version-saved': { version: number; source: string; commitments: number }
    'plan.version-edited': { version: number; commitment: string }
    'plan.discussion-opened': { version: number; from: string; until: string }
    'plan.discussion-ended': { version: number }
    'plan.version-adopted': { version: number; act: string; inForceFrom: string }
    'plan.version-withdrawn': { version: number }
    'plan.party-settled': { version: number; commitment: string }
    'plan.duty-changed': { commitment: string }
    'plan.evidence-vouched': { commitment: string; on: string }
    'plan.evidence-confirmed': { commitment: string; on: string }
    'plan.evidence-declined': { commitment: string }
    'plan.narrative-written': { commitment: string; period: string }
    'plan.question-asked': { commitment: string }
    'plan.question-answered': { commitment: string }
    'plan.comment-sent': { commitment: string; version: number }
    'plan.comment-answered': { commitment: string; version: number }
    'plan.contribution-hidden': { commitment: string }
    'plan.year-reviewed': { year: number }
    'plan.status-changed': { commitment: string; status: string; vouched: boolean }
  }
}

export const planSubject = (version: number): string => `plan-version:${version}`
export const commitmentSubject = (id: string): string => `commitment:${id}`
