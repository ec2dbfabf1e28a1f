import * as z from 'zod'
import { personOf, todayOf, type Context } from '#platform/context.ts'
import { recordAct } from './events.ts'
import { hashWords } from './hash-words.ts'
import { actText, wordsOrNone } from './inputs.ts'
import { matchReaders } from './match-readers.ts'
import { insertVersion, listVersions } from './queries/versions.ts'
import { decidedAt, restrictMaterials } from './restrict-materials.ts'
import { longestUntil } from './rules.ts'
import { fullVersion } from './seen-act.ts'
import { workOn } from './work-on.ts'

export const changeTextInput = z.object({
  /** A clerical error mended; a version without names for everybody; or the text that was not there when it was voted. */
  what: z.enum(['editorial', 'public', 'entered'], 'invalid'),
  text: actText,
  because: wordsOrNone(1000),
  basis: wordsOrNone(300),
})
export type ChangeTextOutcome =
  | { ok: true }
  | { ok: false; refusal: 'becauseMissing' | 'basisMissing' | 'sameText' | 'hasText' | 'noText' | 'annulledAlready' }

/**
 * One more version; those before stay. What an act decides nobody changes at a desk: an editorial version says what
 * was mended and why, and the difference is shown to everybody who may read the text.
 */
export async function changeText(
  context: Context,
  slug: string,
  { what, text, because, basis }: z.output<typeof changeTextInput>,
): Promise<ChangeTextOutcome> {
  return workOn(context, slug, async (ctx, act): Promise<ChangeTextOutcome> => {
    const versions = await listVersions(ctx.db, act.id)
    const full = fullVersion(versions)
    if (act.annulledOn !== null && what === 'editorial') return { ok: false, refusal: 'annulledAlready' }
    if (what === 'entered' && full !== undefined) return { ok: false, refusal: 'hasText' }
    if (what !== 'entered' && full === undefined) return { ok: false, refusal: 'noText' }
    if (what !== 'entered' && because.length < 3) return { ok: false, refusal: 'becauseMissing' }
    if (what === 'public' && basis.length < 3) return { ok: false, refusal: 'basisMissing' }
    const before = versions.find(({ kind }) => (kind === 'public') === (what === 'public'))
    if (before?.words === text || (what === 'public' && full?.words === text)) return { ok: false, refusal: 'sameText' }
    const version = (versions[0]?.version ?? 0) + 1
    const hash = hashWords(text)
    await insertVersion(ctx.db, act.id, {
      version,
      kind: what,
      words: text,
      hash,
      because: what === 'entered' ? '' : because,
      basis: what === 'public' ? basis : '',
      at: ctx.now,
      byPerson: personOf(ctx.actor),
    })
    if (what === 'public') {
      await matchReaders(ctx, act.id)
      // The draft holds what was left out here, and nobody writes it anew.
      const from = todayOf(ctx)
      const until = longestUntil(from, true)
      await restrictMaterials(ctx, decidedAt(act), { source: `public:${act.id}`, basis, from, until })
    }
    await recordAct(ctx, 'acts.text-changed', act, { version, what, hash })
    return { ok: true }
  })
}
