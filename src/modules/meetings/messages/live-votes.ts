import type { Language } from '#platform/language.ts'
import type { VoteState } from '../log/state.ts'
import type { ElectionFacts, PublicVote, VoteResultFacts } from '../pages/live/public-meeting.ts'
import type { VoteCounts } from '../rules/majority.ts'

type Outcome = NonNullable<PublicVote['outcome']>
type Office = ElectionFacts['elected'][number]['office']
type Progress = { done: number; of: number }

/** Parts of a result that are told only where there are any. */
const some = (parts: readonly [count: number, words: string][]) =>
  parts.filter(([count]) => count > 0).map(([, words]) => words)

const etMembers = (count: number) => (count === 1 ? '1 liige' : `${count} liiget`)
const et = {
  newestResult: 'Viimane tulemus',
  outcomes: {
    adopted: 'Vastu võetud',
    'not-adopted': 'Jäi vastu võtmata',
    elected: 'Valitud',
    'next-round': 'Läheb järgmisse vooru',
    'not-elected': 'Kedagi ei valitud',
  } as Record<Outcome, string>,
  stated: 'Välja kuulutatud',
  counts: (c: VoteCounts) =>
    [
      `${c.for} poolt`,
      `${c.against} vastu`,
      `${c.abstained} ${c.abstained === 1 ? 'erapooletu' : 'erapooletut'}`,
      `${c.didNotVote} ei hääletanud`,
      ...some([
        [c.barred, `${c.barred} toimingupiiranguga`],
        [c.absent, `${c.absent} puudus`],
        [c.spoiled, c.spoiled === 1 ? '1 kehtetu sedel' : `${c.spoiled} kehtetut sedelit`],
      ]),
    ].join(', '),
  spoiled: (count: number) => `Kehtetuid sedeleid: ${count}`,
  votesOf: (count: number) => (count === 1 ? '1 hääl' : `${count} häält`),
  offices: { person: 'valitud', chair: 'valitud esimeheks', deputy: 'valitud aseesimeheks' } as Record<Office, string>,
  details: 'Kuidas tulemus kujunes',
  whoVoted: 'Kes kuidas hääletas',
  byFaction: 'Hääled fraktsioonide kaupa',
  faction: 'Fraktsioon',
  noFaction: 'fraktsioonita',
  choices: {
    for: 'Poolt',
    against: 'Vastu',
    abstained: 'Erapooletud',
    didNotVote: 'Ei hääletanud',
  } as Record<keyof NonNullable<VoteResultFacts['byName']>, string>,
  openVote: 'Hääletus käib',
  closedVote: 'Hääletus on lõppenud',
  methods: {
    hands: 'Käega hääletus',
    named: 'Nimeline hääletus',
    'roll-call': 'Nimeline hääletus, liikmed hääletavad ükshaaval',
    secret: 'Salajane hääletus',
  } as Record<VoteState['method'], string>,
  haveVoted: ({ done, of }: Progress) => `Hääletanud on ${etMembers(done)} ${of}-st.`,
  haveBallots: ({ done, of }: Progress) => `Hääletussedeli on saanud ${etMembers(done)} ${of}-st.`,
  resultLater: 'Tulemus on siin kohe, kui juhataja on selle välja kuulutanud.',
  cancelledBecause: {
    quorum: 'Hääletus katkestati, sest kvoorum kadus. Tulemust ei ole.',
    chair: 'Hääletus katkestati. Tulemust ei ole.',
  },
  annulled: 'See tulemus on tühistatud.',
  repeated: 'See tulemus ei kehti: hääletus tehakse uuesti või on juba uuesti tehtud.',
  undone: { cancelled: 'katkestatud', annulled: 'tühistatud', repeated: 'korratud' },
  notAsJudged: 'Logi on hiljem parandatud. Parandatud andmete järgi oleks tulemus teine.',
}
type VoteWords = typeof et

const enMembers = (count: number) => (count === 1 ? '1 member' : `${count} members`)
const en: VoteWords = {
  newestResult: 'Newest result',
  outcomes: {
    adopted: 'Adopted',
    'not-adopted': 'Not adopted',
    elected: 'Elected',
    'next-round': 'Goes to the next round',
    'not-elected': 'Nobody was elected',
  },
  stated: 'Declared',
  counts: (c) =>
    [
      `${c.for} for`,
      `${c.against} against`,
      `${c.abstained} abstained`,
      `${c.didNotVote} did not vote`,
      ...some([
        [c.barred, `${c.barred} with a conflict of interest`],
        [c.absent, `${c.absent} absent`],
        [c.spoiled, c.spoiled === 1 ? '1 spoiled ballot' : `${c.spoiled} spoiled ballots`],
      ]),
    ].join(', '),
  spoiled: (count) => `Spoiled ballots: ${count}`,
  votesOf: (count) => (count === 1 ? '1 vote' : `${count} votes`),
  offices: { person: 'elected', chair: 'elected chair', deputy: 'elected deputy chair' },
  details: 'How the result came about',
  whoVoted: 'Who voted how',
  byFaction: 'Votes by faction',
  faction: 'Faction',
  noFaction: 'in no faction',
  choices: { for: 'For', against: 'Against', abstained: 'Abstained', didNotVote: 'Did not vote' },
  openVote: 'Voting is open',
  closedVote: 'Voting has closed',
  methods: {
    hands: 'Show of hands',
    named: 'Vote by name',
    'roll-call': 'Vote by roll call',
    secret: 'Secret vote',
  },
  haveVoted: ({ done, of }) => `${done} of ${enMembers(of)} ${done === 1 ? 'has' : 'have'} voted.`,
  haveBallots: ({ done, of }) => `${done} of ${enMembers(of)} ${done === 1 ? 'has' : 'have'} a ballot paper.`,
  resultLater: 'The result will stand here as soon as the chair has declared it.',
  cancelledBecause: {
    quorum: 'The vote was cancelled because the quorum was lost. There is no result.',
    chair: 'The vote was cancelled. There is no result.',
  },
  annulled: 'This result has been annulled.',
  repeated: 'This result does not hold: the vote is to be taken again or has been taken again already.',
  undone: { cancelled: 'cancelled', annulled: 'annulled', repeated: 'repeated' },
  notAsJudged: 'The log was corrected later. By the corrected entries the result would be another.',
}

const ru: VoteWords = {
  newestResult: 'Последний результат',
  outcomes: {
    adopted: 'Принято',
    'not-adopted': 'Не принято',
    elected: 'Избрание состоялось',
    'next-round': 'Переходит в следующий тур',
    'not-elected': 'Никто не избран',
  },
  stated: 'Объявлено',
  counts: (c) =>
    [
      `за — ${c.for}`,
      `против — ${c.against}`,
      `воздержались — ${c.abstained}`,
      `не голосовали — ${c.didNotVote}`,
      ...some([
        [c.barred, `с конфликтом интересов — ${c.barred}`],
        [c.absent, `отсутствовали — ${c.absent}`],
        [c.spoiled, `недействительных бюллетеней — ${c.spoiled}`],
      ]),
    ].join(', '),
  spoiled: (count) => `Недействительных бюллетеней: ${count}`,
  votesOf: (count) => `голосов: ${count}`,
  offices: {
    person: 'избран(а)',
    chair: 'избран(а) председателем',
    deputy: 'избран(а) заместителем председателя',
  },
  details: 'Как получился результат',
  whoVoted: 'Кто как голосовал',
  byFaction: 'Голоса по фракциям',
  faction: 'Фракция',
  noFaction: 'вне фракций',
  choices: { for: 'За', against: 'Против', abstained: 'Воздержались', didNotVote: 'Не голосовали' },
  openVote: 'Идёт голосование',
  closedVote: 'Голосование окончено',
  methods: {
    hands: 'Голосование поднятием рук',
    named: 'Поимённое голосование',
    'roll-call': 'Поимённое голосование по списку',
    secret: 'Тайное голосование',
  },
  haveVoted: ({ done, of }) => `Проголосовали ${done} из ${of}.`,
  haveBallots: ({ done, of }) => `Бюллетени получили ${done} из ${of}.`,
  resultLater: 'Результат появится здесь, как только председатель его объявит.',
  cancelledBecause: {
    quorum: 'Голосование прервано, потому что кворум утрачен. Результата нет.',
    chair: 'Голосование прервано. Результата нет.',
  },
  annulled: 'Этот результат отменён.',
  repeated: 'Этот результат не действует: голосование проводится заново или уже проведено.',
  undone: { cancelled: 'прервано', annulled: 'отменено', repeated: 'проведено заново' },
  notAsJudged: 'Журнал позже исправлен. По исправленным данным результат был бы другим.',
}

export const liveVoteMessages: Record<Language, VoteWords> = { et, en, ru }
