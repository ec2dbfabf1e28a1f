import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { emptyForm } from '#platform/forms.ts'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { FileField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { LocalTextField } from '#ui/local-text-field.tsx'

const refused = { values: { where: 'Mõisa tee' }, errors: { where: 'Lisa maja number.' } }

test('what is wrong is said beside the field and read out with it', () => {
  const html = render(<TextField form={refused} name="where" label="Kus see on?" hint="Küla ja maja number." />)
  expect(html).toContain('aria-describedby="field-where-hint field-where-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toMatch(/id="field-where-error".*Lisa maja number\./su)
  expect(html).toContain('value="Mõisa tee"')
  expect(html).toContain('<label for="field-where">')
})

test('a field with nothing wrong says nothing of errors', () => {
  const html = render(<TextField form={emptyForm} name="where" label="Kus see on?" />)
  expect(html).not.toContain('aria-invalid')
  expect(html).not.toContain('aria-describedby')
})

test('the summary leads me to the field', () => {
  const html = render(<ErrorSummary form={refused} />)
  expect(html).toContain('role="alert"')
  expect(html).toContain('<a href="#field-where">Lisa maja number.</a>')
})

test('a form with nothing wrong has no summary', () => {
  expect(render(<ErrorSummary form={emptyForm} />)).toBe('')
})

test('the summary leads to the first of several choices', () => {
  const form = { values: { answer: 'email' }, errors: { answer: 'Vali üks.' } }
  const options = [
    { value: 'phone', label: 'Telefoni teel' },
    { value: 'email', label: 'E-postiga' },
  ]
  const html = render(<RadioGroup form={form} name="answer" label="Kuidas vastata?" options={options} />)
  expect(html).toMatch(/id="field-answer"[^>]*value="phone"/u)
  expect(html).toMatch(/value="email"[^>]*checked/u)
  expect(html).toContain('<fieldset class="fieldset choices field has-error" aria-describedby="field-answer-error">')
})

test('several choices stay ticked after a refusal', () => {
  const form = { values: { topic: 'tee,valgus' }, errors: {} }
  const options = ['tee', 'prygi', 'valgus'].map((value) => ({ value, label: value }))
  const html = render(<CheckboxGroup form={form} name="topic" label="Teema" options={options} />)
  expect(html.match(/checked/gu)).toHaveLength(2)
})

test('a form that creates something carries its idempotency key', () => {
  const html = render(
    <Form action="/teated" idempotencyKey="k-1">
      <p>…</p>
    </Form>,
  )
  expect(html).toContain('<input type="hidden" name="idempotencyKey" value="k-1"')
  expect(html).toContain('method="post"')
})

test('the file field names the files it accepts', () => {
  const html = render(<FileField form={emptyForm} name="photo" label="Foto" accept=".jpg,.png" />)
  expect(html).toContain('aria-describedby="field-photo-hint"')
  expect(html).toContain('Lubatud failid: .jpg,.png')
})

test('translations open by themselves when there is something in them', () => {
  const form = { values: { 'title.et': 'Tee', 'title.ru': 'Дорога' }, errors: {} }
  expect(render(<LocalTextField form={form} name="title" label="Pealkiri" />)).toMatch(/<details[^>]* open/u)
  expect(render(<LocalTextField form={emptyForm} name="title" label="Pealkiri" />)).not.toMatch(/<details[^>]* open/u)
})
