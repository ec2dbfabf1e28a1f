import { compareText } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { useReader } from '#ui/reader.ts'
import { draftMessages } from '../messages/page-draft.ts'
import { deskPaths } from '../paths.ts'
import type { CommitmentRow } from '../queries/commitments.ts'
import type { PartyTarget } from '../queries/desk.ts'
import type { Attempt } from './desk-frame.tsx'

/** Each party has a field of its own name, so that an error leads to the right one. */
export const targetField = (party: string) => `target-${party}`

type UnsettledPartiesProps = {
  version: number
  commitments: readonly CommitmentRow[]
  targets: readonly PartyTarget[]
  attempt: Attempt | undefined
}

export function UnsettledParties({ version, commitments, targets, attempt }: UnsettledPartiesProps) {
  const { language } = useReader()
  const t = draftMessages[language]
  const compare = compareText(language)
  const unsettled = commitments.flatMap(({ number, parties }) =>
    parties.filter(({ postId, bodyId }) => postId === null && bodyId === null).map((party) => ({ ...party, number })),
  )
  const optionsOf = (kind: 'post' | 'body') =>
    targets
      .filter(({ value }) => value.startsWith(kind))
      .map(({ value, title, body }) => {
        const name = readText(title, language).text
        return { value, label: body === null ? name : `${name} (${readText(body, language).text})` }
      })
      .toSorted((a, b) => compare(a.label, b.label))
  const options = [
    { group: t.posts, options: optionsOf('post') },
    { group: t.bodiesGroup, options: optionsOf('body') },
  ]
  return (
    <section class="stack" id="osapooled">
      <h2>{t.unsettled}</h2>
      {unsettled.length === 0 ? <p>{t.allSettled}</p> : <p>{t.unsettledHint(unsettled.length)}</p>}
      <ul class="plain-list ruled">
        {unsettled.map(({ id, asWritten, number }) => (
          <li key={id}>
            <Form action={deskPaths.settle(version, id)}>
              <SelectField
                form={attempt?.form ?? { values: {}, errors: {} }}
                name={targetField(id)}
                label={`${number} · ${t.target(asWritten)}`}
                options={options}
              />
              <Button small variant="secondary">
                {t.settle}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
