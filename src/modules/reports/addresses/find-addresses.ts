import * as z from 'zod'
import { askOutside, FetchRefused } from '#platform/safe-fetch.ts'
import { settlementAt, type Settlement } from '#modules/places/index.ts'
import type { Point } from '../map-point.ts'

export type FoundAddress = { text: string } & Point

const limits = { bytes: 500_000, seconds: 6 }
const asked = 20
const mostFound = 6

/** What In-ADS tells of an address: its text, and its point in degrees (`viitepunkt_b` is the latitude). */
const answer = z.object({
  addresses: z
    .array(
      z
        .object({
          ipikkaadress: z.string().optional(),
          pikkaadress: z.string().optional(),
          viitepunkt_b: z.coerce.number(),
          viitepunkt_l: z.coerce.number(),
        })
        .nullable()
        .catch(null),
    )
    .default([]),
})

/** Addresses in the municipality that fit what was typed. Null when the gazetteer does not answer as it should. */
export async function findAddresses(
  typed: string,
  settlements: readonly Settlement[],
  { gazetteer, known }: { gazetteer: string; known: readonly string[] },
): Promise<FoundAddress[] | null> {
  const query = new URLSearchParams({ address: typed, results: String(asked) }).toString()
  try {
    const { status, text } = await askOutside(`${gazetteer}?${query}`, { accept: 'application/json' }, limits, known)
    if (status !== 200) return null
    const read = answer.safeParse(JSON.parse(text))
    if (!read.success) return null
    return read.data.addresses
      .flatMap((one) => {
        const name = one?.ipikkaadress ?? one?.pikkaadress
        if (one === null || name === undefined) return []
        const point = { latitude: one.viitepunkt_b, longitude: one.viitepunkt_l }
        return settlementAt(settlements, point, 0) === undefined ? [] : [{ text: name, ...point }]
      })
      .slice(0, mostFound)
  } catch (error) {
    if (error instanceof FetchRefused || error instanceof SyntaxError) return null
    throw error
  }
}
