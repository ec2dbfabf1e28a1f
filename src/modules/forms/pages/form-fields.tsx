import '../form-conditions-element.ts'
import type { FormState } from '#platform/forms.ts'
import { readText, type LocalText } from '#platform/language.ts'
import type { PageFrame } from '#ui/frame.ts'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import type { Definition, Field } from '../definition.ts'
import { forBrowser } from '../for-browser.ts'
import { answerMessages } from '../messages/answers.ts'
import { inputName, usualPrefix, versionName } from '../read-answers.ts'
import type { Settlement } from '../read-value.ts'
import { sayCondition } from '../say-condition.ts'
import { FieldInput } from './field-input.tsx'

export type FormFieldsProps = {
  frame: Pick<PageFrame, 'language' | 'assets'>
  definition: Definition
  version: number
  /** What was typed and what is wrong, by the names of the inputs; `forms.sayErrors` makes the words. */
  form: FormState
  /** Begins the names of the inputs: `k.code`. */
  prefix?: string
  /** For addresses; without them an address is words alone. */
  settlements?: readonly Settlement[]
}

/**
 * All questions of a version, inside the owner's `<Form>`; one with files needs `enctype="multipart/form-data"`.
 * Without script all are there, and a conditional one says when it is to be answered.
 */
export function FormFields({ frame, definition, version, form, prefix = usualPrefix, settlements }: FormFieldsProps) {
  const t = answerMessages[frame.language]
  if (definition.fields.length === 0) {
    return <input type="hidden" name={versionName(prefix)} value={String(version)} />
  }
  return (
    <div class="stack">
      <form-conditions
        data-definition={JSON.stringify(forBrowser(definition))}
        data-prefix={prefix}
        data-appeared={t.appeared}
        data-vanished={t.vanished}
      >
        <span role="status" class="visually-hidden" />
        <input type="hidden" name={versionName(prefix)} value={String(version)} />
      </form-conditions>
      {definition.fields.map((field) => (
        <Question key={field.code} {...{ definition, field, form, prefix }} settlements={settlements} />
      ))}
      {isLive(definition) ? (
        <script type="module" src={frame.assets.url('src/modules/forms/browser/form-conditions.ts')} />
      ) : null}
    </div>
  )
}

const stopsOf = (field: Field) =>
  field.type === 'choice' || field.type === 'choices'
    ? field.options.flatMap(({ code, stop }) => (stop === undefined ? [] : [{ code, stop }]))
    : []

const isLive = ({ fields }: Definition) =>
  fields.some((field) => field.shownIf !== undefined || stopsOf(field).length > 0)

type QuestionProps = {
  definition: Definition
  field: Field
  form: FormState
  prefix: string
  settlements: readonly Settlement[] | undefined
}

function Question({ definition, field, form, prefix, settlements }: QuestionProps) {
  const { language } = useReader()
  const name = inputName(field.code, prefix)
  const label = readText(field.label, language)
  const chosen = (form.values[name] ?? '').split(',')
  return (
    <div
      data-question={field.code}
      data-label={label.text}
      lang={label.language === language ? undefined : label.language}
      class="stack"
    >
      {field.type === 'note' ? (
        <NoteText text={field.label} hint={field.hint} condition={sayCondition(definition, field, language)} />
      ) : (
        <FieldInput
          field={field}
          form={form}
          prefix={prefix}
          condition={sayCondition(definition, field, language)}
          settlements={settlements}
        />
      )}
      {stopsOf(field).map(({ code, stop }) => (
        <div key={code} data-stop={`${field.code}:${code}`} tabindex={-1} hidden={!chosen.includes(code)}>
          <Notice tone="danger" title={answerMessages[language].stopTitle} live>
            <LocalTextView text={stop} />
          </Notice>
        </div>
      ))}
    </div>
  )
}

type NoteTextProps = { text: LocalText; hint: LocalText | undefined; condition: string | null }

function NoteText({ text, hint, condition }: NoteTextProps) {
  return (
    <>
      {condition === null ? null : (
        <p class="hint" data-without-script="">
          {condition}
        </p>
      )}
      <LocalTextView text={text} />
      {hint === undefined ? null : (
        <p class="hint">
          <LocalTextView text={hint} inline />
        </p>
      )}
    </>
  )
}
