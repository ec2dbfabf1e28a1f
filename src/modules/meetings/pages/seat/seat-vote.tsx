import { RadioGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { choices } from '../../log/vote-facts.ts'
import { leadMessages } from '../../messages/lead.ts'
import { waysOfVoting } from '../../messages/ways-of-voting.ts'
import type { SeatVote } from '../../take-part.ts'
import type { SeatParts } from './seat-parts.ts'
import { Step } from './seat-step.tsx'

/** The vote that is open, as far as it is this member's. */
export function SeatVoting(parts: SeatParts) {
  const { language } = useReader()
  const t = leadMessages[language].seat
  const { vote } = parts.seat
  if (vote === null) return <p class="quiet">{t.noVote}</p>
  return (
    <>
      <p>
        <strong lang="et">{vote.question}</strong>
      </p>
      <Ways {...parts} vote={vote} />
    </>
  )
}

function Ways({ vote, ...parts }: SeatParts & { vote: SeatVote }) {
  const { language } = useReader()
  const t = leadMessages[language].seat
  if (!vote.isEntitled) return <p>{t.notEntitled}</p>
  if (vote.method === 'hands') return <p>{t.byHands}</p>
  if (vote.method === 'secret')
    return (
      <>
        <p>{t.paper}</p>
        {vote.hasBallot ? <Notice tone="success">{t.hasBallot}</Notice> : null}
      </>
    )
  if (vote.method === 'roll-call' && !vote.isCalled && vote.choice === null) return <p>{t.notYourTurn}</p>
  return (
    <>
      {vote.isCalled ? <Notice>{t.yourTurn}</Notice> : null}
      <Choose {...parts} vote={vote} />
    </>
  )
}

function Choose({ vote, meeting, state, form }: SeatParts & { vote: SeatVote }) {
  const { language } = useReader()
  const words = leadMessages[language]
  const t = words.seat
  const values = { ...form.values, ...(vote.choice === null ? {} : { choice: vote.choice }) }
  return (
    <>
      {vote.choice === null ? null : (
        <Notice tone="success">{t.yours(words.choices[vote.choice as (typeof choices)[number]])}</Notice>
      )}
      <Step
        number={meeting.number}
        onItem={state.currentItemId ?? ''}
        step="cast"
        about={{ vote: vote.id }}
        label={t.confirm}
        isMain
      >
        <RadioGroup
          form={{ ...form, values }}
          name="choice"
          label={t.choose}
          options={choices.map((choice) => ({ value: choice, label: words.choices[choice] }))}
        />
      </Step>
    </>
  )
}

/** Items that are to be voted on together: any member may ask for a vote of its own on one. */
export function SeatBlocks({ meeting: { number }, state, seat }: SeatParts) {
  const { language } = useReader()
  const [t, ways] = [leadMessages[language].seat, waysOfVoting[language]]
  return (
    <>
      {seat.blocks.map((vote) => (
        <section key={vote.id} class="stack-tight">
          <h2 lang="et">{vote.question}</h2>
          <p>{t.takeOutHint}</p>
          <ul class="plain-list ruled">
            {vote.itemIds.map((itemId) => {
              const title = state.items.get(itemId)?.title ?? ''
              return (
                <li key={itemId}>
                  <span lang="et">{title}</span>
                  <Disclosure label={`${ways.takeOut}: ${title}`}>
                    <Step
                      number={number}
                      onItem={state.currentItemId ?? ''}
                      step="take-out"
                      about={{ vote: vote.id, item: itemId }}
                      label={ways.takeOut}
                      whose={title}
                    />
                  </Disclosure>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
