import { emptyForm } from '#platform/forms.ts'
import { Button, SubmitButton } from '#ui/button.tsx'
import { CheckboxField, CheckboxGroup, FieldSet, RadioGroup } from '#ui/choices.tsx'
import { DateField, FileField, SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'

const villages = [
  { value: '4496', label: 'Loo alevik' },
  { value: '3472', label: 'Kostivere alevik' },
  { value: '5424', label: 'Neeme küla' },
]

const answerWays = [
  { value: 'email', label: 'E-postiga', hint: 'Vastus tuleb aadressile mari.tamm@näide.ee.' },
  { value: 'phone', label: 'Telefoni teel' },
  { value: 'letter', label: 'Kirjaga' },
]

const topics = [
  { value: 'tee', label: 'Tee või tänav' },
  { value: 'valgus', label: 'Tänavavalgustus' },
  { value: 'prygi', label: 'Prügi ja jäätmed' },
]

const refused = {
  values: { what: 'Tee on auklik', amount: '12,5', topic: 'tee,valgus', 'name.et': '', 'name.en': 'Cycle path' },
  errors: {
    'bad-where': 'Kirjuta, kus see koht on.',
    'bad-village': 'Vali küla või alevik.',
    'bad-answer': 'Vali, kuidas sulle vastata.',
    'bad-day': 'Kuupäev ei saa olla tulevikus.',
    'bad-consent': 'Kinnita, et andmed on õiged.',
  },
}

export function FormSamples() {
  return (
    <section id="vormid" class="stack">
      <h2>Vormid</h2>
      <div class="grid grid-2">
        <EmptyFormSample />
        <RefusedFormSample />
      </div>
    </section>
  )
}

function EmptyFormSample() {
  const form = { ...emptyForm, values: { topic: 'tee', answer: 'email' } }
  return (
    <Form action="/dev/ui" idempotencyKey="naidis-1">
      <FieldSet legend="Mis on katki?">
        <TextField
          form={form}
          name="where"
          label="Kus see on?"
          hint="Näiteks „Kostivere, Mõisa tee 3 juures“."
          autocomplete="street-address"
        />
        <TextArea form={form} name="what" label="Kirjelda oma sõnadega" rows={4} maxlength={2000} />
        <SelectField form={form} name="village" label="Küla või alevik" options={villages} />
        <CheckboxGroup form={form} name="topic" label="Mille kohta teade on?" options={topics} />
      </FieldSet>
      <DateField form={form} name="seen" label="Millal sa seda nägid?" optional />
      <FileField form={form} name="photo" label="Foto" accept="JPG, PNG" optional />
      <TextField form={form} name="amount" label="Taotletav summa" inputmode="decimal" suffix="€" short />
      <RadioGroup form={form} name="answer" label="Kuidas sulle vastata?" options={answerWays} />
      <LocalTextField form={form} name="title" label="Pealkiri" hint="Kuni 80 tähemärki." />
      <CheckboxField form={form} name="consent" label="Kinnitan, et andmed on õiged." />
      <SubmitButton>Saada teade</SubmitButton>
    </Form>
  )
}

function RefusedFormSample() {
  return (
    <div class="stack">
      <ErrorSummary form={refused} refusal="Teadet ei saadetud." />
      <Form action="/dev/ui">
        <TextField form={refused} name="bad-where" label="Kus see on?" hint="Küla ja maja number." />
        <SelectField form={refused} name="bad-village" label="Küla või alevik" options={villages} />
        <RadioGroup form={refused} name="bad-answer" label="Kuidas sulle vastata?" options={answerWays} />
        <DateField form={refused} name="bad-day" label="Millal sa seda nägid?" />
        <LocalTextField form={refused} name="name" label="Nimetus" multiline rows={2} />
        <CheckboxField
          form={refused}
          name="bad-consent"
          label="Kinnitan, et andmed on õiged."
          hint="Valeandmete esitamine on karistatav."
        />
        <div class="row">
          <SubmitButton>Salvesta</SubmitButton>
          <Button variant="danger">Kustuta mustand</Button>
        </div>
      </Form>
    </div>
  )
}
