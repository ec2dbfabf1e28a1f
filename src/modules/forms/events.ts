type FormFacts = { form: string; owner: string }

declare module '#platform/events.ts' {
  interface Events {
    'forms.published': FormFacts & { version: number; fields: number }
    'forms.draft-saved': FormFacts & { revision: number }
    'forms.version-restored': FormFacts & { version: number }
  }
}

// What a form asks shows on its owner's pages; whether that is news is the owner's to say.
export const hiddenFormsEvents = ['forms.published', 'forms.draft-saved', 'forms.version-restored'] as const

export const formSubject = (id: string): string => `form:${id}`
