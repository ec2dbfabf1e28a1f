/** Facts name bodies and posts, which are public, and never persons. */
type BodyFacts = { bodySlug: string; bodyName: string }
type MandateFacts = BodyFacts & { membershipId: string }
type PostFacts = BodyFacts & { postSlug: string; postTitle: string }

declare module '#platform/events.ts' {
  interface Events {
    'people.body-created': BodyFacts & { kind: string }
    'people.body-edited': BodyFacts
    'people.body-dissolved': BodyFacts & { on: string; ended: number }
    'people.post-created': PostFacts
    'people.post-edited': PostFacts
    'people.post-closed': PostFacts & { on: string; ended: number }
    'people.membership-began': BodyFacts & { postTitle: string | null; membershipId: string; fromDate: string }
    'people.membership-ended': BodyFacts & { postTitle: string | null; membershipId: string; untilDate: string }
    'people.mandate-suspended': MandateFacts & { fromDate: string }
    'people.mandate-restored': MandateFacts & { untilDate: string }
    'people.voting-right-changed': MandateFacts & { fromDate: string; votingRight: boolean }
    'people.faction-changed': MandateFacts & { fromDate: string }
    'people.substitute-entered': BodyFacts
    'people.substitute-answered': BodyFacts
    'people.residents-imported': { residents: number; before: number }
    /** A name that public pages show came anew from the authentication service. */
    'people.person-renamed': Record<string, never>
    'people.role-granted': { role: string }
    'people.contacts-changed': { email: boolean; phone: boolean }
  }
}

export const hiddenPeopleEvents = [
  'people.contacts-changed',
  'people.substitute-entered',
  'people.substitute-answered',
] as const
