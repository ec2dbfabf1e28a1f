import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { pointOfOrderCategories } from '../../log/meeting-facts.ts'
import { floorMessages } from '../../messages/floor.ts'
import { leadMessages } from '../../messages/lead.ts'
import { liveMessages } from '../../messages/live.ts'
import type { SeatParts } from './seat-parts.ts'
import { Step } from './seat-step.tsx'

/** A member asks for the floor, and sees what they have asked for. */
export function SeatFloor({ meeting: { number }, state, seat, form }: SeatParts) {
  const { language } = useReader()
  const [t, words] = [leadMessages[language].seat, floorMessages[language]]
  const onItem = state.currentItemId ?? ''
  const asked = new Set(seat.requests.map(({ type }) => type))
  const isOpen = form.values.step === 'ask' && form.values.type === 'point-of-order'
  return (
    <section class="stack-tight">
      <h2>{t.floor}</h2>
      {seat.isSpeaking ? <p>{t.speaking}</p> : null}
      {seat.requests.length === 0 ? null : (
        <ul class="plain-list" aria-label={t.takenIn}>
          {seat.requests.map(({ id, type }) => (
            <li key={id} class="row">
              {t.waiting} ({liveMessages[language].speechTypes[type]})
              <Step
                {...{ number, onItem }}
                step="withdraw"
                about={{ speech: id }}
                label={t.withdraw}
                whose={liveMessages[language].speechTypes[type]}
                small
              />
            </li>
          ))}
        </ul>
      )}
      {onItem === '' || seat.isBarred ? null : (
        <>
          <div class="row">
            {(['for', 'against', 'question', 'reply'] as const)
              .filter((type) => !asked.has(type))
              .map((type) => (
                <Step key={type} {...{ number, onItem }} step="ask" about={{ type }} label={words.asks[type]} />
              ))}
          </div>
          {asked.has('point-of-order') ? null : (
            <Disclosure label={words.asks['point-of-order']} open={isOpen}>
              <Step
                {...{ number, onItem }}
                step="ask"
                about={{ type: 'point-of-order' }}
                label={words.asks['point-of-order']}
              >
                <SelectField
                  form={form}
                  name="category"
                  label={words.category}
                  options={pointOfOrderCategories.map((category) => ({
                    value: category,
                    label: words.categories[category],
                  }))}
                />
              </Step>
            </Disclosure>
          )}
        </>
      )}
    </section>
  )
}
