import type { FormState } from '#platform/forms.ts'
import type { LocalText } from '#platform/language.ts'

/** What the person who looks may do here; decided by the rules, shown as links. */
export type CommitmentRights = { mayUpdate: boolean; seesWaiting: boolean; personId: string | null }

/** The form with which a resident asks or comments; null for who has not signed in. */
export type AskState = { form: FormState; idempotencyKey: string; refusal?: string }

/** What installed modules can prove, under which names. */
export type EvidenceSources = readonly { key: string; name: LocalText }[]
