import type { FormState } from '#platform/forms.ts'
import { reading } from '#modules/files/index.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, RadioGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { DateField, FileField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink, Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { givenMessages } from '../../given/messages.ts'
import { deskMessages } from '../../messages/desk.ts'
import { nameMessages } from '../../messages/names.ts'
import { actDeskPaths as paths, actPaths } from '../../paths.ts'
import { annulments, relationKinds } from '../../rules.ts'
import { nameOfAct, type SeenAct } from '../../seen-act.ts'
import { ActStateTag, actTitle } from '../act-parts.tsx'
import { DeskFrame } from './desk-frame.tsx'

export type ActDeskProps = {
  frame: PageFrame
  act: SeenAct
  /** The newest text with everything in it; null where there is none. */
  text: string | null
  /** Which form was sent and refused; the others are as they stand. */
  sent: string | null
  form: FormState
  refusal: string | undefined
}
type Part = { act: SeenAct; form: FormState; isOpen: boolean }

/** What those who keep acts can do with one, each step a form of its own. */
export function ActDeskPage({ frame, act, text, sent, form, refusal }: ActDeskProps) {
  const { language } = frame
  const t = deskMessages[language]
  const part = (step: string, values: Record<string, string> = {}): Part => ({
    act,
    form: sent === step ? form : { values, errors: {} },
    isOpen: sent === step,
  })
  return (
    <DeskFrame {...{ frame, form, refusal }} title={nameOfAct(act, language)}>
      <p class="lead" lang="et">
        {actTitle(act, language)}
      </p>
      <p class="row">
        <ActStateTag act={act} />
        <Link href={actPaths.act(act.slug)}>{t.public}</Link>
        <Link href={paths.followUp(act.slug)}>{t.followUps}</Link>
        <Link href={paths.given(act.slug)}>{givenMessages[language].link}</Link>
      </p>
      <SignPart {...part('sign')} hasText={text !== null} />
      <DayPart
        {...part('day', {
          gazetteOn: act.gazetteOn ?? '',
          gazetteReference: act.gazetteReference,
          statedOn: act.statedOn ?? '',
        })}
        hasText={text !== null}
      />
      <TextPart {...part('text', { what: text === null ? 'entered' : 'editorial', text: text ?? '' })} />
      <AccessPart restrict={part('restrict', { covers: 'text' })} lift={part('lift')} act={act} />
      {act.adoptedAt === null ? (
        <CorrectPart {...part('correct', { correctTitle: act.title ?? '', correctNumber: String(act.number) })} />
      ) : null}
      <RelatePart {...part('relate', { kind: 'amends', relateOn: act.inForceOn ?? act.adoptedOn })} />
      {act.annulled === null ? <AnnulPart {...part('annul', { how: 'court' })} /> : null}
    </DeskFrame>
  )
}

function SignPart({ act, form, isOpen, hasText }: Part & { hasText: boolean }) {
  const t = deskMessages[useReader().language]
  return (
    <Disclosure label={t.sign} open={isOpen || (act.signedAt === null && act.adoptedAt !== null)}>
      <p>{t.signHint}</p>
      {hasText ? (
        <p>
          <DownloadLink href={paths.words(act.slug)} label={t.downloadText} />
        </p>
      ) : null}
      <Form action={paths.sign(act.slug)} enctype="multipart/form-data">
        <FileField form={form} name="file" label={t.file} accept={signedTypes} />
        <Button>{t.signButton}</Button>
      </Form>
    </Disclosure>
  )
}
const signedTypes = reading.uploadLimits.accept
  .split(',')
  .filter((type) => ['.asice', '.sce', '.bdoc'].includes(type))
  .join(',')

function DayPart({ act, form, isOpen, hasText }: Part & { hasText: boolean }) {
  const t = deskMessages[useReader().language]
  return (
    <Disclosure label={t.day} open={isOpen}>
      {act.kind === 'regulation' && hasText ? (
        <div class="stack-tight">
          <h2>{t.handOver}</h2>
          <p class="quiet">{t.handOverHint}</p>
          <p class="row">
            <DownloadLink href={paths.gazetteXml(act.slug)} label={t.xml} />
            <DownloadLink href={paths.gazetteHtml(act.slug)} label={t.html} />
          </p>
        </div>
      ) : null}
      <Form action={paths.day(act.slug)}>
        <DateField form={form} name="gazetteOn" label={t.gazetteOn} optional />
        <TextField
          form={form}
          name="gazetteReference"
          label={t.gazetteReference}
          hint={t.gazetteReferenceHint}
          maxlength={100}
          optional
        />
        <DateField form={form} name="statedOn" label={t.statedOn} hint={t.statedOnHint} optional />
        <Button>{t.save}</Button>
      </Form>
    </Disclosure>
  )
}

function TextPart({ act, form, isOpen }: Part) {
  const t = deskMessages[useReader().language]
  const options = [
    { value: 'editorial', label: t.editorial, hint: t.editorialHint },
    { value: 'public', label: t.publicText, hint: t.publicTextHint },
    { value: 'entered', label: t.entered },
  ]
  return (
    <Disclosure label={t.changeText} open={isOpen}>
      <Form action={paths.text(act.slug)} warnUnsaved>
        <RadioGroup form={form} name="what" label={t.what} options={options} />
        <TextArea form={form} name="text" label={t.text} rows={14} />
        <TextArea form={form} name="because" label={t.because} rows={3} maxlength={1000} optional />
        <TextField form={form} name="basis" label={t.basis} maxlength={300} optional />
        <Button>{t.save}</Button>
      </Form>
    </Disclosure>
  )
}

function AccessPart({ act, restrict, lift }: { act: SeenAct; restrict: Part; lift: Part }) {
  const t = deskMessages[useReader().language]
  const { closed } = act
  const isRestricted = closed !== null && closed.why !== 'item'
  return (
    <Disclosure label={t.restrict} open={restrict.isOpen || lift.isOpen}>
      {closed?.why !== 'item' ? null : (
        <Form action={paths.open(act.slug)}>
          <p>{t.openHint}</p>
          <Button variant="secondary">{t.open}</Button>
        </Form>
      )}
      {isRestricted ? (
        <Form action={paths.lift(act.slug)}>
          <TextField form={lift.form} name="liftBecause" label={t.liftBecause} maxlength={500} />
          <Button variant="secondary">{t.lift}</Button>
        </Form>
      ) : (
        <Form action={paths.restrict(act.slug)}>
          <p>{t.restrictHint}</p>
          <RadioGroup
            form={restrict.form}
            name="covers"
            label={t.covers}
            options={[
              { value: 'text', label: t.coversText },
              { value: 'whole', label: t.coversWhole },
            ]}
          />
          <TextField
            form={restrict.form}
            name="ground"
            label={t.restrictBasis}
            hint={t.restrictBasisHint}
            maxlength={300}
          />
          <DateField form={restrict.form} name="until" label={t.until} />
          <CheckboxField form={restrict.form} name="isPersonal" label={t.isPersonal} />
          <Button variant="secondary">{t.restrictButton}</Button>
        </Form>
      )}
    </Disclosure>
  )
}

function CorrectPart({ act, form, isOpen }: Part) {
  const t = deskMessages[useReader().language]
  return (
    <Disclosure label={t.correct} open={isOpen}>
      <p>{t.correctHint}</p>
      <Form action={paths.correct(act.slug)}>
        <TextField form={form} name="correctTitle" label={t.actTitle} maxlength={500} />
        <TextField form={form} name="correctNumber" label={t.number} inputmode="numeric" maxlength={5} short />
        <TextField form={form} name="correctBecause" label={t.correctBecause} maxlength={1000} />
        <Button>{t.correctButton}</Button>
      </Form>
    </Disclosure>
  )
}

function RelatePart({ act, form, isOpen }: Part) {
  const t = deskMessages[useReader().language]
  return (
    <Disclosure label={t.relate} open={isOpen}>
      <Form action={paths.relate(act.slug)}>
        <SelectField
          form={form}
          name="kind"
          label={t.relateKind}
          options={relationKinds.map((kind) => ({ value: kind, label: t[kind] }))}
        />
        <TextField form={form} name="other" label={t.other} hint={t.otherHint} maxlength={300} />
        <DateField form={form} name="relateOn" label={t.relateOn} />
        <Button>{t.relateButton}</Button>
      </Form>
    </Disclosure>
  )
}

function AnnulPart({ act, form, isOpen }: Part) {
  const { language } = useReader()
  const t = deskMessages[language]
  const hows = annulments.filter((how) => how !== 'vote')
  return (
    <Disclosure label={t.annul} open={isOpen}>
      <p>{t.annulHint}</p>
      <Form action={paths.annul(act.slug)}>
        <SelectField
          form={form}
          name="how"
          label={t.how}
          options={hows.map((how) => ({ value: how, label: nameMessages[language].annulled[how] }))}
        />
        <DateField form={form} name="annulOn" label={t.annulOn} />
        <TextArea form={form} name="annulBecause" label={t.annulBecause} rows={3} maxlength={1000} />
        <Button variant="secondary">{t.annulButton}</Button>
      </Form>
    </Disclosure>
  )
}
