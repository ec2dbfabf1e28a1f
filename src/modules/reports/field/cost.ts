import * as z from 'zod'

const mostCents = 1_000_000_000

/** „1 234,50“ as cents; null for nothing written, undefined for what is no sum of euros. */
export function readCents(text: string): number | null | undefined {
  const plain = text
    .trim()
    .replaceAll(/[\s\u00A0\u202F]/gu, '')
    .replace(/(?:€|eur)$/iu, '')
  if (plain === '') return null
  const found = /^(\d{1,8})(?:[.,](\d{1,2}))?$/.exec(plain)
  if (found === null) return undefined
  const cents = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return cents <= mostCents ? cents : undefined
}

export const cost = z
  .string()
  .max(40, 'costWrong')
  .default('')
  .transform((text, check) => {
    const cents = readCents(text)
    if (cents !== undefined) return cents
    check.addIssue({ code: 'custom', message: 'costWrong' })
    return z.NEVER
  })
