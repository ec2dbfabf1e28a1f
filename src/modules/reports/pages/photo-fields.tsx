import '../map-elements.ts'
import { reading } from '#modules/files/index.ts'
import type { FormState } from '#platform/forms.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { FileField } from '#ui/fields.tsx'
import { useReader } from '#ui/reader.ts'
import { sendMessages } from '../messages/send.ts'

export const mostPhotos = 5
export const photoFields = Array.from({ length: mostPhotos }, (_, at) => `photo${at + 1}`)

/** A field for each picture, the further ones folded; the browser makes one field of them all. */
export function PhotoFields({ form }: { form: FormState }) {
  const t = sendMessages[useReader().language]
  const field = (name: string, at: number) => (
    <FileField
      key={name}
      form={form}
      name={name}
      label={t.photo(at + 1)}
      hint={form.values[`${name}Name`] === undefined ? '' : t.photoAgain(form.values[`${name}Name`]!)}
      accept={reading.pictureTypes}
      optional
    />
  )
  const [first = '', ...further] = photoFields
  const isUsed = further.some((name) => form.errors[name] !== undefined || form.values[`${name}Name`] !== undefined)
  return (
    <photo-care>
      <div class="stack" data-fields="">
        {field(first, 0)}
        <Disclosure label={t.morePhotos} open={isUsed}>
          <div class="stack">{further.map((name, at) => field(name, at + 1))}</div>
        </Disclosure>
      </div>
    </photo-care>
  )
}
