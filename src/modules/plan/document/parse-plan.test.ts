import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Block } from './block.ts'
import { parsePlan } from './parse-plan.ts'
import { commitmentsOf, uncertaintiesOf, type ParsedPlan } from './parsed-plan.ts'
import { readDocument } from './read-document.ts'
import { docxOf } from './testing.ts'

const fixtures = new URL('./fixtures/', import.meta.url)
const act = readFileSync(new URL('tegevuskava.txt', fixtures))
const page = readFileSync(new URL('tegevuskava.html', fixtures))
const expected = JSON.parse(readFileSync(new URL('tegevuskava.expected.json', fixtures), 'utf8')) as unknown[]

async function planIn(bytes: Uint8Array, fileName: string): Promise<ParsedPlan> {
  const outcome = parsePlan(await readDocument(bytes, fileName))
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome.plan
}

async function planInText(text: string): Promise<ParsedPlan> {
  return planIn(new TextEncoder().encode(text), 'kava.txt')
}

function planInBlocks(blocks: Block[]): ReturnType<typeof parsePlan> {
  return parsePlan({ ok: true, format: 'docx', blocks })
}

function row(...cells: string[]): Block {
  return { kind: 'row', cells: cells.map((cell) => cell.split('\n').filter((text) => text !== '')) }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

function ends(text: string): [string, string] {
  const words = text.split(/\s+/u)
  return [words.slice(0, 3).join(' '), words.slice(-3).join(' ')]
}

function summaryOf(plan: ParsedPlan): unknown[] {
  return commitmentsOf(plan).map(({ number, deadlineAsWritten, schedule, parties, text, fulfilment }) => ({
    number,
    deadlineAsWritten,
    schedule,
    parties,
    textEnds: ends(text),
    fulfilmentEnds: ends(fulfilment),
    textLength: text.length,
    fulfilmentLength: fulfilment.length,
  }))
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu)!.toSorted()
}

const codes = (plan: ParsedPlan) =>
  uncertaintiesOf(plan).map(({ code, commitment }) => `${commitment ?? ''} ${code}`.trim())
const header = row('TEGEVUS', 'TÄHTAEG', 'OSAPOOL', 'TÄITMINE')

describe('the real action plan', () => {
  test('has its 37 activities with every field right', async () => {
    const plan = await planIn(act, 'tegevuskava.txt')
    expect(summaryOf(plan)).toEqual(expected)
    expect(expected).toHaveLength(37)
  })

  test('has six chapters, numbered by their activities', async () => {
    const plan = await planIn(act, 'tegevuskava.txt')
    expect(plan.chapters.map(({ number, title, commitments }) => [number, title, commitments.length])).toEqual([
      [1, 'Avaliku võimu tegevust puudutava teabe avalikustamine', 9],
      [2, 'Dialoog kogukonnaga otsuste ettevalmistamisel', 5],
      [3, 'Kodanikuaktiivsuse sh. külaliikumise toetamine', 5],
      [4, 'Noorte osalemine kogukonnaelus ja omaalgatuse ergutamine', 4],
      [5, 'Meetmed korruptsiooni ennetamiseks', 5],
      [6, 'Elanike internetikasutuse arendamine', 9],
    ])
  })

  test('loses no word and invents none', async () => {
    const { title, introduction, approval, chapters } = await planIn(act, 'tegevuskava.txt')
    const read = [
      '24.03.23',
      title,
      introduction,
      approval?.wording ?? '',
      ...chapters.flatMap((chapter) => [`1. ${chapter.title}`, ...chapter.commitments.flatMap(fieldsOf)]),
    ]
    const written = act.toString('utf8').replaceAll(/^(?:TEGEVUS|TÄHTAEG|OSAPOOL|TÄITMINE)$/gmu, '')
    expect(wordsOf(read.join(' '))).toEqual(wordsOf(written))
  })

  test('says who approved it, when and under which item', async () => {
    const plan = await planIn(act, 'tegevuskava.txt')
    expect(plan.title).toBe('JÕELÄHTME VALLA AVATUD VALITSEMISE TEGEVUSKAVA')
    expect(plan.approval).toEqual({
      wording:
        'KINNITATUD Jõelähtme Vallavalitsuse 10.11.2022 istungi nr 46 päevakorrapunkti nr 14 protokollilise otsusega',
      body: 'government',
      sessionNumber: 46,
      agendaNumber: 14,
      on: '2022-11-10',
    })
    expect(plan.introduction).toMatch(/^Jõelähtme valla avatud .* võimalusi\.$/u)
  })

  test('names everything that it was not sure of, and nothing else', async () => {
    expect(codes(await planIn(act, 'tegevuskava.txt'))).toEqual([
      ...Array.from({ length: 5 }, () => 'chapterNumberMissing'),
      '1.4 deadlineHasTwoRhythms',
      '1.5 deadlineHasTwoRhythms',
      '1.6 deadlineHasOtherWords',
      '1.7 deadlineHasTwoRhythms',
      '2.3 deadlineHasTwoRhythms',
      '2.3 deadlineHasOtherWords',
      '2.5 deadlineHasTwoRhythms',
      '3.4 deadlineHasTwoRhythms',
      '4.2 deadlineHasTwoRhythms',
      '4.3 partySeparatorMissing',
      '5.3 deadlineHasTwoRhythms',
      '5.3 deadlineHasOtherWords',
      '5.4 deadlineHasTwoRhythms',
      '6.9 partySeparatorMissing',
    ])
  })

  test('is the same plan from a web page, a Word document, another encoding and other line ends', async () => {
    const fromText = await planIn(act, 'tegevuskava.txt')
    const readPage = await readDocument(page, 'tegevuskava.html')
    if (!readPage.ok) throw new Error(readPage.refusal)
    const docx = docxOf(readPage.blocks)
    const text = act.toString('utf8')
    const baltic = Buffer.from(text.replaceAll('„', '"').replaceAll('–', '-'), 'latin1')
    const others = [
      await planIn(page, 'tegevuskava.html'),
      await planIn(docx, 'tegevuskava.docx'),
      await planIn(docx, 'wrongly-named.txt'),
      await planInText(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
      await planIn(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'tegevuskava.txt'),
      await planInText(text.replaceAll(/^\n/gmu, '')),
    ]
    for (const other of others) {
      expect(summaryOf(other)).toEqual(expected)
      expect(commitmentsOf(other).map(fieldsOf)).toEqual(commitmentsOf(fromText).map(fieldsOf))
      expect(other.chapters.map(({ title }) => title)).toEqual(fromText.chapters.map(({ title }) => title))
      expect(other.approval).toEqual(fromText.approval)
      expect(other.introduction).toBe(fromText.introduction)
    }
    expect(commitmentsOf(await planIn(baltic, 'tegevuskava.txt'))).toHaveLength(37)
  })
})

function fieldsOf(commitment: ReturnType<typeof commitmentsOf>[number]): string[] {
  const { number, text, deadlineAsWritten, partiesAsWritten, fulfilment } = commitment
  return [number, text, deadlineAsWritten, partiesAsWritten, fulfilment]
}

describe('tables written otherwise', () => {
  test('may have a column of numbers and the columns in another order', () => {
    const outcome = planInBlocks([
      paragraph('Näidisvalla tegevuskava'),
      paragraph('I. Avatus'),
      row('Nr', 'Tegevus', 'Vastutaja', 'Tähtaeg', 'Täitmine'),
      row('1.1', 'Avaldame uudiseid iga päev', 'Vallasekretär', '31.12.2026', 'Uudised on veebis'),
      row('1.2', 'Kuulame elanikke ära', 'Vallavanem ja abivallavanem', 'II poolaasta 2026', 'Kohtumised on peetud'),
    ])
    expect(outcome.ok && outcome.plan.chapters[0]).toMatchObject({
      number: 1,
      title: 'Avatus',
      commitments: [
        { number: '1.1', text: 'Avaldame uudiseid iga päev', parties: ['Vallasekretär'] },
        { number: '1.2', parties: ['Vallavanem', 'abivallavanem'], schedule: [{ kind: 'once', by: '2026-12-31' }] },
      ],
    })
  })

  test('may have chapters as rows, rows cut by a page, and numbers that the word processor wrote itself', () => {
    const outcome = planInBlocks([
      paragraph('Näidisvalla tegevuskava'),
      header,
      row('Avatus', '', '', ''),
      row('Avaldame uudiseid', 'Pidev tegevus', 'Vallasekretär', 'Uudised on'),
      row('', '', '', 'veebis'),
      row('Kuulame elanikke', 'Kord aastas', '', ''),
      row('Noored', '', '', ''),
      row('Kaasame noori', 'millalgi', 'Noortevolikogu', 'Tehtud'),
    ])
    if (!outcome.ok) throw new Error(outcome.refusal)
    expect(commitmentsOf(outcome.plan).map(({ number, fulfilment }) => [number, fulfilment])).toEqual([
      ['1.1', 'Uudised on\nveebis'],
      ['1.2', ''],
      ['2.1', 'Tehtud'],
    ])
    expect(outcome.plan.chapters.map(({ title }) => title)).toEqual(['Avatus', 'Noored'])
    const found = codes(outcome.plan)
    expect(found).toContain('1.1 numberMissing')
    expect(found).toContain('1.2 noParty')
    expect(found).toContain('1.2 fulfilmentMissing')
    expect(found).toContain('2.1 deadlineNotUnderstood')
  })

  test('show numbers that repeat or jump', () => {
    const outcome = planInBlocks([
      header,
      row('1.1. Avaldame uudiseid', 'Pidev tegevus', 'Vallasekretär', 'Tehtud'),
      row('1.1. Kuulame elanikke', 'Pidev tegevus', 'Vallavanem', 'Tehtud'),
      row('1.4. Kaasame noori', 'Pidev tegevus', 'Noortevolikogu', 'Tehtud'),
    ])
    expect(outcome.ok && codes(outcome.plan)).toEqual(
      expect.arrayContaining(['1.1 duplicateNumber', '1.4 numberOutOfOrder', 'chapterTitleMissing', 'titleNotFound']),
    )
  })

  test('as text: chapters without any number are found before the table’s header', async () => {
    const plan = await planInText(
      [
        'Näidisvalla tegevuskava',
        'Avatus|TEGEVUS|TÄHTAEG|OSAPOOL|TÄITMINE',
        '1.1. Avaldame uudiseid kõigile.|Pidev tegevus|Vallasekretär|Uudised on veebis.',
        'Noored|TEGEVUS|TÄHTAEG|OSAPOOL|TÄITMINE',
        '2.1. Kaasame noori otsustesse.|Kord aastas|Noortevolikogu|Noored on kaasatud.',
      ]
        .join('|')
        .replaceAll('|', '\n\n'),
    )
    expect(plan.chapters.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Avatus'],
      [2, 'Noored'],
    ])
    expect(commitmentsOf(plan).map(({ fulfilment }) => fulfilment)).toEqual([
      'Uudised on veebis.',
      'Noored on kaasatud.',
    ])
  })
})

async function refusalOf(bytes: Uint8Array | string, name = 'fail.txt'): Promise<string> {
  const outcome = parsePlan(await readDocument(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name))
  return outcome.ok ? 'accepted' : outcome.refusal
}

describe('a document that is no plan', () => {
  test('is refused with its reason', async () => {
    const budget = [
      row('Kirje', '2023', '2024', 'Muutus'),
      row('1.1 Maksutulud kokku aastas', '8 000 000', '9 000 000', '12%'),
      row('1.2 Kaupade ja teenuste müük', '500 000', '600 000', '20%'),
    ]
    expect(await refusalOf(docxOf(budget), 'eelarve.docx')).toBe('notAPlan')
    expect(await refusalOf('Tere! Homme sajab vihma. 1.1. Ja ülehomme ka.')).toBe('notAPlan')
    expect(await refusalOf('1.1. Üks asi\n\n1.2. Teine asi\n\n1.3. Kolmas asi')).toBe('notAPlan')
    expect(await refusalOf('<html><body><p>Tere tulemast valla lehele</p></body></html>', 'leht.html')).toBe('notAPlan')
    expect(await refusalOf('')).toBe('empty')
    expect(await refusalOf(' \n\u00A0\n')).toBe('empty')
    expect(await refusalOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70))).toBe('unsupportedType')
    const single = [header, row('1.1. Avaldame uudiseid', 'Pidev tegevus', 'Vallasekretär', 'Uudised on veebis')]
    expect(await refusalOf(docxOf(single), 'kava.docx')).toBe('tooFewActivities')
  })
})
