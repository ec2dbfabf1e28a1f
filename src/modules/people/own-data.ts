import { personOf, todayOf } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { OwnData } from '#platform/own-data.ts'
import { listOwnPlaces } from './mandates/queries.ts'
import { findOwnFacts, hasPublicPast, unlinkPerson } from './queries/persons.ts'
import { covers } from './rules.ts'

const holdsPost = {
  et: 'Sul on ametikoht, liikmesus või roll, mis kehtib. Lõpeta see enne registripidaja juures.',
  en: 'You hold a post, a membership or a role that is in force. Have it ended by the registrar first.',
  ru: 'У вас есть действующая должность, членство или роль. Сначала пусть регистратор её завершит.',
}

const keptPast = {
  what: {
    et: 'Nimi ja varasemad avalikud ametikohad',
    en: 'Name and past public posts',
    ru: 'Имя и прежние должности',
  },
  why: {
    et: 'Avaliku ülesande täitjad on avalik teave (AvTS § 28).',
    en: 'Who performed a public duty is public information (AvTS § 28).',
    ru: 'Кто исполнял публичную обязанность, является публичной информацией (AvTS § 28).',
  },
}

const keptResidence = {
  what: { et: 'Rida elanike väljavõttes', en: 'Row in the extract of residents', ru: 'Строка в выписке жителей' },
  why: {
    et: 'Selle annab rahvastikuregister ja see uueneb sealt; seal on ainult sünniaeg ja asula, mitte nimi.',
    en: 'It comes from the population register and is renewed from there; it holds birth date and settlement, no name.',
    ru: 'Её даёт регистр населения; в ней только дата рождения и населённый пункт, без имени.',
  },
}

const keptPlace = {
  what: {
    et: 'Nimi asendusliikmete nimekirjas',
    en: 'Name in the list of substitute members',
    ru: 'Имя в списке замещающих членов',
  },
  why: {
    et: 'Nimekirja registreeris valimiskomisjon; asendusliige on selles, kuni ta loobub (KOKS § 20).',
    en: 'The electoral committee registered the list; a substitute member is in it until they decline (KOKS § 20).',
    ru: 'Список зарегистрировала избирательная комиссия; замещающий член остаётся в нём, пока не откажется (KOKS § 20).',
  },
}

/** A person's own row, posts and residence. */
export const peopleOwnData: OwnData = {
  takeOut: async (ctx, keys) => {
    const facts = await findOwnFacts(ctx.db, personOf(ctx.actor), todayOf(ctx))
    if (facts === undefined) return {}
    const { memberships, settlement, codeSealed, ...person } = facts
    return {
      person: [{ ...person, personalCode: keys.reveal(codeSealed) }],
      memberships: memberships.map(({ body, post, fromDate, untilDate, suspensions = [] }) => ({
        body: body.name.et,
        post: post?.title.et ?? null,
        fromDate,
        untilDate,
        suspensions: suspensions.map(({ fromDate: from, untilDate: until, ground }) => ({ from, until, ground })),
      })),
      substitute: await listOwnPlaces(ctx.db, personOf(ctx.actor)),
      residence: settlement === null ? [] : [settlement],
    }
  },
  hinders: async (ctx) => {
    const today = todayOf(ctx)
    const facts = await findOwnFacts(ctx.db, personOf(ctx.actor), today)
    if (facts === undefined) return null
    const holds = facts.grantedRoles.length > 0 || facts.memberships.some((one) => covers(one, today))
    return holds ? holdsPost : null
  },
  forget: async (ctx) => {
    const personId = personOf(ctx.actor)
    const facts = await findOwnFacts(ctx.db, personId, todayOf(ctx))
    const stays = await hasPublicPast(ctx.db, personId)
    const isListed = (await listOwnPlaces(ctx.db, personId)).some(({ declinedOn }) => declinedOn === null)
    await unlinkPerson(ctx.db, personId, stays || isListed)
    await record(ctx, 'people.person-renamed', `person:${personId}`, {})
    return [
      ...(stays ? [keptPast] : []),
      ...(isListed ? [keptPlace] : []),
      ...(facts?.settlement ? [keptResidence] : []),
    ]
  },
}
