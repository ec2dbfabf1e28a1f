import { CheckboxGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { forBlock } from '../../lead/blocks.ts'
import { preparedVotes } from '../../lead/votes.ts'
import { inOrder } from '../../log/members.ts'
import type { VoteState } from '../../log/state.ts'
import { liveVoteMessages } from '../../messages/live-votes.ts'
import { leadMessages } from '../../messages/lead.ts'
import { waysOfVoting } from '../../messages/ways-of-voting.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { Legality } from './cockpit-legality.tsx'
import { cameBack, isVoting, nameIn, typed, type CockpitParts } from './cockpit-parts.ts'
import { MethodField, RuleField } from './cockpit-vote-fields.tsx'

/** Votes that are prepared and wait to be opened, and the block vote that can be prepared. */
export function PreparedVotes(parts: CockpitParts) {
  const { state } = parts
  const { language } = useReader()
  const [t, ways] = [leadMessages[language], waysOfVoting[language]]
  const votes = preparedVotes(state)
  const isFree = state.phase === 'running' && state.currentItemId === null && !isVoting(state)
  return (
    <section class="stack-tight" id="haaletused" data-key="v" tabindex={-1}>
      <h2>{votes.length === 0 ? t.showVote : ways.prepared}</h2>
      {votes.map((vote) => (
        <Prepared key={vote.id} {...parts} vote={vote} />
      ))}
      {isFree && forBlock(state).length > 1 ? <PrepareBlock {...parts} /> : null}
      <HeldVotes {...parts} />
    </section>
  )
}

/** What has been voted on so far, the newest first. */
function HeldVotes({ state }: CockpitParts) {
  const { language } = useReader()
  const [ways, words] = [waysOfVoting[language], liveVoteMessages[language]]
  const held = [...state.votes.values()]
    .filter((vote) => vote.stated !== null || vote.state === 'cancelled')
    .toReversed()
  if (held.length === 0) return <p class="quiet">{ways.noneHeld}</p>
  return (
    <ul class="plain-list ruled small">
      {held.map((vote) => (
        <li key={vote.id}>
          <span lang="et">{vote.question}</span>:{' '}
          <strong>
            {vote.stated === null || vote.state !== 'stated'
              ? words.undone[vote.state as keyof typeof words.undone]
              : words.outcomes[vote.stated.outcome].toLowerCase()}
          </strong>
        </li>
      ))}
    </ul>
  )
}

function Prepared({ vote, ...parts }: CockpitParts & { vote: VoteState }) {
  const { state } = parts
  const { language } = useReader()
  const ways = waysOfVoting[language]
  const isBlock = vote.itemIds.length > 1
  const rule = vote.object.kind === 'election' ? vote.object.rule : vote.rule
  const mayOpen = state.phase === 'running' && !isVoting(state)
  return (
    <div class="band stack-tight">
      <p>
        <strong lang="et">{vote.question}</strong>{' '}
        <span class="quiet small">
          {isBlock ? `${ways.itemsTogether(vote.itemIds.length)}, ` : ''}
          {ways.methods[vote.method]}
        </span>
      </p>
      {isBlock || vote.takenOut.length > 0 ? <BlockItems {...parts} vote={vote} /> : null}
      {isBlock && vote.itemIds.some((itemId) => state.items.get(itemId)?.recusalsAskedAt === null) ? (
        <CockpitForm
          parts={parts}
          step="ask-block"
          about={{ vote: vote.id }}
          label={leadMessages[language].askRecusals}
          variant="primary"
        >
          <p>{leadMessages[language].askRecusalsHint}</p>
        </CockpitForm>
      ) : null}
      <Legality {...parts} vote={{ object: vote.object.kind, itemIds: vote.itemIds, rule }} />
      {mayOpen ? (
        <CockpitForm
          parts={parts}
          step="open-prepared"
          about={{ vote: vote.id }}
          label={ways.openPrepared}
          whose={vote.question}
          variant="primary"
        />
      ) : null}
      <CockpitForm
        parts={parts}
        step="drop-prepared"
        about={{ vote: vote.id }}
        label={ways.dropPrepared}
        whose={vote.question}
        small
      />
    </div>
  )
}

function BlockItems({ vote, ...parts }: CockpitParts & { vote: VoteState }) {
  const { state, form } = parts
  const { language } = useReader()
  const ways = waysOfVoting[language]
  const titleOf = (itemId: string) => state.items.get(itemId)?.title ?? ''
  const members = inOrder(state.people.values()).filter(({ kind, seated }) => kind === 'member' && seated)
  return (
    <ul class="plain-list">
      {vote.itemIds.map((itemId) => {
        const key = `take-out-${itemId}`
        return (
          <li key={itemId}>
            <span lang="et">{titleOf(itemId)}</span>
            {vote.itemIds.length < 2 ? null : (
              <Disclosure label={`${ways.takeOut}: ${titleOf(itemId)}`} open={cameBack(form, key)}>
                <CockpitForm
                  parts={parts}
                  step="take-out"
                  formKey={key}
                  about={{ vote: vote.id, item: itemId }}
                  label={ways.takeOut}
                  whose={titleOf(itemId)}
                  small
                >
                  <SelectField
                    {...typed(form, key, 'person')}
                    label={ways.takeOutFor}
                    options={members.map(({ personId }) => ({ value: personId, label: nameIn(parts, personId) }))}
                  />
                </CockpitForm>
              </Disclosure>
            )}
          </li>
        )
      })}
      {vote.takenOut.map(({ itemId, personId }) => (
        <li key={itemId} class="quiet small">
          <span lang="et">{titleOf(itemId)}</span>: {ways.taken}, {nameIn(parts, personId)}
        </li>
      ))}
    </ul>
  )
}

function PrepareBlock(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const ways = waysOfVoting[language]
  const key = 'prepare-block'
  return (
    <Disclosure label={ways.block} open={cameBack(form, key)}>
      <p>{ways.blockHint}</p>
      <CockpitForm parts={parts} step="prepare-block" label={ways.prepareBlock}>
        <CheckboxGroup
          {...typed(form, key, 'items')}
          label={ways.blockItems}
          options={forBlock(state).map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField {...typed(form, key, 'words')} label={ways.blockQuestion} maxlength={2000} />
        <RuleField parts={parts} formKey={key} />
        <MethodField parts={parts} formKey={key} methods={['named', 'roll-call', 'hands']} />
      </CockpitForm>
    </Disclosure>
  )
}
