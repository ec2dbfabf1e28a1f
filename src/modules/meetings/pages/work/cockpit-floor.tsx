import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { RunningClock } from '#ui/running-clock.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import { pointOfOrderCategories, speechTypes } from '../../log/meeting-facts.ts'
import { factionTimes, isOverBudget } from '../../log/factions.ts'
import { inOrder } from '../../log/members.ts'
import { speakersQueue, spokenBefore, spokenSeconds } from '../../log/speaking.ts'
import type { Speech } from '../../log/state.ts'
import { clockOf, floorMessages } from '../../messages/floor.ts'
import { leadMessages } from '../../messages/lead.ts'
import { liveMessages } from '../../messages/live.ts'
import { FactionTimes, OfFaction } from '../live/faction-parts.tsx'
import { CockpitForm } from './cockpit-form.tsx'
import { cameBack, nameIn, typed, type CockpitParts } from './cockpit-parts.ts'

/** Who speaks and how long, who waits in the order of the rules, and asking for somebody without a device. */
export function CockpitFloor(parts: CockpitParts) {
  const { state } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const speaking = state.speeches.get(state.speakingId ?? '')
  const queue = speakersQueue(state)
  return (
    <section class="stack-tight" id="sonavotud" data-key="s" tabindex={-1}>
      <h2>{t.queue}</h2>
      {speaking === undefined ? null : <Speaking {...parts} speech={speaking} />}
      {queue.length === 0 ? <p class="quiet">{t.nobodyWaits}</p> : null}
      <ol class="plain-list ruled">
        {queue.map((speech) => (
          <Waiting key={speech.id} {...parts} speech={speech} />
        ))}
      </ol>
      {state.currentItemId === null ? null : <Factions {...parts} itemId={state.currentItemId} />}
      {state.currentItemId === null ? null : <AskFor {...parts} />}
    </section>
  )
}

const limitOf = ({ state }: CockpitParts, { type }: Speech): number | null => {
  const { speechSeconds, replySeconds } = state.setup.statute.speaking
  return type === 'reply' ? replySeconds : speechSeconds
}

function Speaking({ speech, ...parts }: CockpitParts & { speech: Speech }) {
  const { now } = parts
  const { language } = useReader()
  const [t, words] = [leadMessages[language], floorMessages[language]]
  const seconds = spokenSeconds(speech, now)
  const limit = limitOf(parts, speech)
  const over = limit === null ? 0 : seconds - limit
  const about = { speech: speech.id }
  return (
    <div class="band stack-tight">
      <p>
        {t.speaks(nameIn(parts, speech.personId))}
        <OfFaction personId={speech.personId} factions={parts.state.setup.factions ?? []} />
      </p>
      <p class="row">
        <RunningClock seconds={seconds} isRunning={speech.state === 'speaking'} limit={limit} overWords={t.overLimit} />
        <span class="quiet small">{limit === null ? words.noLimit : words.limit(clockOf(limit))}</span>
        {over > 0 ? <StatusTag tone="danger" label={words.over(clockOf(over))} /> : null}
        {speech.state === 'paused' ? <StatusTag tone="warning" label={words.paused} /> : null}
      </p>
      <div class="row">
        <CockpitForm parts={parts} step="end-speech" label={t.endSpeech} />
        {speech.state === 'paused' ? (
          <CockpitForm parts={parts} step="resume-speech" about={about} label={words.resume} small />
        ) : (
          <CockpitForm parts={parts} step="pause-speech" about={about} label={words.pause} small />
        )}
      </div>
    </div>
  )
}

function Waiting({ speech, ...parts }: CockpitParts & { speech: Speech }) {
  const { state, now } = parts
  const { language } = useReader()
  const [t, words] = [leadMessages[language], floorMessages[language]]
  const { id, personId, type, category } = speech
  const name = nameIn(parts, personId)
  const used = spokenBefore(state, personId, now)
  return (
    <li class="stack-tight">
      <p>
        {name}
        <OfFaction personId={personId} factions={state.setup.factions ?? []} />{' '}
        <span class="quiet small">
          {liveMessages[language].speechTypes[type]}
          {category === null ? '' : `: ${words.categories[category]}`}
          {used === 0 ? '' : `; ${words.usedBefore} ${words.used(clockOf(used))}`}
        </span>
      </p>
      {isOverBudget(state, id, now) ? (
        <p class="row">
          <StatusTag tone="warning" label={words.usedUp} />
          <span class="quiet small">{words.usedUpHint}</span>
        </p>
      ) : null}
      <div class="row">
        <CockpitForm parts={parts} step="give-floor" about={{ speech: id }} label={t.giveFloor} whose={name} small />
        <CockpitForm parts={parts} step="drop-request" about={{ speech: id }} label={words.drop} whose={name} small />
      </div>
    </li>
  )
}

/** The factions' time on the item, and where the statute says what they may. */
function Factions({ state, now, itemId }: CockpitParts & { itemId: string }) {
  const { language } = useReader()
  const words = floorMessages[language]
  const times = factionTimes(state, itemId, now).map(({ faction, ...time }) => ({ name: faction.name, ...time }))
  if (times.length === 0) return null
  const rule = state.setup.statute.speaking.factions
  return (
    <div class="stack-tight">
      <h3>{words.factionTimes}</h3>
      <FactionTimes times={times} />
      {rule === undefined ? null : (
        <p class="quiet small">
          {words.budgetBasis}: <span lang="et">{rule.basis}</span>
          {rule.unverified === true ? ` (${words.unverified})` : ''}
        </p>
      )}
    </div>
  )
}

function AskFor(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const words = floorMessages[language]
  const key = 'ask-floor'
  const here = inOrder(state.people.values()).filter((person) => person.here !== null)
  return (
    <Disclosure label={words.askFor} open={cameBack(form, key)}>
      <CockpitForm parts={parts} step="ask-floor" label={words.askFor}>
        <SelectField
          {...typed(form, key, 'person')}
          label={words.who}
          options={here.map(({ personId }) => ({ value: personId, label: nameIn(parts, personId) }))}
        />
        <SelectField
          {...typed(form, key, 'type', 'for')}
          label={words.type}
          options={speechTypes.map((type) => ({ value: type, label: liveMessages[language].speechTypes[type] }))}
        />
        <SelectField
          {...typed(form, key, 'category')}
          label={words.category}
          hint={words.categoryHint}
          options={pointOfOrderCategories.map((category) => ({ value: category, label: words.categories[category] }))}
          optional
        />
      </CockpitForm>
    </Disclosure>
  )
}
