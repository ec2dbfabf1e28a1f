import type { PassedOver, Step } from '../count/steps.ts'

/** What a step needs said: names, money and numbers already in the reader's words. */
type Considered = { project: string; votes: string; cost: string; left: string }
type TieReason = Extract<Step, { step: 'tied' }>['by'][number]
type RaisedBecause = Extract<Step, { step: 'raised' }>['because']

type StepWords = {
  considered: (of: Considered) => string
  taken: string
  notTaken: (why: string) => string
  passedOver: Record<Exclude<PassedOver, 'incompatible'>, string>
  incompatible: (winner: string) => string
  votesDiffer: (project: string, stated: string, counted: string) => string
  tied: (projects: string, by: string) => string
  tieReasons: Record<TieReason, string>
  barred: (project: string, votes: string, least: string) => string
  seatsTaken: (seats: string) => string
  stopped: (project: string) => string
  distinctSettlements: {
    met: (found: string, least: string) => string
    unmet: (found: string, least: string) => string
  }
  reserveOpened: (group: string, seats: string) => string
  reserveNotNeeded: (group: string, winner: string) => string
  reserveLeftEmpty: (group: string, seats: string) => string
  shared: (voters: string, share: string) => string
  bought: (of: Considered & { payers: string; price: string }) => string
  notAffordable: (project: string, cost: string, has: string) => string
  raised: Record<RaisedBecause, (times: string) => string>
}

const et: StepWords = {
  considered: ({ project, votes, cost, left }) => `${project}: hääli ${votes}, hind ${cost}, järel ${left}`,
  taken: 'valitud',
  notTaken: (why) => `jäi välja: ${why}`,
  passedOver: {
    tooFewVotes: 'hääli on nõutust vähem',
    settlementHasIts: 'selle asula võitjate arv on täis',
    overBudget: 'eelarvesse ei mahu',
    leavesOtherPlacesOut: 'muidu ei jaguks nõutud arvule kohtadele',
  },
  incompatible: (winner) => `ei sobi kokku võitjaga ${winner}`,
  votesDiffer: (project, stated, counted) =>
    `${project}: fail ütleb, et hääli on ${stated}, häältest loeti ${counted}. Arvesse läheb loetud arv.`,
  tied: (projects, by) => `Võrdsed: ${projects}. Selles järjekorras, sest ${by}.`,
  tieReasons: {
    lowerCost: 'odavam on ees',
    fileOrder: 'varem esitatud (failis eespool) on ees',
    lowestId: 'väiksem tunnus on ees',
    lot: 'nii langes avalik liisk',
  },
  barred: (project, votes, least) => `${project}: hääli ${votes}, nõutud on ${least} → ei osale`,
  seatsTaken: (seats) => `Kohad on täis (${seats}); järgmisi enam ei vaadata.`,
  stopped: (project) => `${project} ei mahu eelarvesse, sellega on valik reegli järgi lõppenud.`,
  distinctSettlements: {
    met: (found, least) => `Eri kohti on võitjate hulgas ${found}, nõutud on vähemalt ${least}: täidetud.`,
    unmet: (found, least) =>
      `Eri kohti on võitjate hulgas ${found}, nõutud on vähemalt ${least}: täitmata, sest rohkem kohti ei olnud võimalik saada.`,
  },
  reserveOpened: (group, seats) =>
    `Eraldi kohti rühmale „${group}”: ${seats}. Vaadatakse selle rühma projekte häälte järjekorras.`,
  reserveNotNeeded: (group, winner) => `Rühma „${group}” eraldi kohta ei anta: ${winner} juba võitis.`,
  reserveLeftEmpty: (group, seats) => `Rühmale „${group}” jäi kohti tühjaks: ${seats}.`,
  shared: (voters, share) => `Hääletajaid on ${voters}; igaühe osa on ${share}.`,
  bought: ({ project, votes, cost, left, payers, price }) =>
    `${project}: hääli ${votes}, hind ${cost}, järel ${left}. Maksab ${payers} toetajat, igaüks kuni ${price} → valitud`,
  notAffordable: (project, cost, has) => `${project}: hind ${cost}, toetajatel on järel kokku ${has} → ei jätku`,
  raised: {
    wouldExceed: (times) =>
      `Igaühe osa kasvatati ühe rahaühiku kaupa ${times} korda; järgmine kord oleks üle eelarve läinud.`,
    nothingMoreFits: (times) =>
      `Igaühe osa kasvatati ühe rahaühiku kaupa ${times} korda; rohkem projekte eelarvesse ei mahu.`,
    nothingMoreWanted: (times) =>
      `Igaühe osa kasvatati ühe rahaühiku kaupa ${times} korda; kõik toetatud projektid on valitud.`,
  },
}

const en: StepWords = {
  considered: ({ project, votes, cost, left }) => `${project}: votes ${votes}, cost ${cost}, left ${left}`,
  taken: 'taken',
  notTaken: (why) => `passed over: ${why}`,
  passedOver: {
    tooFewVotes: 'fewer votes than asked for',
    settlementHasIts: 'its settlement has its winners already',
    overBudget: 'does not fit the budget',
    leavesOtherPlacesOut: 'there would not be enough for the number of places asked for',
  },
  incompatible: (winner) => `excluded by the winner ${winner}`,
  votesDiffer: (project, stated, counted) =>
    `${project}: the file says ${stated} votes, its ballots give ${counted}. The counted number is used.`,
  tied: (projects, by) => `Equal: ${projects}. In this order, because ${by}.`,
  tieReasons: {
    lowerCost: 'the cheaper comes first',
    fileOrder: 'the earlier submitted (earlier in the file) comes first',
    lowestId: 'the lower identifier comes first',
    lot: 'the public lot fell so',
  },
  barred: (project, votes, least) => `${project}: votes ${votes}, asked for ${least} → takes no part`,
  seatsTaken: (seats) => `All seats are taken (${seats}); nothing further is considered.`,
  stopped: (project) => `${project} does not fit the budget, and by the rule the choice ends here.`,
  distinctSettlements: {
    met: (found, least) => `Different places among the winners: ${found}, asked for at least ${least}: met.`,
    unmet: (found, least) =>
      `Different places among the winners: ${found}, asked for at least ${least}: not met, as no more places could be reached.`,
  },
  reserveOpened: (group, seats) =>
    `Seats kept for the group “${group}”: ${seats}. Its projects are considered in the order of votes.`,
  reserveNotNeeded: (group, winner) => `The seat kept for “${group}” is not given: ${winner} has won already.`,
  reserveLeftEmpty: (group, seats) => `Seats kept for “${group}” that stayed empty: ${seats}.`,
  shared: (voters, share) => `There are ${voters} voters; each one’s share is ${share}.`,
  bought: ({ project, votes, cost, left, payers, price }) =>
    `${project}: votes ${votes}, cost ${cost}, left ${left}. Paid by ${payers} supporters, each up to ${price} → taken`,
  notAffordable: (project, cost, has) =>
    `${project}: cost ${cost}, its supporters have ${has} left together → not enough`,
  raised: {
    wouldExceed: (times) =>
      `Everybody’s share was raised by one unit of money ${times} times; the next time would have exceeded the budget.`,
    nothingMoreFits: (times) =>
      `Everybody’s share was raised by one unit of money ${times} times; no other project fits the budget.`,
    nothingMoreWanted: (times) =>
      `Everybody’s share was raised by one unit of money ${times} times; all supported projects are taken.`,
  },
}

const ru: StepWords = {
  considered: ({ project, votes, cost, left }) => `${project}: голосов ${votes}, цена ${cost}, осталось ${left}`,
  taken: 'выбран',
  notTaken: (why) => `не выбран: ${why}`,
  passedOver: {
    tooFewVotes: 'голосов меньше, чем требуется',
    settlementHasIts: 'у этого населённого пункта уже есть свои победители',
    overBudget: 'не помещается в бюджет',
    leavesOtherPlacesOut: 'иначе не хватило бы на требуемое число мест',
  },
  incompatible: (winner) => `несовместим с победителем ${winner}`,
  votesDiffer: (project, stated, counted) =>
    `${project}: в файле указано голосов ${stated}, по бюллетеням насчитано ${counted}. Учитывается насчитанное.`,
  tied: (projects, by) => `Равны: ${projects}. Порядок такой, потому что ${by}.`,
  tieReasons: {
    lowerCost: 'впереди более дешёвый',
    fileOrder: 'впереди поданный раньше (выше в файле)',
    lowestId: 'впереди меньшее обозначение',
    lot: 'так выпал публичный жребий',
  },
  barred: (project, votes, least) => `${project}: голосов ${votes}, требуется ${least} → не участвует`,
  seatsTaken: (seats) => `Все места заняты (${seats}); дальше не рассматривают.`,
  stopped: (project) => `${project} не помещается в бюджет, и по правилу выбор на этом закончен.`,
  distinctSettlements: {
    met: (found, least) => `Разных мест среди победителей: ${found}, требуется не меньше ${least}: выполнено.`,
    unmet: (found, least) =>
      `Разных мест среди победителей: ${found}, требуется не меньше ${least}: не выполнено, больше мест получить было нельзя.`,
  },
  reserveOpened: (group, seats) =>
    `Отдельных мест для группы «${group}»: ${seats}. Её проекты рассматриваются по числу голосов.`,
  reserveNotNeeded: (group, winner) => `Отдельное место группы «${group}» не даётся: ${winner} уже победил.`,
  reserveLeftEmpty: (group, seats) => `Мест группы «${group}», оставшихся пустыми: ${seats}.`,
  shared: (voters, share) => `Голосовавших: ${voters}; доля каждого — ${share}.`,
  bought: ({ project, votes, cost, left, payers, price }) =>
    `${project}: голосов ${votes}, цена ${cost}, осталось ${left}. Платят сторонники: ${payers}, каждый до ${price} → выбран`,
  notAffordable: (project, cost, has) => `${project}: цена ${cost}, у сторонников вместе осталось ${has} → не хватает`,
  raised: {
    wouldExceed: (times) =>
      `Доля каждого росла на одну денежную единицу, раз: ${times}; в следующий раз бюджет был бы превышен.`,
    nothingMoreFits: (times) =>
      `Доля каждого росла на одну денежную единицу, раз: ${times}; больше проектов в бюджет не помещается.`,
    nothingMoreWanted: (times) =>
      `Доля каждого росла на одну денежную единицу, раз: ${times}; все поддержанные проекты выбраны.`,
  },
}

export const stepMessages = { et, en, ru }
