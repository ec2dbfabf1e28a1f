import { hasRole } from '#platform/context.ts'
import type { Definition, Field, Option } from './definition.ts'
import { forms } from './index.ts'

export const enclosure = (name: string): string => `zoo.enclosure:${name}`

/** A zoo whose enclosures have forms, which its officials may edit; once in a test file. */
export function registerZoo(): void {
  forms.registerOwner({
    prefix: 'zoo.enclosure',
    name: { et: 'Aedikud', en: 'Enclosures', ru: 'Вольеры' },
    mayEdit: (actor) => hasRole(actor, 'official'),
    titlesOf: async (_db, owners) => new Map(owners.map((owner) => [owner, { et: `Aedik ${owner.split(':')[1]}` }])),
    backPath: (owner) => `/too/aedikud/${owner.split(':')[1]}`,
  })
}

const asked = { required: false, isPublic: true } as const

/** A question of each kind by its code, as plain as can be. */
export const aField = {
  text: (code: string, changes: Partial<Field & { type: 'text' }> = {}): Field & { type: 'text' } => ({
    ...asked,
    code,
    label: { et: `Küsimus ${code}` },
    type: 'text',
    kind: 'plain',
    maxLength: 200,
    ...changes,
  }),
  number: (code: string, changes: Partial<Field & { type: 'number' }> = {}): Field & { type: 'number' } => ({
    ...asked,
    code,
    label: { et: `Küsimus ${code}` },
    type: 'number',
    decimals: 0,
    ...changes,
  }),
  choice: (code: string, options: readonly (string | Option)[], changes: Partial<Field & { type: 'choice' }> = {}) =>
    ({
      ...asked,
      code,
      label: { et: `Küsimus ${code}` },
      type: 'choice',
      options: options.map((option) => (typeof option === 'string' ? { code: option, label: { et: option } } : option)),
      ...changes,
    }) satisfies Field,
}

/** A form of a streetlight: one question, a number, and one that depends on the first. */
export function aForm(...more: readonly Field[]): Definition {
  return {
    fields: [
      aField.choice(
        'katki',
        ['lamp', 'post', { code: 'traat', label: { et: 'Traat' }, stop: { et: 'Helista 112.' } }],
        {
          label: { et: 'Mis on katki?', en: 'What is broken?', ru: 'Что сломалось?' },
          required: true,
        },
      ),
      aField.number('kui-mitu', { label: { et: 'Mitu neist ei põle?' }, shownIf: { field: 'katki', is: ['lamp'] } }),
      ...more,
    ],
  }
}
