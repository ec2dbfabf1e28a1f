import { personOf } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { timeZoneOf } from '#platform/context.ts'
import { readText } from '#platform/language.ts'
import type { OwnData } from '#platform/own-data.ts'
import { ownDataMessages } from './messages/own-data.ts'
import { planPaths } from './paths.ts'
import { listOwnContributions, listOwnNarratives, listOwnVouched, takeNamesOff } from './queries/own-data.ts'

const keptWords = {
  what: {
    et: 'Avalikult esitatud küsimused ja kommentaarid',
    en: 'Questions and comments sent in public',
    ru: 'Публично заданные вопросы и комментарии',
  },
  why: {
    et: 'Need on osa avalikust arutelust; sinu nime nende juures enam ei ole.',
    en: 'They are part of the public discussion; your name no longer stands with them.',
    ru: 'Они часть публичного обсуждения; вашего имени при них больше нет.',
  },
}

/** What a person has said of the plan. */
export const planOwnData: OwnData = {
  matters: async (ctx, language) => {
    const t = ownDataMessages[language]
    const zone = timeZoneOf(ctx.db)
    const own = await listOwnContributions(ctx.db, personOf(ctx.actor), 20)
    return own.map(({ number, name, sentAt, answeredAt, hiddenAt, version }) => ({
      what: `${version === null ? t.question : t.comment(version)}: ${number} ${readText(name, language).text}`,
      path: version === null ? planPaths.commitment(number) : planPaths.draftCommitment(version, number),
      state: hiddenAt !== null ? t.hidden : answeredAt === null ? t.waits : t.answered,
      on: localDate(sentAt, zone),
    }))
  },
  takeOut: async (ctx) => {
    const personId = personOf(ctx.actor)
    return {
      contributions: await listOwnContributions(ctx.db, personId, 10_000),
      narratives: await listOwnNarratives(ctx.db, personId),
      vouched: await listOwnVouched(ctx.db, personId),
    }
  },
  forget: async (ctx) => ((await takeNamesOff(ctx.db, personOf(ctx.actor))) > 0 ? [keptWords] : []),
}
