import { Disclosure } from '#ui/disclosure.tsx'
import { useReader } from '#ui/reader.ts'
import { numberOf } from '../../lead/amendments.ts'
import { amendmentMessages } from '../../messages/amendments.ts'
import { leadMessages } from '../../messages/lead.ts'
import { paragraphsOf } from '../../rules/paragraphs.ts'
import { AmendmentFields, sayChange } from '../amendment-fields.tsx'
import type { SeatParts } from './seat-parts.ts'
import { Step } from './seat-step.tsx'

/** The draft at hand, paragraph by paragraph, and the member's own amendments to it. */
export function SeatAmendments({ meeting: { number }, state, seat, drafts, form }: SeatParts) {
  const { language } = useReader()
  const [t, words] = [leadMessages[language].seat, amendmentMessages[language]]
  const item = state.items.get(state.currentItemId ?? '')
  const paragraphs = paragraphsOf(drafts.get(item?.id ?? '') ?? '')
  if (item === undefined || paragraphs.length === 0 || seat.isBarred) return null
  const isMine = form.values.step === 'amend'
  const own = { ...form, values: isMine ? form.values : {} }
  return (
    <section class="stack-tight">
      <h2>{words.title}</h2>
      <Disclosure label={t.draft}>
        <ol lang="et">
          {paragraphs.map(({ id, text }) => (
            <li key={id} class="local-text">
              {text}
            </li>
          ))}
        </ol>
      </Disclosure>
      {seat.amendments.length === 0 ? null : (
        <ul class="plain-list ruled">
          {seat.amendments.map((amendment) => (
            <li key={amendment.id} class="stack-tight">
              <p>
                <strong>{words.name(numberOf(state, amendment))}</strong>: {sayChange(amendment, words)}{' '}
                <span class="quiet small">{words.states[amendment.state]}</span>
              </p>
              {amendment.change.kind === 'delete' ? null : (
                <p class="small local-text" lang="et">
                  {amendment.change.text}
                </p>
              )}
              {amendment.moverPersonId === seat.personId && amendment.state === 'moved' ? (
                <Step
                  number={number}
                  onItem={item.id}
                  step="withdraw-amendment"
                  about={{ amendment: amendment.id }}
                  label={words.withdraw}
                  whose={words.name(numberOf(state, amendment))}
                  small
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {item.state === 'open' ? (
        <Disclosure label={t.amend} open={isMine}>
          <Step number={number} onItem={item.id} step="amend" label={words.move}>
            <AmendmentFields
              paragraphs={paragraphs}
              field={(name, initial = '') => ({
                form: { ...own, values: { [name]: initial, ...own.values } },
                name,
              })}
            />
          </Step>
        </Disclosure>
      ) : null}
    </section>
  )
}
