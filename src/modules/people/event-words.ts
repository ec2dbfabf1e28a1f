import type { EventWords } from '#platform/module.ts'
import type { Language } from '#platform/language.ts'
import { peoplePaths } from './paths.ts'
import { wordsOfRole } from './roles.ts'

const et = {
  bodyCreated: (body: string) => `Loodi kogu „${body}“`,
  bodyEdited: (body: string) => `Muudeti kogu „${body}“ andmeid`,
  bodyDissolved: (body: string) => `Kogu „${body}“ lõpetas tegevuse`,
  postCreated: (post: string, body: string) => `Loodi ametikoht „${post}“ (${body})`,
  postEdited: (post: string, body: string) => `Muudeti ametikoha „${post}“ andmeid (${body})`,
  postClosed: (post: string, body: string) => `Ametikoht „${post}“ suleti (${body})`,
  memberBegan: (body: string) => `Kogu „${body}“ liikmesus algas`,
  postBegan: (post: string, body: string) => `Ametikoht „${post}“ täideti (${body})`,
  memberEnded: (body: string) => `Kogu „${body}“ liikmesus lõppes`,
  postEnded: (post: string, body: string) => `Ametikoht „${post}“ vabanes (${body})`,
  mandateSuspended: (body: string) => `Kogu „${body}“ liikme volitused peatusid`,
  mandateRestored: (body: string) => `Kogu „${body}“ liikme volitused taastuvad`,
  votingRightChanged: (body: string) => `Muutus kogu „${body}“ liikme hääleõigus`,
  factionChanged: (body: string) => `Kogu „${body}“ liige vahetas fraktsiooni`,
  residentsImported: (count: number) => `Elanike registri väljavõte uuendati: ${count} elanikku`,
  personRenamed: 'Avalikus ametis oleva inimese nimi uuenes',
  roleGranted: (role: string) => `Käsurealt anti roll „${role}“`,
}

const en: typeof et = {
  bodyCreated: (body) => `The body “${body}” was created`,
  bodyEdited: (body) => `Facts of the body “${body}” were changed`,
  bodyDissolved: (body) => `The body “${body}” was dissolved`,
  postCreated: (post, body) => `The post “${post}” was created (${body})`,
  postEdited: (post, body) => `Facts of the post “${post}” were changed (${body})`,
  postClosed: (post, body) => `The post “${post}” was closed (${body})`,
  memberBegan: (body) => `A membership of the body “${body}” began`,
  postBegan: (post, body) => `The post “${post}” was filled (${body})`,
  memberEnded: (body) => `A membership of the body “${body}” ended`,
  postEnded: (post, body) => `The post “${post}” became vacant (${body})`,
  mandateSuspended: (body) => `The mandate of a member of the body “${body}” was suspended`,
  mandateRestored: (body) => `The mandate of a member of the body “${body}” is restored`,
  votingRightChanged: (body) => `The voting right of a member of the body “${body}” changed`,
  factionChanged: (body) => `A member of the body “${body}” changed faction`,
  residentsImported: (count) => `The extract of the residents register was renewed: ${count} residents`,
  personRenamed: 'The name of a person in a public post was renewed',
  roleGranted: (role) => `The role “${role}” was granted by command`,
}

const ru: typeof et = {
  bodyCreated: (body) => `Создан орган «${body}»`,
  bodyEdited: (body) => `Изменены данные органа «${body}»`,
  bodyDissolved: (body) => `Орган «${body}» прекратил работу`,
  postCreated: (post, body) => `Создана должность «${post}» (${body})`,
  postEdited: (post, body) => `Изменены данные должности «${post}» (${body})`,
  postClosed: (post, body) => `Должность «${post}» упразднена (${body})`,
  memberBegan: (body) => `Началось членство в органе «${body}»`,
  postBegan: (post, body) => `Занята должность «${post}» (${body})`,
  memberEnded: (body) => `Закончилось членство в органе «${body}»`,
  postEnded: (post, body) => `Освободилась должность «${post}» (${body})`,
  mandateSuspended: (body) => `Полномочия члена органа «${body}» приостановлены`,
  mandateRestored: (body) => `Полномочия члена органа «${body}» восстанавливаются`,
  votingRightChanged: (body) => `Изменилось право голоса члена органа «${body}»`,
  factionChanged: (body) => `Член органа «${body}» сменил фракцию`,
  residentsImported: (count) => `Обновлена выписка из регистра жителей: ${count}`,
  personRenamed: 'Обновлено имя лица на публичной должности',
  roleGranted: (role) => `Командой дана роль «${role}»`,
}

const words: Record<Language, typeof et> = { et, en, ru }

function aboutBody(sentence: string, bodySlug: string) {
  return { sentence, path: peoplePaths.body(bodySlug) }
}

export const peopleEventWords: EventWords = {
  'people.body-created': ({ facts }, language) =>
    aboutBody(words[language].bodyCreated(facts.bodyName), facts.bodySlug),
  'people.body-edited': ({ facts }, language) => aboutBody(words[language].bodyEdited(facts.bodyName), facts.bodySlug),
  'people.body-dissolved': ({ facts }, language) =>
    aboutBody(words[language].bodyDissolved(facts.bodyName), facts.bodySlug),
  'people.post-created': ({ facts }, language) =>
    aboutBody(words[language].postCreated(facts.postTitle, facts.bodyName), facts.bodySlug),
  'people.post-edited': ({ facts }, language) =>
    aboutBody(words[language].postEdited(facts.postTitle, facts.bodyName), facts.bodySlug),
  'people.post-closed': ({ facts }, language) =>
    aboutBody(words[language].postClosed(facts.postTitle, facts.bodyName), facts.bodySlug),
  'people.membership-began': ({ facts: { bodyName, postTitle, bodySlug } }, language) => {
    const t = words[language]
    return aboutBody(postTitle === null ? t.memberBegan(bodyName) : t.postBegan(postTitle, bodyName), bodySlug)
  },
  'people.membership-ended': ({ facts: { bodyName, postTitle, bodySlug } }, language) => {
    const t = words[language]
    return aboutBody(postTitle === null ? t.memberEnded(bodyName) : t.postEnded(postTitle, bodyName), bodySlug)
  },
  'people.mandate-suspended': ({ facts }, language) =>
    aboutBody(words[language].mandateSuspended(facts.bodyName), facts.bodySlug),
  'people.mandate-restored': ({ facts }, language) =>
    aboutBody(words[language].mandateRestored(facts.bodyName), facts.bodySlug),
  'people.voting-right-changed': ({ facts }, language) =>
    aboutBody(words[language].votingRightChanged(facts.bodyName), facts.bodySlug),
  'people.faction-changed': ({ facts }, language) =>
    aboutBody(words[language].factionChanged(facts.bodyName), facts.bodySlug),
  'people.residents-imported': ({ facts }, language) => ({
    sentence: words[language].residentsImported(facts.residents),
    path: null,
  }),
  'people.person-renamed': (_event, language) => ({ sentence: words[language].personRenamed, path: null }),
  'people.role-granted': ({ facts }, language) => ({
    sentence: words[language].roleGranted(wordsOfRole(facts.role, language)),
    path: null,
  }),
}
