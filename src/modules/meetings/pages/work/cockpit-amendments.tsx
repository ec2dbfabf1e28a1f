import { wordDifference } from '#platform/word-difference.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { Segments } from '#ui/text-difference.tsx'
import { numberOf, proposedOrder } from '../../lead/amendments.ts'
import { amendmentsOf } from '../../log/amendments.ts'
import { inOrder } from '../../log/members.ts'
import type { AmendmentState } from '../../log/state.ts'
import { amendmentMessages } from '../../messages/amendments.ts'
import type { PlaceInOrder } from '../../rules/amendment-order.ts'
import { paragraphsOf } from '../../rules/paragraphs.ts'
import { AmendmentFields, sayChange } from '../amendment-fields.tsx'
import { CockpitForm } from './cockpit-form.tsx'
import { Legality } from './cockpit-legality.tsx'
import { cameBack, nameIn, typed, type CockpitParts } from './cockpit-parts.ts'
import { MethodField, RuleField } from './cockpit-vote-fields.tsx'

type Props = CockpitParts & { itemId: string }

/** Amendments to the draft of the open item: in the proposed order of voting, then what has become of the others. */
export function Amendments(parts: Props) {
  const { state, ground, itemId } = parts
  const { language } = useReader()
  const t = amendmentMessages[language]
  const draft = ground.drafts.get(itemId) ?? ''
  const all = amendmentsOf(state, itemId)
  const order = proposedOrder(state, draft, itemId)
  const waiting = new Set(order.map(({ amendmentId }) => amendmentId))
  if (draft === '') return null
  return (
    <>
      {all.length === 0 ? null : (
        <section class="stack-tight" aria-label={t.title}>
          <h3>{t.title}</h3>
          {order.length === 0 ? null : (
            <>
              <Legality {...parts} vote={{ object: 'amendment', itemIds: [itemId], rule: 'simple' }} />
              <p class="small quiet">{t.order}</p>
            </>
          )}
          <ol class="plain-list ruled">
            {order.map((place, at) => (
              <Waiting key={place.amendmentId} {...parts} place={place} isFirst={at === 0} />
            ))}
            {all
              .filter(({ id }) => !waiting.has(id))
              .map((amendment) => (
                <li key={amendment.id} class="stack-tight">
                  <What parts={parts} amendment={amendment} />
                </li>
              ))}
          </ol>
        </section>
      )}
      <MoveFor {...parts} />
    </>
  )
}

function What({ parts, amendment }: { parts: Props; amendment: AmendmentState }) {
  const { state, ground, itemId } = parts
  const { language } = useReader()
  const t = amendmentMessages[language]
  const { change } = amendment
  const paragraphs = paragraphsOf(ground.drafts.get(itemId) ?? '')
  const before = change.kind === 'insert' ? '' : (paragraphs.find(({ id }) => id === change.paragraphId)?.text ?? '')
  const because = state.amendments.get(amendment.voidBecauseOf ?? '')
  return (
    <>
      <p>
        <strong>{t.name(numberOf(state, amendment))}</strong>: {sayChange(amendment, t)}{' '}
        <span class="quiet small">
          {t.by} {nameIn(parts, amendment.moverPersonId)}; {t.states[amendment.state]}
          {because === undefined ? '' : `, ${t.voidBecause(numberOf(state, because))}`}
        </span>
      </p>
      <div lang="et" class="small">
        <Segments segments={wordDifference(before, change.kind === 'delete' ? '' : change.text)} />
      </div>
    </>
  )
}

function Waiting({ place, isFirst, ...parts }: Props & { place: PlaceInOrder; isFirst: boolean }) {
  const { state, form } = parts
  const { language } = useReader()
  const t = amendmentMessages[language]
  const amendment = state.amendments.get(place.amendmentId)!
  const no = numberOf(state, amendment)
  const key = `vote-on-amendment-${no}`
  const against = place.conflictsWith.map((id) => numberOf(state, state.amendments.get(id)!)).join(', ')
  return (
    <li class="stack-tight">
      <What parts={parts} amendment={amendment} />
      <p class="small">
        {t.reach(Math.round(place.reach.share * 100))}
        {against === '' ? '' : `. ${t.conflicts(against)}`}
      </p>
      <Disclosure label={t.vote(no)} open={isFirst || cameBack(form, key)}>
        <CockpitForm
          parts={parts}
          step="vote-on-amendment"
          formKey={key}
          about={{ amendment: amendment.id }}
          label={t.vote(no)}
          variant={isFirst ? 'primary' : 'secondary'}
        >
          <RuleField parts={parts} formKey={key} />
          <MethodField parts={parts} formKey={key} methods={['named', 'roll-call', 'hands']} />
        </CockpitForm>
      </Disclosure>
      <CockpitForm
        parts={parts}
        step="withdraw-amendment"
        about={{ amendment: amendment.id }}
        label={t.withdraw}
        whose={t.name(no)}
        small
      />
    </li>
  )
}

/** For a member without a device. */
function MoveFor(parts: Props) {
  const { state, ground, form, itemId } = parts
  const { language } = useReader()
  const t = amendmentMessages[language]
  const key = 'move-amendment'
  if (state.items.get(itemId)?.state !== 'open') return null
  const members = inOrder(state.people.values()).filter(({ kind, seated }) => kind === 'member' && seated)
  return (
    <Disclosure label={t.move} open={cameBack(form, key)}>
      <CockpitForm parts={parts} step="move-amendment" label={t.move}>
        <SelectField
          {...typed(form, key, 'person')}
          label={t.moveFor}
          options={members.map(({ personId }) => ({ value: personId, label: nameIn(parts, personId) }))}
        />
        <AmendmentFields
          paragraphs={paragraphsOf(ground.drafts.get(itemId) ?? '')}
          field={(name, initial) => typed(form, key, name, initial)}
        />
      </CockpitForm>
    </Disclosure>
  )
}
