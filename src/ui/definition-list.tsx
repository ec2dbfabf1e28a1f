import type { ComponentChildren } from 'preact'

export type Definition = { term: string; definition: ComponentChildren }

export function DefinitionList({ definitions }: { definitions: readonly Definition[] }) {
  return (
    <dl class="definitions">
      {definitions.map(({ term, definition }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  )
}
