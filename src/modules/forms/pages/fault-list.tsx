import { readText } from '#platform/language.ts'
import { useReader } from '#ui/reader.ts'
import type { DefinitionFault } from '../check-definition.ts'
import type { Definition } from '../definition.ts'
import { editorMessages } from '../messages/editor.ts'
import { faultMessages } from '../messages/faults.ts'

/** The faults of one question. */
export function faultsAt(faults: readonly DefinitionFault[], index: number): DefinitionFault[] {
  return faults.filter(({ path }) => path.startsWith(`fields.${index}.`))
}

type FaultsProps = {
  definition: Definition
  faults: readonly DefinitionFault[]
  /** Where they do not stand beside their question. */
  withQuestion?: boolean
}

export function Faults({ definition, faults, withQuestion }: FaultsProps) {
  const { language } = useReader()
  const words = faultMessages[language]
  if (faults.length === 0) return null
  return (
    <ul>
      {faults.map(({ path, reason, about = '' }) => {
        const field = definition.fields[Number(path.split('.')[1])]
        const named = withQuestion === true && field !== undefined
        return (
          <li key={`${path} ${reason} ${about}`}>
            {named ? `${editorMessages[language].faultIn(readText(field.label, language).text)} ` : ''}
            {words[reason](about)}
          </li>
        )
      })}
    </ul>
  )
}
