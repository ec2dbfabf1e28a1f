import type { Draft, DraftFile } from './draft.ts'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
/** Made anew whenever a report is sent, or told by the page on which it is opened. */
const ownOfPage = new Set(['idempotencyKey', 'account', 'sentAt', 'channel', 'step', 'k-version'])

type Filled = Pick<Draft, 'fields' | 'files' | 'subject'>

/** Everything typed and chosen in a form. */
export async function readFilled(form: HTMLFormElement): Promise<Filled> {
  const fields: [string, string][] = []
  const files: DraftFile[] = []
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') fields.push([name, value])
    else if (value.size > 0)
      files.push({ field: name, name: value.name, type: value.type, bytes: await value.arrayBuffer() })
  }
  const category = form.querySelector<HTMLSelectElement>('select[name=category]')
  const subject = category?.value ? (category.selectedOptions[0]?.text ?? '') : ''
  return { fields, files, subject }
}

/** Puts back what was typed and chosen; photos are given to whoever takes care of them. */
export function fillForm(form: HTMLFormElement, { fields, files }: Filled, takePhotos: (photos: File[]) => void): void {
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value])
  for (const field of form.elements) {
    if (!isField(field) || field.name === '' || field.type === 'file' || ownOfPage.has(field.name)) continue
    const given = values.get(field.name) ?? []
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
      field.checked = given.includes(field.value)
    } else field.value = given[0] ?? ''
  }
  const asFile = ({ bytes, name, type }: DraftFile) => new File([bytes], name, { type })
  takePhotos(files.filter(({ field }) => isPhoto(field)).map(asFile))
  for (const file of files.filter(({ field }) => !isPhoto(field))) {
    const field = form.elements.namedItem(file.field)
    if (!(field instanceof HTMLInputElement) || field.type !== 'file') continue
    const transfer = new DataTransfer()
    transfer.items.add(asFile(file))
    field.files = transfer.files
  }
  form.dispatchEvent(new Event('input'))
  // The map goes where the point is, and forgets how it was found.
  const [placedBy, accuracy] = [values.get('placedBy')?.[0] ?? '', values.get('accuracy')?.[0] ?? '']
  form.querySelector('[name=point]')?.dispatchEvent(new Event('input', { bubbles: true }))
  setValue(form, 'placedBy', placedBy)
  setValue(form, 'accuracy', accuracy)
}

export function setValue(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field !== null && 'value' in field) field.value = value
}

const isPhoto = (name: string) => /^photo\d$/.test(name)

function isField(element: Element): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}
