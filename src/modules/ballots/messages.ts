import type { Language } from '#platform/language.ts'
import type { Part, PartVerdict } from './belenios/check-archive.ts'

/** Words that go to the browser: `{done}` and the like stand for what only it knows. */
export type CheckWords = {
  progress: string
  whole: string
  unproved: string
  broken: string
  unreadable: string
  parts: Record<Part, string>
  verdicts: Record<PartVerdict, string>
  secondProofsMissing: string
  ballots: string
  ballotFaults: Record<string, string>
  setup: string
  head: string
  headSame: string
  headOther: string
  answer: string
  votes: string
  blank: string
  trackerCounts: string
  trackerReplaced: string
  trackerAbsent: string
}

const et = {
  title: 'Kontrolli salajast hääletust ise',
  lead: 'Iga kontrollitava salajase hääletuse kohta avaldatakse arhiiv. See leht arvutab sellest kõik uuesti üle sinu enda seadmes: faile ei saadeta kuhugi, pärast lehe avamist ei ole vaja ka võrku.',
  whatTitle: 'Mida kontrollitakse',
  what: [
    'Sündmuste ahel: midagi ei ole vahelt välja võetud, lisatud ega ümber tõstetud.',
    'Iga sedel: kas hääletajal oli õigus, kas allkiri on tema oma ja kas sedelil on lubatud arv valikuid. Kuidas keegi hääletas, ei selgu.',
    'Krüpteeritud kokkuvõte on täpselt nende sedelite summa, igalt hääletajalt viimane.',
    'Usaldusisikud avasid just selle kokkuvõtte ja ainult selle, ning tulemus on see, mis selles oli.',
  ],
  archive: 'Arhiiv (.bel)',
  secondProofs: 'Avamise lisatõendid (.json)',
  secondProofsHint:
    'Arhiivi vorming ise ei seo avamise tõendit sedelitega. Ilma selle failita saavad üks usaldusisik ja viimane hääletaja koos tulemust nihutada, seepärast jääb kontroll ilma temata pooleli.',
  tracker: 'Minu sedeli kood',
  trackerHint: '43 märki, mille said hääletades. Kui jätad tühjaks, kontrollitakse kõike muud peale sinu enda sedeli.',
  head: 'Protokollis trükitud ahela lõpp',
  headHint: '64 märki. Ilma võrdluseta ei saa arhiiv ise öelda, kas ta on lõpuni.',
  check: 'Kontrolli',
  scriptTitle: 'Ilma skriptita',
  script:
    'Skriptita see leht ise ei arvuta. Sama saab teha käsureal: platvormi lähtekoodis käsuga „npm run ballots:verify -- FAIL.bel --proofs LISATÕENDID.json” või Debiani paketi belenios-tool käsuga „belenios-tool election verify --dir KAUST”. Viimane ei märka kõike, mida siin kontrollitakse.',
  browser: {
    progress: 'Kontrollitud {done} sedelit {of}-st.',
    whole: 'Kõik klapib: tulemus on täpselt see, mida hääletajad andsid.',
    unproved: 'Vigu ei leitud, kuid kõik ei ole veel tõestatud.',
    broken: 'Arhiiv ei pea paika. Seda tulemust ei saa uskuda.',
    unreadable: 'Faili ei saa lugeda. Vali hääletuse arhiiv, mille nimi lõpeb „.bel”.',
    parts: {
      chain: 'Sündmuste ahel',
      election: 'Hääletuse andmed ja hääletajate tunnused',
      trustees: 'Usaldusisikute võtmed',
      ballots: 'Sedelid',
      tally: 'Krüpteeritud kokkuvõte',
      decryption: 'Avamine',
      result: 'Tulemus',
      secondProofs: 'Avamise lisatõendid',
    },
    verdicts: { holds: 'peab paika', fails: 'ei pea paika', missing: 'puudub', notReached: 'ei jõutud' },
    secondProofsMissing: 'Lisatõendite fail on andmata: ilma selleta ei ole avamine lõpuni tõestatud.',
    ballots: 'Sedeleid kastis {ballots}, arvesse läks {voters}.',
    ballotFaults: {
      ballotForm: 'vale kuju',
      otherElection: 'teise hääletuse sedel',
      unlisted: 'hääletaja ei ole nimekirjas',
      signature: 'vale allkiri',
      individualProof: 'lubamatu märk',
      overallProof: 'lubamatu arv valikuid',
      blankProof: 'vale tühja sedeli tõend',
      repeated: 'korduv sedel',
    },
    setup: 'Algandmete räsi',
    head: 'Ahela lõpp',
    headSame: 'sama mis sinu antud',
    headOther: 'EI OLE sama mis sinu antud: see arhiiv ei ole see, mille lõpp protokollis on',
    answer: 'Valik',
    votes: 'Hääli',
    blank: 'tühi sedel',
    trackerCounts: 'Sinu sedel on kastis ja läks arvesse.',
    trackerReplaced: 'Sinu sedel on kastis, kuid sama hääletaja andis hiljem uue, mis läks arvesse.',
    trackerAbsent: 'Sellise koodiga sedelit kastis ei ole.',
  } as CheckWords,
}
export type BallotWords = typeof et

const en: BallotWords = {
  title: 'Check a secret vote yourself',
  lead: 'Of every secret vote that can be checked an archive is published. This page works everything out again on your own device: no file is sent anywhere, and once the page is open no network is needed.',
  whatTitle: 'What is checked',
  what: [
    'The chain of events: nothing was taken out, put in or moved.',
    'Every ballot: that the voter had the right, that the signature is theirs, and that it holds an allowed number of choices. How anybody voted does not come out.',
    'The encrypted tally is exactly the sum of those ballots, the last of each voter.',
    'The trustees opened that tally and nothing else, and the result is what was in it.',
  ],
  archive: 'Archive (.bel)',
  secondProofs: 'Second proofs of decryption (.json)',
  secondProofsHint:
    'The format of the archive does not bind the proof of decryption to the ballots. Without this file one trustee and the last voter could together shift a result, so the check is not whole without it.',
  tracker: 'The code of my ballot',
  trackerHint: '43 characters that you were given when you voted. Leave it empty to check all but your own ballot.',
  head: 'End of the chain, as printed in the protocol',
  headHint: '64 characters. Without comparing it, an archive cannot say by itself that it goes to the end.',
  check: 'Check',
  scriptTitle: 'Without script',
  script:
    'Without script this page cannot compute. The same is done at the command line: in the platform’s source by “npm run ballots:verify -- FILE.bel --proofs PROOFS.json”, or with Debian’s belenios-tool by “belenios-tool election verify --dir FOLDER”. The latter does not notice everything that is checked here.',
  browser: {
    progress: '{done} of {of} ballots checked.',
    whole: 'Everything holds: the result is exactly what the voters gave.',
    unproved: 'No fault was found, but not everything is proved yet.',
    broken: 'The archive does not hold. This result cannot be believed.',
    unreadable: 'The file cannot be read. Choose the archive of a vote, whose name ends in “.bel”.',
    parts: {
      chain: 'Chain of events',
      election: 'Facts of the vote and credentials',
      trustees: 'Keys of the trustees',
      ballots: 'Ballots',
      tally: 'Encrypted tally',
      decryption: 'Decryption',
      result: 'Result',
      secondProofs: 'Second proofs of decryption',
    },
    verdicts: { holds: 'holds', fails: 'does not hold', missing: 'missing', notReached: 'not reached' },
    secondProofsMissing: 'The file of second proofs was not given: without it the decryption is not fully proved.',
    ballots: '{ballots} ballots in the box, {voters} counted.',
    ballotFaults: {
      ballotForm: 'wrong form',
      otherElection: 'ballot of another vote',
      unlisted: 'voter not in the list',
      signature: 'wrong signature',
      individualProof: 'a mark that is not allowed',
      overallProof: 'a number of choices that is not allowed',
      blankProof: 'wrong proof of a blank ballot',
      repeated: 'repeated ballot',
    },
    setup: 'Hash of the setup',
    head: 'End of the chain',
    headSame: 'the same as you gave',
    headOther: 'NOT the same as you gave: this is not the archive whose end the protocol has',
    answer: 'Choice',
    votes: 'Votes',
    blank: 'blank ballot',
    trackerCounts: 'Your ballot is in the box and was counted.',
    trackerReplaced: 'Your ballot is in the box, but the same voter cast a later one, which was counted.',
    trackerAbsent: 'There is no ballot with this code in the box.',
  },
}

const ru: BallotWords = {
  title: 'Проверьте тайное голосование сами',
  lead: 'О каждом проверяемом тайном голосовании публикуется архив. Эта страница заново всё вычисляет на вашем устройстве: файлы никуда не отправляются, а после открытия страницы не нужна и сеть.',
  whatTitle: 'Что проверяется',
  what: [
    'Цепочка событий: ничего не изъято, не добавлено и не переставлено.',
    'Каждый бюллетень: имел ли голосующий право, его ли это подпись и допустимо ли число отметок. Кто как голосовал, не раскрывается.',
    'Зашифрованный итог – точная сумма этих бюллетеней, последний от каждого голосующего.',
    'Доверенные лица открыли именно этот итог и только его, и результат – то, что в нём было.',
  ],
  archive: 'Архив (.bel)',
  secondProofs: 'Дополнительные доказательства расшифровки (.json)',
  secondProofsHint:
    'Сам формат архива не связывает доказательство расшифровки с бюллетенями. Без этого файла одно доверенное лицо и последний голосующий вместе могли бы сдвинуть результат, поэтому без него проверка не полна.',
  tracker: 'Код моего бюллетеня',
  trackerHint: '43 знака, которые вы получили при голосовании. Оставьте пустым, если проверяете всё, кроме своего.',
  head: 'Конец цепочки, напечатанный в протоколе',
  headHint: '64 знака. Без сравнения архив сам не может сказать, полон ли он.',
  check: 'Проверить',
  scriptTitle: 'Без скриптов',
  script:
    'Без скриптов страница не вычисляет. То же делается в командной строке: в исходном коде платформы командой «npm run ballots:verify -- ФАЙЛ.bel --proofs ДОКАЗАТЕЛЬСТВА.json» или командой «belenios-tool election verify --dir ПАПКА» из пакета Debian belenios-tool. Последняя замечает не всё, что проверяется здесь.',
  browser: {
    progress: 'Проверено бюллетеней: {done} из {of}.',
    whole: 'Всё сходится: результат именно тот, который дали голосующие.',
    unproved: 'Ошибок не найдено, но доказано ещё не всё.',
    broken: 'Архив не выдерживает проверки. Этому результату нельзя верить.',
    unreadable: 'Файл не читается. Выберите архив голосования с именем на «.bel».',
    parts: {
      chain: 'Цепочка событий',
      election: 'Данные голосования и список голосующих',
      trustees: 'Ключи доверенных лиц',
      ballots: 'Бюллетени',
      tally: 'Зашифрованный итог',
      decryption: 'Расшифровка',
      result: 'Результат',
      secondProofs: 'Дополнительные доказательства расшифровки',
    },
    verdicts: { holds: 'верно', fails: 'неверно', missing: 'отсутствует', notReached: 'не дошли' },
    secondProofsMissing: 'Файл дополнительных доказательств не дан: без него расшифровка доказана не до конца.',
    ballots: 'Бюллетеней в урне: {ballots}, учтено: {voters}.',
    ballotFaults: {
      ballotForm: 'неверная форма',
      otherElection: 'бюллетень другого голосования',
      unlisted: 'голосующего нет в списке',
      signature: 'неверная подпись',
      individualProof: 'недопустимая отметка',
      overallProof: 'недопустимое число отметок',
      blankProof: 'неверное доказательство пустого бюллетеня',
      repeated: 'повторный бюллетень',
    },
    setup: 'Хеш исходных данных',
    head: 'Конец цепочки',
    headSame: 'совпадает с данным вами',
    headOther: 'НЕ совпадает с данным вами: это не тот архив, конец которого в протоколе',
    answer: 'Выбор',
    votes: 'Голосов',
    blank: 'пустой бюллетень',
    trackerCounts: 'Ваш бюллетень в урне и учтён.',
    trackerReplaced: 'Ваш бюллетень в урне, но тот же голосующий позже подал новый, который и учтён.',
    trackerAbsent: 'Бюллетеня с таким кодом в урне нет.',
  },
}

export const ballotMessages: Record<Language, BallotWords> = { et, en, ru }
