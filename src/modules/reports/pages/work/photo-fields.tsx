import { reading } from '#modules/files/index.ts'
import type { FormState } from '#platform/forms.ts'
import { FileField } from '#ui/fields.tsx'

export const workPhotoFields = ['photo1', 'photo2', 'photo3'] as const

type WorkPhotosProps = {
  form: FormState
  label: (number: number) => string
  /** Offers the camera of the phone first. */
  fromCamera?: boolean
}

/** The pictures that somebody who works on reports sends along. */
export function WorkPhotos({ form, label, fromCamera = false }: WorkPhotosProps) {
  return (
    <>
      {workPhotoFields.map((name, at) => (
        <FileField
          key={name}
          form={form}
          name={name}
          label={label(at + 1)}
          hint=""
          accept={reading.pictureTypes}
          {...(fromCamera ? { capture: 'environment' } : {})}
          optional
        />
      ))}
    </>
  )
}
