import type { Language } from '#platform/language.ts'

const et = {
  title: 'Kontrolli tulemust',
  lead: 'Selle hääletuse tulemus on allkirjastatud fail. Leht arvutab tulemuse sinu seadmes uuesti ja töötab ka võrguta, kui see on kord laaditud.',
  file: 'Tulemuse fail (JSON)',
  log: 'Istungi avalik logi kuni selle tulemuseni (JSON)',
  keys: 'Saidi avalik võti',
  check: 'Mis selgus',
  waiting: 'Kontrollin …',
  noScript: 'Skriptita kontrolli see leht ise ei tee. Kuidas käsitsi kontrollida, on allpool.',
  signature: {
    yes: 'Allkiri on õige: faili ei ole pärast allkirjastamist muudetud.',
    no: 'Allkiri ei klapi: seda faili ei ole allkirjastanud see sait või on seda muudetud.',
    cannot: 'See veebilehitseja ei oska Ed25519 allkirju kontrollida. Kontrolli käsitsi, juhis on allpool.',
  },
  counts: {
    yes: 'Nimelised hääled annavad kokku avaldatud arvud.',
    no: 'Nimelised hääled ei anna kokku avaldatud arve.',
    cannot: 'Nimelisi hääli ei ole: hääletus oli salajane või loeti käsi. Arve saab võrrelda ainult protokolliga.',
  },
  outcome: {
    yes: 'Reegel annab samade arvudega sama tulemuse, mille juhataja välja kuulutas.',
    no: 'Reegel annab samade arvudega teise tulemuse kui see, mille juhataja välja kuulutas.',
    cannot: 'Selle hääletuse reeglit failis ei ole.',
  },
  standing: {
    annulled: 'See tulemus on hiljem tühistatud.',
    repeated: 'See tulemus ei kehti: hääletus tehakse uuesti või on juba uuesti tehtud.',
  },
  because: (words: string) => `Põhjus: ${words}`,
  question: 'Küsimus',
  rule: 'Reegel',
  counted: 'Tulemus',
  stated: 'Välja kuulutatud',
  entitled: 'Hääleõiguslikke',
  paper: (counters: string, ballots: number) => `Hääled lugesid ${counters}. Sedeleid anti välja ${ballots}.`,
  logHash: 'Logi räsi',
  byHand: 'Kuidas käsitsi kontrollida',
  steps: [
    'Laadi alla tulemuse fail ja saidi avalik võti.',
    'Kirjuta faili väli „result“ ümber RFC 8785 järgi: võtmed tähestiku järjekorras, tühikuteta.',
    'Kontrolli välja „signature.value“ (base64url, Ed25519) selle teksti ja avaliku võtmega.',
    'Liida hääled kokku ja võrdle väljaga „counts“; rakenda reegel ja võrdle väljaga „stated“.',
    'Logi räsi: arvuta SHA-256 istungi avalikust logist, mis on juba selles kujus.',
  ],
  withNode: 'Sama Node.js käsuga:',
  link: 'Kontrolli tulemust ise',
}
type Words = typeof et

const en: Words = {
  title: 'Check the result',
  lead: 'The result of this vote is a signed file. This page works the result out again on your own device, and goes on working without a network once it has loaded.',
  file: 'File of the result (JSON)',
  log: 'Public log of the meeting up to this result (JSON)',
  keys: 'The site’s public key',
  check: 'What was found',
  waiting: 'Checking …',
  noScript: 'Without script this page does not check by itself. How to check by hand stands below.',
  signature: {
    yes: 'The signature is right: nothing in the file has changed since it was signed.',
    no: 'The signature does not fit: this site has not signed this file, or it was changed.',
    cannot: 'This browser cannot check Ed25519 signatures. Check by hand, as told below.',
  },
  counts: {
    yes: 'The votes by name add up to the published numbers.',
    no: 'The votes by name do not add up to the published numbers.',
    cannot:
      'There are no votes by name: the vote was secret, or hands were counted. Compare the numbers with the minutes.',
  },
  outcome: {
    yes: 'With these numbers the rule gives the outcome that the chair declared.',
    no: 'With these numbers the rule gives another outcome than the chair declared.',
    cannot: 'The file does not have the rule of this vote.',
  },
  standing: {
    annulled: 'This result was annulled later.',
    repeated: 'This result does not hold: the vote is to be taken again or has been taken again already.',
  },
  because: (words) => `Why: ${words}`,
  question: 'Question',
  rule: 'Rule',
  counted: 'Result',
  stated: 'Declared',
  entitled: 'Entitled to vote',
  paper: (counters, ballots) => `The votes were counted by ${counters}. Ballot papers given out: ${ballots}.`,
  logHash: 'Hash of the log',
  byHand: 'How to check by hand',
  steps: [
    'Download the file of the result and the site’s public key.',
    'Write the file’s field “result” anew by RFC 8785: keys in alphabetical order, no blanks.',
    'Check the field “signature.value” (base64url, Ed25519) against that text with the public key.',
    'Add up the votes and compare with “counts”; apply the rule and compare with “stated”.',
    'Hash of the log: SHA-256 of the meeting’s public log, which already has that form.',
  ],
  withNode: 'The same with Node.js:',
  link: 'Check the result yourself',
}

const ru: Words = {
  title: 'Проверить результат',
  lead: 'Результат этого голосования – подписанный файл. Страница заново вычисляет результат на вашем устройстве и после загрузки работает и без сети.',
  file: 'Файл результата (JSON)',
  log: 'Открытый журнал заседания до этого результата (JSON)',
  keys: 'Открытый ключ сайта',
  check: 'Что выяснилось',
  waiting: 'Проверяю …',
  noScript: 'Без скриптов страница сама не проверяет. Как проверить вручную, сказано ниже.',
  signature: {
    yes: 'Подпись верна: после подписания файл не меняли.',
    no: 'Подпись не сходится: этот сайт файл не подписывал, или файл изменён.',
    cannot: 'Этот браузер не умеет проверять подписи Ed25519. Проверьте вручную, как сказано ниже.',
  },
  counts: {
    yes: 'Поимённые голоса в сумме дают опубликованные числа.',
    no: 'Поимённые голоса не дают опубликованных чисел.',
    cannot:
      'Поимённых голосов нет: голосование было тайным или считали руки. Числа можно сравнить только с протоколом.',
  },
  outcome: {
    yes: 'С этими числами правило даёт тот итог, который объявил председатель.',
    no: 'С этими числами правило даёт иной итог, чем объявил председатель.',
    cannot: 'Правила этого голосования в файле нет.',
  },
  standing: {
    annulled: 'Этот результат позже отменён.',
    repeated: 'Этот результат не действует: голосуют заново или уже проголосовали.',
  },
  because: (words) => `Причина: ${words}`,
  question: 'Вопрос',
  rule: 'Правило',
  counted: 'Результат',
  stated: 'Объявлено',
  entitled: 'Имели право голоса',
  paper: (counters, ballots) => `Голоса считали ${counters}. Выдано бюллетеней: ${ballots}.`,
  logHash: 'Хеш журнала',
  byHand: 'Как проверить вручную',
  steps: [
    'Скачайте файл результата и открытый ключ сайта.',
    'Запишите поле «result» заново по RFC 8785: ключи по алфавиту, без пробелов.',
    'Проверьте поле «signature.value» (base64url, Ed25519) по этому тексту открытым ключом.',
    'Сложите голоса и сравните с «counts»; примените правило и сравните со «stated».',
    'Хеш журнала: SHA-256 открытого журнала заседания, который уже записан в таком виде.',
  ],
  withNode: 'То же с Node.js:',
  link: 'Проверить результат самому',
}

export const proofMessages: Record<Language, Words> = { et, en, ru }

/** Sorting by code units is what RFC 8785 asks; the file's numbers are whole and its text well-formed. */
export const nodeProgram = `import { readFileSync } from 'node:fs'
import { createPublicKey, verify } from 'node:crypto'
const read = (name) => JSON.parse(readFileSync(name, 'utf8'))
const canonical = (v) =>
  Array.isArray(v) ? '[' + v.map(canonical).join() + ']'
  : v !== null && typeof v === 'object'
    ? '{' + Object.keys(v).sort().map((k) => JSON.stringify(k) + ':' + canonical(v[k])).join() + '}'
    : JSON.stringify(v)
const { result, signature } = read('tulemus.json')
const jwk = read('avavald-keys.json').keys.find(({ kid }) => kid === signature.key)
const key = createPublicKey({ key: jwk, format: 'jwk' })
console.log(verify(null, Buffer.from(canonical(result)), key, Buffer.from(signature.value, 'base64url')))`
