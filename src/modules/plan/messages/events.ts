import type { Language } from '#platform/language.ts'

/** The plan's events as sentences of the public log and the feed. */
const et = {
  versionSaved: (version: number, commitments: number) =>
    `Tegevuskava versioon ${version} on koostamisel (${commitments} lubadust).`,
  versionEdited: (version: number, commitment: string) =>
    `Koostatavas versioonis ${version} muudeti lubadust ${commitment}.`,
  discussionOpened: (version: number, from: string, until: string) =>
    `Tegevuskava versioon ${version} on avalikul arutelul: ${from} – ${until}.`,
  discussionEnded: (version: number) => `Tegevuskava versiooni ${version} arutelu lõppes ja selle koostamine jätkub.`,
  versionAdopted: (version: number, act: string, from: string) =>
    `Tegevuskava versioon ${version} on kinnitatud (otsus ${act}) ja kehtib alates: ${from}.`,
  versionWithdrawn: (version: number) => `Tegevuskava versioon ${version} võeti tagasi.`,
  partySettled: (version: number, commitment: string) =>
    `Koostatavas versioonis ${version} määrati lubaduse ${commitment} vastutaja.`,
  dutyChanged: (commitment: string) => `Lubaduse ${commitment} täitmise reeglit muudeti.`,
  evidenceVouched: (commitment: string) =>
    `Lubadusele ${commitment} lisati käsitsi tõend. See ootab teise ametniku kinnitust.`,
  evidenceConfirmed: (commitment: string, on: string) => `Lubaduse ${commitment} tõend (${on}) on kinnitatud.`,
  evidenceDeclined: (commitment: string) => `Lubaduse ${commitment} tõend lükati tagasi.`,
  narrativeWritten: (commitment: string, period: string) => `Lubaduse ${commitment} kohta on uus selgitus: ${period}.`,
  questionAsked: (commitment: string) => `Lubaduse ${commitment} kohta küsiti.`,
  questionAnswered: (commitment: string) => `Lubaduse ${commitment} kohta esitatud küsimusele vastati.`,
  commentSent: (commitment: string, version: number) => `Versiooni ${version} lubadust ${commitment} kommenteeriti.`,
  commentAnswered: (commitment: string, version: number) =>
    `Versiooni ${version} lubaduse ${commitment} kommentaarile vastati.`,
  contributionHidden: (commitment: string) => `Lubaduse ${commitment} juures peideti sõnum. Põhjus on sõnumi asemel.`,
  yearReviewed: (year: number) => `Tegevuskava ${year}. aasta ülevaade on avaldatud.`,
  statusChanged: (commitment: string, status: string) => `Lubaduse ${commitment} seis on nüüd: ${status}.`,
  feedTitle: (plan: string) => `${plan}: muudatused`,
}
export type PlanEventSentences = typeof et

const en: PlanEventSentences = {
  versionSaved: (version, commitments) =>
    `Version ${version} of the action plan is being drafted (${commitments} promises).`,
  versionEdited: (version, commitment) => `Promise ${commitment} was edited in the draft of version ${version}.`,
  discussionOpened: (version, from, until) =>
    `Version ${version} of the action plan is open for discussion: ${from} – ${until}.`,
  discussionEnded: (version) => `The discussion of version ${version} of the action plan ended and drafting goes on.`,
  versionAdopted: (version, act, from) =>
    `Version ${version} of the action plan was adopted (decision ${act}) and is in force from ${from}.`,
  versionWithdrawn: (version) => `Version ${version} of the action plan was withdrawn.`,
  partySettled: (version, commitment) =>
    `In the draft of version ${version} it was settled who answers for promise ${commitment}.`,
  dutyChanged: (commitment) => `The rule by which promise ${commitment} is judged was changed.`,
  evidenceVouched: (commitment) =>
    `Evidence for promise ${commitment} was added by hand. It waits for a second official.`,
  evidenceConfirmed: (commitment, on) => `Evidence for promise ${commitment} (${on}) was confirmed.`,
  evidenceDeclined: (commitment) => `Evidence for promise ${commitment} was declined.`,
  narrativeWritten: (commitment, period) => `There is a new explanation of promise ${commitment}: ${period}.`,
  questionAsked: (commitment) => `A question was asked about promise ${commitment}.`,
  questionAnswered: (commitment) => `A question about promise ${commitment} was answered.`,
  commentSent: (commitment, version) => `Promise ${commitment} of version ${version} was commented on.`,
  commentAnswered: (commitment, version) => `A comment on promise ${commitment} of version ${version} was answered.`,
  contributionHidden: (commitment) =>
    `A message about promise ${commitment} was hidden. The reason stands in its place.`,
  yearReviewed: (year) => `The review of the action plan for ${year} was published.`,
  statusChanged: (commitment, status) => `Promise ${commitment} is now: ${status}.`,
  feedTitle: (plan) => `${plan}: changes`,
}

const ru: PlanEventSentences = {
  versionSaved: (version, commitments) => `Составляется версия ${version} плана действий (обещаний: ${commitments}).`,
  versionEdited: (version, commitment) => `В составляемой версии ${version} изменено обещание ${commitment}.`,
  discussionOpened: (version, from, until) =>
    `Версия ${version} плана действий на публичном обсуждении: ${from} – ${until}`,
  discussionEnded: (version) => `Обсуждение версии ${version} плана действий закончено, составление продолжается.`,
  versionAdopted: (version, act, from) =>
    `Версия ${version} плана действий утверждена (решение ${act}) и действует с ${from}`,
  versionWithdrawn: (version) => `Версия ${version} плана действий отозвана.`,
  partySettled: (version, commitment) =>
    `В составляемой версии ${version} определён ответственный за обещание ${commitment}.`,
  dutyChanged: (commitment) => `Изменено правило, по которому судят о выполнении обещания ${commitment}.`,
  evidenceVouched: (commitment) =>
    `К обещанию ${commitment} вручную добавлено подтверждение. Оно ждёт второго чиновника.`,
  evidenceConfirmed: (commitment, on) => `Подтверждение обещания ${commitment} (${on}) заверено.`,
  evidenceDeclined: (commitment) => `Подтверждение обещания ${commitment} отклонено.`,
  narrativeWritten: (commitment, period) => `Новое пояснение к обещанию ${commitment}: ${period}.`,
  questionAsked: (commitment) => `Задан вопрос об обещании ${commitment}.`,
  questionAnswered: (commitment) => `На вопрос об обещании ${commitment} ответили.`,
  commentSent: (commitment, version) => `Прокомментировано обещание ${commitment} версии ${version}.`,
  commentAnswered: (commitment, version) => `На комментарий к обещанию ${commitment} версии ${version} ответили.`,
  contributionHidden: (commitment) => `Сообщение об обещании ${commitment} скрыто. Вместо него указана причина.`,
  yearReviewed: (year) => `Опубликован обзор плана действий за ${year} год.`,
  statusChanged: (commitment, status) => `Состояние обещания ${commitment} теперь: ${status}.`,
  feedTitle: (plan) => `${plan}: изменения`,
}

export const planEventMessages: Record<Language, PlanEventSentences> = { et, en, ru }
