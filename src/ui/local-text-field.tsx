import { Disclosure } from '#ui/disclosure.tsx'
import type { FieldProps } from '#ui/field-frame.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'

export type LocalTextFieldProps = FieldProps & { multiline?: boolean; rows?: number }

/** Officials' content: Estonian first, translations below it; names are `name.et`, `name.en`, `name.ru`. */
export function LocalTextField({ multiline, rows = 6, ...field }: LocalTextFieldProps) {
  const { form, name, label, hint, optional } = field
  const { words } = useReader()
  const translated = (['en', 'ru'] as const).some((language) => {
    const key = `${name}.${language}`
    return (form.values[key] ?? '') !== '' || form.errors[key] !== undefined
  })
  const oneField = (language: 'et' | 'en' | 'ru', languageName: string) => {
    const isOptional = language === 'et' ? optional : true
    const common = { form, name: `${name}.${language}`, label: `${label} ${languageName}`, optional: isOptional }
    const own = language === 'et' ? { ...common, hint } : common
    return multiline === true ? <TextArea {...own} rows={rows} /> : <TextField {...own} />
  }
  return (
    <div class="stack-tight">
      {oneField('et', words.inEstonian)}
      <Disclosure label={words.otherLanguages} open={translated}>
        <div class="stack">
          {oneField('en', words.inEnglish)}
          {oneField('ru', words.inRussian)}
        </div>
      </Disclosure>
    </div>
  )
}
