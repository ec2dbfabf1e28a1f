import { PersonLink } from '#ui/person-link.tsx'
import { peoplePaths } from '../paths.ts'
import { initialsOf } from '../rules.ts'

type PersonNameProps = {
  person: { givenName: string; familyName: string; slug: string | null }
  note?: string | undefined
}

export const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** A person's name, leading to their page where they have one. */
export function PersonName({ person, note }: PersonNameProps) {
  return (
    <PersonLink
      name={fullName(person)}
      initials={initialsOf(person.givenName, person.familyName)}
      href={person.slug === null ? undefined : peoplePaths.person(person.slug)}
      {...(note === undefined ? {} : { note })}
    />
  )
}
