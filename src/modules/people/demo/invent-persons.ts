import type { LocalDate } from '#platform/format.ts'
import { makePersonalCode } from '#platform/identity/personal-code.ts'
import names from './names.json' with { type: 'json' }
import type { Random } from '#platform/synthetic.ts'

type InventedCode = { code: string; birthDate: LocalDate }
export type InventedPerson = InventedCode & { id: string; givenName: string; familyName: string }

/** A day on which someone was born who has lived `age` whole years by `today`. */
function birthDateFor(age: number, today: LocalDate, random: Random): LocalDate {
  const reference = new Date(`${today}T00:00Z`)
  reference.setUTCFullYear(reference.getUTCFullYear() - age)
  reference.setUTCDate(reference.getUTCDate() - random.below(364))
  return reference.toISOString().slice(0, 10)
}

/** Never gives the same code twice. */
function makeCodeMaker(random: Random): (birthDate: LocalDate, sex: 'female' | 'male') => string {
  const given = new Set<string>()
  return (birthDate, sex) => {
    for (;;) {
      const code = makePersonalCode(birthDate, sex, random.below(1000))
      if (given.has(code)) continue
      given.add(code)
      return code
    }
  }
}

export type Inventor = {
  person(ages: { from: number; to: number }): InventedPerson
  code(age: number): InventedCode
}

export function makeInventor(random: Random, today: LocalDate): Inventor {
  const codeFor = makeCodeMaker(random)
  const used = new Set<string>()
  const code = (age: number, sex: 'female' | 'male') => {
    const birthDate = birthDateFor(age, today, random)
    return { birthDate, code: codeFor(birthDate, sex) }
  }
  const person: Inventor['person'] = ({ from, to }) => {
    const sex = random.pick(['female', 'male'] as const)
    const list = random.below(8) === 0 ? names.russian : names.estonian
    for (;;) {
      const givenName = random.pick(sex === 'female' ? list.women : list.men)
      const written = random.pick(list.families)
      const familyName =
        sex === 'female' && /(ov|ev|in)$/.test(written) && list === names.russian ? `${written}a` : written
      if (used.has(`${givenName} ${familyName}`)) continue
      used.add(`${givenName} ${familyName}`)
      const age = from + random.below(to - from + 1)
      return { id: crypto.randomUUID(), givenName, familyName, ...code(age, sex) }
    }
  }
  return { person, code: (age) => code(age, random.pick(['female', 'male'] as const)) }
}
