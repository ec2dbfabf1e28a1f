import * as z from 'zod'
import { authorize, inRefusableTransaction, personOf, todayOf, type Context } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { refusing } from '#platform/refusing.ts'
import { registry } from '#modules/people/index.ts'
import { recordAct } from './events.ts'
import { hashWords } from './hash-words.ts'
import { actNumber, actText, day, dayOrNone, words, wordsOrNone } from './inputs.ts'
import { findAct } from './queries/acts.ts'
import { insertAct, keepLastNumber, lockSeries } from './queries/change-acts.ts'
import { findRules } from './queries/rules.ts'
import { insertVersion } from './queries/versions.ts'
import { actKinds, holeBefore, inForceOn, keepsActs, kindsOf, periodOf, slugOf } from './rules.ts'

export const enterActInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  body: z.uuid('bodyMissing'),
  kind: z.enum(actKinds, 'invalid'),
  number: actNumber,
  adoptedOn: day,
  title: words(500),
  text: actText,
  statedOn: dayOrNone,
  gazetteOn: dayOrNone,
  gazetteReference: wordsOrNone(100),
  /** The numbers that are left out are known to be missing. */
  mayLeaveHole: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})

export type EnterActOutcome =
  | { ok: true; slug: string }
  | {
      ok: false
      refusal: 'bodyUnknown' | 'kindNotOfBody' | 'inFuture' | 'numberTaken' | 'hole' | 'referenceWithoutDay'
      from?: number
      until?: number
    }

const constraints = { acts_acts_number_once: 'numberTaken', acts_acts_slug_key: 'numberTaken' } as const

/** An act that no meeting here has made: of the government, or from before. */
export async function enterAct(context: Context, input: z.output<typeof enterActInput>): Promise<EnterActOutcome> {
  authorize(keepsActs(context.actor))
  return inRefusableTransaction(context, (ctx) =>
    once<EnterActOutcome>(ctx, input.idempotencyKey, 'acts.enter', async () => {
      const { kind, number, adoptedOn, title, text, statedOn, gazetteOn, gazetteReference } = input
      const body = (await registry.listBodyChoices(ctx.db)).find(({ id }) => id === input.body)
      if (body === undefined) return { ok: false, refusal: 'bodyUnknown' }
      if (!kindsOf(body.kind).includes(kind)) return { ok: false, refusal: 'kindNotOfBody' }
      if (adoptedOn > todayOf(ctx)) return { ok: false, refusal: 'inFuture' }
      if (gazetteReference !== '' && gazetteOn === null) return { ok: false, refusal: 'referenceWithoutDay' }
      const rules = await findRules(ctx.db, adoptedOn)
      const series = { bodyId: body.id, kind, period: periodOf(adoptedOn, rules) }
      const last = await lockSeries(ctx.db, series)
      const hole = holeBefore(last, number)
      if (hole !== null && !input.mayLeaveHole) return { ok: false, refusal: 'hole', ...hole }
      // What was entered here late was known to everybody when it was adopted, unless it says otherwise.
      const when = { kind, notifiedOn: adoptedOn, gazetteOn, statedOn }
      const id = await refusing(constraints, () =>
        insertAct(ctx.db, {
          ...series,
          slug: slugOf({ body: body.slug, number, ...series }),
          number,
          title,
          adoptedOn,
          publishedAt: ctx.now,
          decided: null,
          statedOn,
          gazetteOn,
          gazetteReference,
          inForceOn: inForceOn(when, rules),
        }),
      )
      if (number > last) await keepLastNumber(ctx.db, series, number)
      const hash = hashWords(text)
      const version = { version: 1, kind: 'entered', words: text, hash, because: '', basis: '', at: ctx.now } as const
      await insertVersion(ctx.db, id, { ...version, byPerson: personOf(ctx.actor) })
      const act = (await findAct(ctx.db, { id }))!
      await recordAct(ctx, 'acts.published', act, { seconds: -1, hash })
      return { ok: true, slug: act.slug }
    }),
  )
}
