import * as z from 'zod'
import { periods } from '../calendar.ts'
import type { Duty } from '../duty.ts'
import { changeDutyInput } from '../edit-version.ts'

const count = z.coerce.number('numberWrong').int('numberWrong').min(1, 'numberWrong').max(100_000, 'numberWrong')
const day = z.iso.date('dayMissing')

/** What each kind of rule asks of the form; fields of the other kinds are left aside. */
const fieldsOf = {
  'per-period': z.object({ period: z.enum(periods, 'periodMissing'), atLeast: count.max(1000, 'numberWrong') }),
  each: z.object({}),
  fresh: z.object({ days: count.max(3660, 'numberWrong') }),
  standing: z.object({ atLeast: count }),
  once: z.object({ by: day }),
} as const satisfies Record<Duty['kind'], z.ZodType>

const kinds = ['per-period', 'each', 'fresh', 'standing', 'once'] as const satisfies readonly Duty['kind'][]

/** Plain fields of a rule, turned into what the use case takes. */
export function dutyForm(knownKeys: readonly string[]) {
  return z
    .looseObject({
      kind: z.enum(kinds, 'kindMissing'),
      keys: z
        .string()
        .default('')
        .refine((keys) => keys.split(',').every((key) => key === '' || knownKeys.includes(key)), 'keysUnknown'),
      measuredFrom: day,
    })
    .transform(({ kind, keys, measuredFrom, ...rest }, ctx) => {
      const fields = fieldsOf[kind].safeParse(rest)
      if (!fields.success) {
        for (const { path, message } of fields.error.issues) ctx.addIssue({ code: 'custom', message, path: [...path] })
        return z.NEVER
      }
      const duty = JSON.stringify({ kind, ...fields.data })
      const input = changeDutyInput.safeParse({ keys, duty, measuredFrom })
      if (input.success) return input.data
      ctx.addIssue({ code: 'custom', message: 'dutyWrong', path: ['kind'] })
      return z.NEVER
    })
}
