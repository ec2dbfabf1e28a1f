import { CheckboxGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { resultsToAnnul } from '../../lead/corrections.ts'
import { numberedAgenda } from '../../log/agenda.ts'
import { itemKinds } from '../../log/meeting-facts.ts'
import type { VoteState } from '../../log/state.ts'
import { leadMessages } from '../../messages/lead.ts'
import { nameMessages } from '../../messages/names.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { cameBack, isVoting, typed, type CockpitParts } from './cockpit-parts.ts'

/** The agenda with how far it has come, and what can be taken up, added or taken off. */
export function CockpitAgenda(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const stateWords = { ...t.itemStates, ...t.outcomes }
  const isFree = state.phase === 'running' && state.currentItemId === null && !isVoting(state)
  const agenda = numberedAgenda(state)
  return (
    <section class="stack-tight">
      <h2>{t.agenda}</h2>
      <ol class="plain-list ruled">
        {agenda.map(({ number, item }) => (
          <li key={item.id} aria-current={item.id === state.currentItemId ? 'step' : undefined} class="stack-tight">
            <p>
              {number}. <span lang="et">{item.title}</span> <span class="quiet small">{stateWords[item.state]}</span>
            </p>
            {isFree && (item.state === 'on-the-agenda' || item.state === 'postponed') ? (
              <div class="row">
                <CockpitForm
                  parts={parts}
                  step="open-item"
                  about={{ item: item.id }}
                  label={t.openItem}
                  whose={item.title}
                  small
                />
              </div>
            ) : null}
            {isFree
              ? resultsToAnnul(state, item).map((vote) => (
                  <AnnulResult key={vote.id} {...parts} vote={vote} number={number} />
                ))
              : null}
            {isFree && item.state === 'on-the-agenda' ? (
              <Disclosure label={`${t.removeItem}: ${number}`} open={cameBack(form, `remove-item-${item.id}`)}>
                <CockpitForm
                  parts={parts}
                  step="remove-item"
                  formKey={`remove-item-${item.id}`}
                  about={{ item: item.id }}
                  label={t.removeItem}
                  small
                >
                  <TextField {...typed(form, `remove-item-${item.id}`, 'reason')} label={t.reason} maxlength={2000} />
                </CockpitForm>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ol>
      {isFree ? <Rearrange {...parts} /> : null}
      {isFree ? (
        <Disclosure label={t.addItem} open={cameBack(form, 'add-item')}>
          <CockpitForm parts={parts} step="add-item" label={t.addItem}>
            <TextField {...typed(form, 'add-item', 'words')} label={t.itemTitle} maxlength={500} />
            <SelectField
              {...typed(form, 'add-item', 'kind', 'information')}
              label={t.itemKind}
              options={itemKinds.map((kind) => ({ value: kind, label: nameMessages[language].items[kind] }))}
            />
            <TextField {...typed(form, 'add-item', 'reason')} label={t.reason} maxlength={2000} />
          </CockpitForm>
        </Disclosure>
      ) : null}
    </section>
  )
}

/** A result that proves wrong while the meeting goes on is undone here; afterwards only what came of it can be annulled. */
function AnnulResult({ vote, number, ...parts }: CockpitParts & { vote: VoteState; number: string }) {
  const { form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const key = `annul-result-${vote.id}`
  return (
    <Disclosure label={`${t.annulResult}: ${number}`} open={cameBack(form, key)}>
      <p>{t.annulResultHint}</p>
      <CockpitForm
        parts={parts}
        step="annul-result"
        formKey={key}
        about={{ vote: vote.id }}
        label={t.annulResultNow}
        variant="danger"
        small
      >
        <p lang="et">{vote.question}</p>
        <TextField {...typed(form, key, 'reason')} label={t.reason} maxlength={2000} />
      </CockpitForm>
    </Disclosure>
  )
}

/** The agenda put in another order, an item given another title, items taken together. */
function Rearrange(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const options = numberedAgenda(state)
    .filter(({ item }) => item.state === 'on-the-agenda')
    .map(({ number, item }) => ({ value: item.id, label: `${number}. ${item.title}` }))
  if (options.length === 0) return null
  const which = (key: string, label: string) => (
    <SelectField {...typed(form, key, 'item')} label={label} options={options} />
  )
  return (
    <Disclosure
      label={t.rearrange}
      open={['move-item', 'rename-item', 'merge-items'].some((key) => cameBack(form, key))}
    >
      <div class="stack">
        <CockpitForm parts={parts} step="move-item" label={t.moveItem}>
          {which('move-item', t.whichItem)}
          <SelectField
            {...typed(form, 'move-item', 'before')}
            label={t.moveBefore}
            emptyLabel={t.moveLast}
            options={options}
            optional
          />
          <TextField {...typed(form, 'move-item', 'reason')} label={t.reason} maxlength={2000} optional />
        </CockpitForm>
        <CockpitForm parts={parts} step="rename-item" label={t.renameItem}>
          {which('rename-item', t.whichItem)}
          <TextField {...typed(form, 'rename-item', 'words')} label={t.itemTitle} maxlength={500} />
        </CockpitForm>
        {options.length < 2 ? null : (
          <CockpitForm parts={parts} step="merge-items" label={t.mergeItems}>
            {which('merge-items', t.mergeInto)}
            <CheckboxGroup {...typed(form, 'merge-items', 'items')} label={t.mergeWhich} options={options} />
            <TextField {...typed(form, 'merge-items', 'words')} label={t.itemTitle} maxlength={500} />
          </CockpitForm>
        )}
      </div>
    </Disclosure>
  )
}
