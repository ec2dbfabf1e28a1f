import type { ComponentChildren } from 'preact'
import { readText } from '#platform/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Tag } from '#ui/status-tag.tsx'
import { useReader } from '#ui/reader.ts'
import type { Definition, Field } from '../definition.ts'
import { editorMessages } from '../messages/editor.ts'
import { fieldTypeMessages } from '../messages/field-types.ts'
import { sayCondition } from '../say-condition.ts'

type QuestionsTableProps = {
  definition: Definition
  /** In the cell of the question, under its words. */
  remarks?: (field: Field, index: number) => ComponentChildren
  name?: (field: Field) => ComponentChildren
  actions?: (field: Field, index: number) => ComponentChildren
}

/** The questions of a form in order: what each asks, of whom, and who sees the answer. */
export function QuestionsTable({ definition, remarks, name, actions }: QuestionsTableProps) {
  const { language } = useReader()
  const t = editorMessages[language]
  const { types } = fieldTypeMessages[language]
  const rows = definition.fields.map((field, index) => ({ field, index }))
  return (
    <DataTable
      caption={t.questions}
      hideCaption
      rows={rows}
      rowKey={({ field }) => field.code}
      empty={t.noQuestions}
      columns={[
        {
          key: 'question',
          label: t.question,
          rowHeader: true,
          cell: ({ field, index }) => (
            <div id={`kusimus-${field.code}`}>
              {name?.(field) ?? readText(field.label, language).text}
              {remarks?.(field, index)}
            </div>
          ),
        },
        {
          key: 'kind',
          label: t.kind,
          cell: ({ field }) => (
            <>
              {types[field.type]}
              <OptionList field={field} />
            </>
          ),
        },
        {
          key: 'condition',
          label: t.condition,
          cell: ({ field }) => sayCondition(definition, field, language) ?? t.always,
        },
        {
          key: 'answer',
          label: t.answerFor,
          cell: ({ field }) =>
            field.type === 'note' ? (
              '–'
            ) : (
              <span class="row">
                <Tag>{field.required ? t.required : t.optional}</Tag>
                <Tag>{field.isPublic ? t.publicAnswer : t.staffAnswer}</Tag>
              </span>
            ),
        },
        ...(actions === undefined
          ? []
          : [
              {
                key: 'actions',
                label: t.actions,
                cell: (row: { field: Field; index: number }) => actions(row.field, row.index),
              },
            ]),
      ]}
    />
  )
}

function OptionList({ field }: { field: Field }) {
  const { language } = useReader()
  if (field.type !== 'choice' && field.type !== 'choices') return null
  const names = field.options.map(({ label }) => readText(label, language).text)
  return <span class="quiet small"> ({names.join(', ')})</span>
}
