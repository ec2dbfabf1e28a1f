import { CheckboxGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { isOver } from '../../enter-events.ts'
import { numberedAgenda } from '../../log/agenda.ts'
import { inOrder } from '../../log/members.ts'
import { leadMessages } from '../../messages/lead.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { cameBack, nameIn, typed, type CockpitParts } from './cockpit-parts.ts'

/** Who comes into the meeting while it is held: substitutes, guests; and whose mandate ends. */
export function CockpitPeople(parts: CockpitParts) {
  const { state, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  if (isOver(state)) return null
  const isOpen = ['entitle', 'end-mandate', 'admit-guest'].some((key) => cameBack(form, key))
  return (
    <Disclosure label={t.morePeople} open={isOpen}>
      <div class="stack">
        <Entitle {...parts} />
        <EndMandate {...parts} />
        <AdmitGuest {...parts} />
      </div>
    </Disclosure>
  )
}

const seatedIn = ({ state }: CockpitParts) =>
  inOrder(state.people.values()).filter(({ kind, seated }) => kind === 'member' && seated)

function Entitle(parts: CockpitParts) {
  const { state, ground, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const outside = [...ground.persons.entries()].filter(([personId]) => state.people.get(personId)?.seated !== true)
  const replaced = inOrder(state.people.values()).filter(({ kind }) => kind === 'member')
  return (
    <CockpitForm parts={parts} step="entitle" label={t.entitle}>
      <SelectField
        {...typed(form, 'entitle', 'person')}
        label={t.entitleWho}
        options={outside.map(([personId, label]) => ({ value: personId, label }))}
      />
      <SelectField
        {...typed(form, 'entitle', 'replaces')}
        label={t.entitleFor}
        emptyLabel={t.nobodyReplaced}
        options={replaced.map(({ personId }) => ({ value: personId, label: nameIn(parts, personId) }))}
        optional
      />
    </CockpitForm>
  )
}

function EndMandate(parts: CockpitParts) {
  const { language } = useReader()
  const t = leadMessages[language]
  return (
    <CockpitForm parts={parts} step="end-mandate" label={t.endMandate}>
      <SelectField
        {...typed(parts.form, 'end-mandate', 'person')}
        label={t.member}
        options={seatedIn(parts).map(({ personId }) => ({ value: personId, label: nameIn(parts, personId) }))}
      />
    </CockpitForm>
  )
}

function AdmitGuest(parts: CockpitParts) {
  const { state, ground, form } = parts
  const { language } = useReader()
  const t = leadMessages[language]
  const outside = [...ground.persons.entries()].filter(([personId]) => !state.people.has(personId))
  return (
    <CockpitForm parts={parts} step="admit-guest" label={t.admitGuest}>
      <SelectField
        {...typed(form, 'admit-guest', 'person')}
        label={t.guest}
        options={outside.map(([personId, label]) => ({ value: personId, label }))}
      />
      <CheckboxGroup
        {...typed(form, 'admit-guest', 'items')}
        label={t.guestItems}
        options={numberedAgenda(state).map(({ number, item }) => ({
          value: item.id,
          label: `${number}. ${item.title}`,
        }))}
        optional
      />
    </CockpitForm>
  )
}
