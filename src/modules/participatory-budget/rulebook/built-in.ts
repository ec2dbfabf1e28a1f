import { rulebookSchema, type Rulebook } from './rulebook.ts'

const greedy = (key: string, otherwise: 'skip' | 'stop', words: Pick<Rulebook, 'name' | 'summary'>) => ({
  version: 1,
  key,
  ...words,
  blocks: [
    { kind: 'rank', by: 'votes' },
    { kind: 'tieBreak', by: ['lowerCost', 'fileOrder'] },
    { kind: 'fitBudget', otherwise },
  ],
})

const equalShares = (
  key: string,
  utility: 'cost' | 'count',
  completion: 'none' | 'add-one',
  words: Pick<Rulebook, 'name' | 'summary'>,
) => ({
  version: 1,
  key,
  ...words,
  blocks: [
    { kind: 'equalShares', utility, completion },
    { kind: 'tieBreak', by: ['lowestId'] },
  ],
})

/** Rules that are known everywhere, for comparison. */
export const builtInRules: readonly Rulebook[] = [
  greedy('greedy', 'skip', {
    name: {
      et: 'Häälte järjekord, mahtumatu jääb vahele',
      en: 'Most votes first, skipping what does not fit',
      ru: 'По числу голосов, не вошедшее пропускается',
    },
    summary: {
      et: 'Enim hääli saanud projekt esimesena; mis eelarvesse ei mahu, jääb vahele ja vaadatakse järgmist. Võrdsete häältega võidab odavam, siis failis eespool olev.',
      en: 'The project with most votes comes first; what does not fit the budget is skipped and the next one considered. Equal votes: the cheaper one, then the earlier in the file.',
      ru: 'Первым идёт проект с наибольшим числом голосов; то, что не помещается в бюджет, пропускается. При равенстве голосов побеждает более дешёвый, затем стоящий раньше в файле.',
    },
  }),
  greedy('greedy-stop', 'stop', {
    name: {
      et: 'Häälte järjekord, esimese mahtumatu juures lõpp',
      en: 'Most votes first, ending at what does not fit',
      ru: 'По числу голосов, до первого не вошедшего',
    },
    summary: {
      et: 'Enim hääli saanud projekt esimesena; esimese projekti juures, mis eelarvesse ei mahu, on valik tehtud.',
      en: 'The project with most votes comes first; the first project that does not fit the budget ends the choice.',
      ru: 'Первым идёт проект с наибольшим числом голосов; на первом проекте, который не помещается в бюджет, выбор закончен.',
    },
  }),
  equalShares('equal-shares-cost', 'cost', 'none', {
    name: { et: 'Võrdsed osad, kasu = maksumus', en: 'Equal shares, by cost', ru: 'Равные доли, польза = стоимость' },
    summary: {
      et: 'Eelarve jagatakse hääletajate vahel võrdselt. Projekti ostavad selle toetajad oma osadest; esimesena see, mis nõuab igalt eurolt kõige väiksemat osa. Mida keegi enam osta ei jaksa, jääb kulutamata.',
      en: 'The budget is shared equally among the voters. A project is bought by its supporters from their shares; first the one that asks least of each for its size. What nobody can buy any more stays unspent.',
      ru: 'Бюджет делится между голосовавшими поровну. Проект покупают его сторонники из своих долей; первым — тот, что требует от каждого меньше всего на единицу стоимости. Что никому больше не по средствам, остаётся неистраченным.',
    },
  }),
  equalShares('equal-shares-count', 'count', 'none', {
    name: {
      et: 'Võrdsed osad, kasu = projektide arv',
      en: 'Equal shares, by number',
      ru: 'Равные доли, польза = число проектов',
    },
    summary: {
      et: 'Nagu eelmine, aga esimesena ostetakse projekt, mis võtab igalt toetajalt kõige vähem raha.',
      en: 'As the one before, but first the project is bought that takes least money from each supporter.',
      ru: 'Как предыдущее, но первым покупается проект, который берёт с каждого сторонника меньше всего денег.',
    },
  }),
  equalShares('equal-shares-cost-add1', 'cost', 'add-one', {
    name: {
      et: 'Võrdsed osad, täiendusega',
      en: 'Equal shares, completed by adding one',
      ru: 'Равные доли с дополнением',
    },
    summary: {
      et: 'Võrdsed osad kasuga maksumuse järgi. Igaühe osa kasvatatakse ühe euro kaupa ja loetakse uuesti, kuni järgmine tulemus läheks üle eelarve või midagi enam ei mahu.',
      en: 'Equal shares by cost. Everyone’s share grows by one unit of money and the count is repeated, until the next outcome would exceed the budget or nothing more fits.',
      ru: 'Равные доли по стоимости. Доля каждого растёт на одну денежную единицу, и подсчёт повторяется, пока следующий итог не превысит бюджет или больше ничего не поместится.',
    },
  }),
].map((one) => rulebookSchema.parse(one))
