import type { Definition, Option } from './definition.ts'

const wordless = { et: '' }

/** What the browser needs to judge which questions are shown: no words; a stop is told by its option's code. */
export function forBrowser({ fields }: Definition): Definition {
  return {
    fields: fields.map(({ hint: _hint, ...field }) => {
      const bare = { ...field, label: wordless }
      return 'options' in bare ? { ...bare, options: bare.options.map(bareOption) } : bare
    }),
  }
}

function bareOption({ code, stop }: Option): Option {
  return { code, label: wordless, ...(stop === undefined ? {} : { stop: { et: code } }) }
}
