import type { ComponentChildren } from 'preact'
import { readText } from '#platform/language.ts'
import { useReader } from '#ui/reader.ts'
import type { SubjectSearchSettings } from '../browser/subject-search.ts'
import { sendMessages } from '../messages/send.ts'
import type { Category } from '../queries/categories.ts'

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- the only way to teach JSX a custom element
  namespace JSX {
    interface IntrinsicElements {
      'subject-search': {
        /** `SubjectSearchSettings` as JSON. */
        'data-settings': string
        children?: ComponentChildren
      }
    }
  }
}

/** Finds a subject by other words for the same; without script the list of subjects is all there is. */
export function SubjectSearch({ categories }: { categories: readonly Category[] }) {
  const { language } = useReader()
  const t = sendMessages[language]
  const settings: SubjectSearchSettings = {
    subjects: categories
      .filter(({ isOpen }) => isOpen)
      .map(({ code, name, keywords }) => ({
        code,
        name: readText(name, language).text,
        words: readText(keywords, language).text,
      })),
    words: t.subjectSearch,
  }
  return (
    <subject-search data-settings={JSON.stringify(settings)}>
      <div class="field" data-search="" hidden>
        <label for="subject-search">{t.findSubject}</label>
        <p class="hint" id="subject-search-hint">
          {t.findSubjectHint}
        </p>
        <input
          class="input"
          id="subject-search"
          type="search"
          autocomplete="off"
          aria-describedby="subject-search-hint"
        />
        <ul class="plain-list row" data-found="" aria-label={t.fittingSubjects} />
        <p class="small" role="status" data-status="" />
      </div>
    </subject-search>
  )
}
