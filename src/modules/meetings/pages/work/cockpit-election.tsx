import { CheckboxGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { electionNow, standingNext, type ElectionNow } from '../../lead/elections.ts'
import { inOrder } from '../../log/members.ts'
import { electionMessages, sayElectionStep } from '../../messages/election.ts'
import { leadMessages } from '../../messages/lead.ts'
import { waysOfVoting } from '../../messages/ways-of-voting.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { cameBack, nameIn, typed, type CockpitParts } from './cockpit-parts.ts'

/** An election of persons on its item: who stands, how the rounds went, and what comes next. */
export function Election(parts: CockpitParts & { itemId: string }) {
  const { state, itemId } = parts
  const { language } = useReader()
  const ways = waysOfVoting[language]
  const at = electionNow(state, itemId)
  if (at === undefined) return <PrepareElection {...parts} />
  return (
    <>
      <Standing {...parts} at={at} />
      {at.next === 'draw-lot' ? <Lot {...parts} at={at} /> : null}
      {at.next === 'next-round' || at.next === 'again' ? (
        <CockpitForm
          parts={parts}
          step="next-round"
          label={at.next === 'again' ? ways.roundAgain : ways.nextRound}
          variant="primary"
        />
      ) : null}
      {at.next === 'over' && at.result?.outcome !== 'elected' ? <PrepareElection {...parts} /> : null}
    </>
  )
}

function PrepareElection(parts: CockpitParts & { itemId: string }) {
  const { state, ground, form, itemId } = parts
  const { language } = useReader()
  const ways = waysOfVoting[language]
  const { elections } = state.setup.statute
  const key = 'prepare-election'
  const names = Object.keys(elections)
  if (names.length === 0) return <p>{ways.noElectionRules}</p>
  const members = inOrder(state.people.values()).filter(({ kind, seated }) => kind === 'member' && seated)
  const outside = [...ground.persons.entries()].filter(([personId]) => state.people.get(personId)?.kind !== 'member')
  const field = typed(form, key, 'persons')
  return (
    <CockpitForm parts={parts} step="prepare-election" label={ways.prepareElection} variant="primary">
      <TextField
        {...typed(form, key, 'words', state.items.get(itemId)?.title ?? '')}
        label={ways.electionQuestion}
        maxlength={2000}
      />
      <SelectField
        {...typed(form, key, 'rule')}
        label={ways.electionRule}
        options={names.map((name) => ({ value: name, label: ways.electionRules[name] ?? name }))}
      />
      <CheckboxGroup
        {...field}
        label={ways.candidates}
        options={members.map(({ personId }) => ({ value: personId, label: nameIn(parts, personId) }))}
      />
      <Disclosure label={ways.candidatesMore} open={cameBack(form, key)}>
        <CheckboxGroup
          form={{ ...field.form, errors: {} }}
          name={`more:${key}`}
          label={ways.candidatesMore}
          options={outside.map(([personId, label]) => ({ value: personId, label }))}
        />
      </Disclosure>
    </CockpitForm>
  )
}

type AboutElection = CockpitParts & { at: ElectionNow }

function Standing({ at, ...cockpit }: AboutElection) {
  const { language } = useReader()
  const ways = waysOfVoting[language]
  const { election, result } = at
  const mayWithdraw = at.round.state !== 'open' && at.next !== 'over'
  return (
    <section class="stack-tight" aria-label={ways.candidates}>
      <h3>{ways.candidates}</h3>
      <ul class="plain-list">
        {election.candidateIds.map((candidateId) => {
          const isOut = election.withdrawn.some((one) => one.candidateId === candidateId)
          return (
            <li key={candidateId} class="row">
              {nameIn(cockpit, candidateId)}
              {isOut ? <span class="quiet small">{ways.withdrawn}</span> : null}
              {!isOut && mayWithdraw && standingNext(at).includes(candidateId) ? (
                <CockpitForm
                  parts={cockpit}
                  step="withdraw-candidate"
                  about={{ person: candidateId }}
                  label={ways.withdraws}
                  whose={nameIn(cockpit, candidateId)}
                  small
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      {result === null ? null : (
        <Disclosure label={electionMessages[language].how} open>
          <ul class="plain-list small">
            {result.derivation.map((step, place) => (
              <li key={`${place}-${step.step}`}>
                {sayElectionStep(step, language, (personId) => nameIn(cockpit, personId))}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}

/** The lot is drawn by hand; here it is written down as it fell. */
function Lot({ at, ...cockpit }: AboutElection) {
  const { language } = useReader()
  const [ways, words] = [waysOfVoting[language], leadMessages[language]]
  if (at.result?.outcome !== 'lot-needed') return null
  const { candidateIds } = at.result
  const options = candidateIds.map((candidateId) => ({ value: candidateId, label: nameIn(cockpit, candidateId) }))
  return (
    <CockpitForm parts={cockpit} step="draw-lot" label={ways.saveLot} variant="primary">
      <h3>{ways.drawLot}</h3>
      <p>{ways.lotHint}</p>
      {candidateIds.map((candidateId, place) => (
        <SelectField
          key={candidateId}
          {...typed(cockpit.form, 'draw-lot', `drawn-${place + 1}`)}
          label={ways.lotPlace(place + 1)}
          options={options}
          emptyLabel={words.chooseOne}
        />
      ))}
    </CockpitForm>
  )
}
