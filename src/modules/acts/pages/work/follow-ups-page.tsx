import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { registry } from '#modules/people/index.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choices.tsx'
import { DateField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { deskMessages } from '../../messages/desk.ts'
import { actDeskPaths as paths, actPaths } from '../../paths.ts'
import type { FollowUp } from '../../queries/follow-ups.ts'
import { nameOfAct, type SeenAct } from '../../seen-act.ts'
import { actTitle, FollowUpLine } from '../act-parts.tsx'
import { DeskFrame } from './desk-frame.tsx'

export type FollowUpsPageProps = {
  frame: PageFrame
  act: SeenAct
  followUps: readonly (FollowUp & { mayEnd: boolean })[]
  /** Whom a task can be given to; null for those who only carry theirs out. */
  parties: readonly registry.Party[] | null
  today: string
  form: FormState
  refusal: string | undefined
  idempotencyKey: string
  /** Of which task the form to end it is shown. */
  ending: string | null
}

/** What an act asks to be done: given to posts and bodies, and ended by them. */
export function FollowUpsPage(props: FollowUpsPageProps) {
  const { frame, act, followUps, parties, today, form, refusal } = props
  const { language } = frame
  const t = deskMessages[language]
  return (
    <DeskFrame
      {...{ frame, form, refusal }}
      title={t.followUps}
      isKeeper={parties !== null}
      lead={t.followUpsLead}
      way={[{ label: nameOfAct(act, language), path: parties === null ? actPaths.act(act.slug) : paths.act(act.slug) }]}
    >
      <p>
        <Link href={actPaths.act(act.slug)}>
          {nameOfAct(act, language)}, <span lang="et">{actTitle(act, language)}</span>
        </Link>
      </p>
      {followUps.length === 0 ? <p class="quiet">{t.noFollowUps}</p> : null}
      <ul class="plain-list ruled">
        {followUps.map((one) => (
          <li key={one.id} class="stack-tight">
            <FollowUpLine one={one} today={today} />
            {one.mayEnd && one.state === 'open' ? <EndIt {...props} one={one} /> : null}
          </li>
        ))}
      </ul>
      {parties === null ? null : <NewForm {...props} parties={parties} />}
    </DeskFrame>
  )
}

function EndIt({ frame, act, parties, form: sent, one, ending }: FollowUpsPageProps & { one: FollowUp }) {
  const t = deskMessages[frame.language]
  if (ending !== one.id)
    return (
      <p>
        <Link href={`${paths.followUp(act.slug)}?ulesanne=${one.id}`}>{t.end}</Link>
      </p>
    )
  const form = sent.values.followUp === one.id ? sent : { values: { how: 'done' }, errors: {} }
  return (
    <Form action={paths.endFollowUp(act.slug)}>
      <input type="hidden" name="followUp" value={one.id} />
      {parties === null ? (
        <input type="hidden" name="how" value="done" />
      ) : (
        <RadioGroup
          form={form}
          name="how"
          label={t.state}
          options={[
            { value: 'done', label: t.done },
            { value: 'dropped', label: t.dropped },
          ]}
        />
      )}
      <TextArea
        form={form}
        name="words"
        label={parties === null ? t.doneWords : t.endWords}
        rows={3}
        maxlength={1000}
      />
      <TextField form={form} name="link" label={t.link} hint={t.linkHint} maxlength={500} optional />
      <Button>{t.endButton}</Button>
    </Form>
  )
}

function NewForm(props: FollowUpsPageProps & { parties: readonly registry.Party[] }) {
  const { frame, act, parties, form: sent, idempotencyKey } = props
  const { language } = frame
  const t = deskMessages[language]
  const form = sent.values.followUp === undefined ? sent : { values: {}, errors: {} }
  const choices = (what: registry.Party['what']) =>
    parties
      .filter((party) => party.what === what)
      .map(({ id, title }) => ({ value: id, label: readText(title, language).text }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return (
    <section class="stack">
      <h2>{t.followUpNew}</h2>
      <Form action={paths.followUp(act.slug)} idempotencyKey={idempotencyKey} warnUnsaved>
        <SelectField
          form={form}
          name="who"
          label={t.who}
          options={[
            { group: t.posts, options: choices('post') },
            { group: t.bodies, options: choices('body') },
          ]}
        />
        <TextArea form={form} name="task" label={t.task} hint={t.taskHint} rows={3} maxlength={1000} />
        <DateField form={form} name="dueOn" label={t.dueOn} />
        <Button>{t.followUpButton}</Button>
      </Form>
    </section>
  )
}
