import type { FormState } from '#platform/forms.ts'
import type { reading } from '#modules/files/index.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { pictureMessages } from '../../messages/pictures.ts'
import { reportDeskPaths } from '../../paths.ts'

type PicturesProps = {
  number: number
  files: readonly reading.AttachedFile[]
  originals: readonly { id: string; name: string }[]
  form: FormState
}

/** Covering parts of pictures, and opening them as they were. */
export function Pictures({ number, files, originals, form }: PicturesProps) {
  const t = pictureMessages[useReader().language]
  const pictures = files.filter(
    ({ state, removedAt, width }) => state === 'checked' && removedAt === null && width !== null,
  )
  return (
    <>
      {pictures.length === 0 ? null : (
        <Disclosure label={t.pictures}>
          <ul>
            {pictures.map(({ id, name }, at) => (
              <li key={id}>
                <Link href={reportDeskPaths.picture(number, id)}>
                  {t.picture(at + 1)}: {name}
                </Link>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {originals.length === 0 ? null : (
        <Disclosure label={t.originals} open={'whyOpen' in form.values}>
          {originals.map(({ id, name }) => (
            <Form key={id} action={reportDeskPaths.original(number, id)}>
              <p>{name}</p>
              <TextField form={form} name="whyOpen" label={t.reason} maxlength={300} />
              <Button variant="secondary">{t.open}</Button>
            </Form>
          ))}
        </Disclosure>
      )}
    </>
  )
}
