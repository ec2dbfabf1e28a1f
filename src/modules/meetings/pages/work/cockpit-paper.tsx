import { CheckboxGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { withoutBallot } from '../../lead/paper.ts'
import { inOrder } from '../../log/members.ts'
import type { VoteState } from '../../log/state.ts'
import { leadMessages } from '../../messages/lead.ts'
import { waysOfVoting } from '../../messages/ways-of-voting.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { nameIn, typed, type CockpitParts } from './cockpit-parts.ts'

type WithVote = CockpitParts & { vote: VoteState }

/** Ballots are handed out, by name; what stands on them nobody writes down. */
export function BallotBox({ vote, ...parts }: WithVote) {
  const { state, form } = parts
  const { language } = useReader()
  const t = waysOfVoting[language]
  const left = withoutBallot(state, vote)
  const isEmpty = vote.handedOut.size === 0
  return (
    <>
      <p>{t.ballotsOut(vote.handedOut.size, vote.entitled.size)}</p>
      <p class="small quiet">{t.secrecy}</p>
      {left.length === 0 ? null : (
        <>
          <CockpitForm
            parts={parts}
            step="hand-out"
            formKey="hand-out-all"
            about={{ scope: 'meeting' }}
            label={t.handOutAll}
            variant={isEmpty ? 'primary' : 'secondary'}
          />
          <Disclosure label={t.handOut}>
            <CockpitForm parts={parts} step="hand-out" about={{ scope: 'item' }} label={t.handOutChosen}>
              <CheckboxGroup
                {...typed(form, 'hand-out', 'persons')}
                label={t.whoGotBallot}
                options={left.map((personId) => ({ value: personId, label: nameIn(parts, personId) }))}
              />
            </CockpitForm>
          </Disclosure>
        </>
      )}
      {isEmpty ? null : <CockpitForm parts={parts} step="close-vote" label={t.closePaper} variant="primary" />}
    </>
  )
}

/** Two people count apart from each other: what the first has entered stands on no screen before both agree. */
export function PaperCounts({ vote, ...parts }: WithVote) {
  const { language } = useReader()
  const t = waysOfVoting[language]
  const { first, second, agreed, disagreements } = vote.paper
  if (agreed) return <Notice tone="success">{t.agreed}</Notice>
  return (
    <>
      <h3>{t.countPaper}</h3>
      <p>{t.countHint}</p>
      {disagreements === 0 ? null : <Notice tone="warning">{t.differed(disagreements)}</Notice>}
      {([1, 2] as const).map((counter) => {
        const count = counter === 1 ? first : second
        if (count !== null) return <p key={counter}>{t.countIn(nameIn(parts, count.counterPersonId))}</p>
        // One after the other, so that only one form with numbers is ever open.
        if (counter === 2 && first === null) return null
        return <CountForm key={counter} {...parts} vote={vote} counter={counter} />
      })}
    </>
  )
}

function CountForm({ vote, counter, ...parts }: WithVote & { counter: 1 | 2 }) {
  const { state, ground, form } = parts
  const { language } = useReader()
  const [t, words] = [waysOfVoting[language], leadMessages[language]]
  const key = `count-${counter}-${vote.paper.disagreements}`
  const other = counter === 1 ? vote.paper.second : vote.paper.first
  const here = inOrder(state.people.values()).map(({ personId }) => personId)
  const outside = [...ground.persons.keys()].filter((personId) => !state.people.has(personId))
  const choose = (ids: readonly string[]) =>
    ids
      .filter((personId) => personId !== other?.counterPersonId)
      .map((personId) => ({ value: personId, label: nameIn(parts, personId) }))
  const number = (name: string, label: string) => (
    <TextField {...typed(form, key, name)} label={label} inputmode="numeric" autocomplete="off" short />
  )
  return (
    <CockpitForm
      parts={parts}
      step="count-paper"
      formKey={key}
      about={{ counter: String(counter) }}
      label={t.saveCount[counter]}
      variant="primary"
    >
      <h4>{t.counterTitle[counter]}</h4>
      <SelectField
        {...typed(form, key, 'person')}
        label={t.counter}
        options={[
          { group: words.members, options: choose(here) },
          { group: words.officials, options: choose(outside) },
        ]}
      />
      {vote.object.kind === 'election' ? (
        vote.object.candidateIds.map((candidateId) => (
          <div key={candidateId}>{number(`got-${candidateId}`, nameIn(parts, candidateId))}</div>
        ))
      ) : (
        <>
          {number('for', words.handsFor)}
          {number('against', words.handsAgainst)}
          {number('abstained', words.handsAbstained)}
        </>
      )}
      {number('spoiled', t.spoiled)}
    </CockpitForm>
  )
}
