import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { proposedOrder } from '../../lead/amendments.ts'
import { electionNow } from '../../lead/elections.ts'
import { decisionOn } from '../../log/decision.ts'
import { itemOutcomes } from '../../log/meeting-facts.ts'
import { leadMessages } from '../../messages/lead.ts'
import { Amendments } from './cockpit-amendments.tsx'
import { Election } from './cockpit-election.tsx'
import { CockpitForm } from './cockpit-form.tsx'
import { cameBack, typed, type CockpitParts } from './cockpit-parts.ts'
import { PutToVote, Undo } from './cockpit-vote.tsx'

const deciding: ReadonlySet<string> = new Set(['decision', 'regulation', 'no-confidence'])

/** What can be done about the item that is open: bars, amendments, the vote, its end. */
export function ItemSteps(parts: CockpitParts & { itemId: string }) {
  const { state, form, ground, itemId } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const item = state.items.get(itemId)!
  const isClosed = item.closedBasis !== null || item.visibility !== 'public'
  const decided = decisionOn(state, item)?.stated?.outcome
  const asksFirst = deciding.has(item.kind) && item.recusalsAskedAt === null
  const order = proposedOrder(state, ground.drafts.get(itemId) ?? '', itemId)
  const election = item.kind === 'election' ? electionNow(state, itemId) : undefined
  const isElecting = item.kind === 'election' && election?.next !== 'over'
  const isVoteNext = deciding.has(item.kind) && !asksFirst && decided === undefined && order.length === 0
  return (
    <>
      <p>
        <strong lang="et">{item.title}</strong>
      </p>
      {isClosed ? <Notice>{t.isClosed}</Notice> : null}
      {asksFirst ? (
        <CockpitForm parts={parts} step="recusals-asked" label={t.askRecusals} variant="primary">
          <p>{t.askRecusalsHint}</p>
        </CockpitForm>
      ) : null}
      {item.kind === 'election' ? <Election {...parts} /> : null}
      <Amendments {...parts} />
      <PutToVote {...parts} isNext={isVoteNext} />
      {decided === undefined && election?.round.state !== 'stated' ? null : <Undo {...parts} />}
      {item.state === 'open' ? <CockpitForm parts={parts} step="close-debate" label={t.closeDebate} /> : null}
      <Conclude {...parts} decided={decided} isNext={!asksFirst && !isVoteNext && !isElecting && order.length === 0} />
      {item.visibility !== 'public' ? null : item.closedBasis !== null ? (
        <CockpitForm parts={parts} step="open-to-public" label={t.openToPublic} />
      ) : (
        <Disclosure label={t.closeToPublic} open={cameBack(form, 'close-to-public')}>
          <CockpitForm parts={parts} step="close-to-public" label={t.closeToPublic}>
            <TextField {...typed(form, 'close-to-public', 'reason')} label={t.closeBasis} maxlength={2000} />
          </CockpitForm>
        </Disclosure>
      )}
    </>
  )
}

const usualOutcome: Partial<Record<string, string>> = {
  adopted: 'decided',
  elected: 'decided',
  'not-adopted': 'rejected',
  'not-elected': 'rejected',
}

function Conclude({ decided, isNext, ...parts }: CockpitParts & { decided: string | undefined; isNext: boolean }) {
  const { language } = useReader()
  const t = leadMessages[language]
  return (
    <CockpitForm parts={parts} step="conclude-item" label={t.conclude} variant={isNext ? 'primary' : 'secondary'}>
      <SelectField
        {...typed(parts.form, 'conclude-item', 'outcome', usualOutcome[decided ?? ''] ?? '')}
        label={t.outcome}
        options={itemOutcomes.flatMap((outcome) =>
          outcome === 'sent-to-committee'
            ? [...parts.ground.committees].map(([id, name]) => ({
                value: `${outcome}:${id}`,
                label: `${t.outcomes[outcome]}: ${name}`,
              }))
            : [{ value: outcome, label: t.outcomes[outcome] }],
        )}
      />
    </CockpitForm>
  )
}
