import { parseDeadline } from '../deadline.ts'
import type { Block, ReadDocument } from './block.ts'
import { readFrontMatter } from './front-matter.ts'
import { outlineOfTable } from './outline-of-table.ts'
import { outlineOfText } from './outline-of-text.ts'
import { chapterOf, type Outline, type OutlineEntry } from './outline.ts'
import type { ParsedChapter, ParsedCommitment, ParsedPlan, ParsedPlanOutcome, Uncertainty } from './parsed-plan.ts'
import { shareOfTitles, splitParties } from './party-names.ts'

const fewestActivities = 2
type Activity = OutlineEntry & { kind: 'activity' }
type Doubt = Uncertainty['code']

/** A paragraph that ends with a comma goes on in the next one; else the writer's new line is kept. */
function joined(paragraphs: readonly string[]): string {
  return paragraphs.join('\n').replaceAll(/([,;])\n/gu, '$1 ')
}

function excerptOf(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

function readCommitment(number: string, { cells, boundaryGuessed }: Activity): ParsedCommitment {
  const uncertainties: Uncertainty[] = []
  const doubt = (code: Doubt, excerpt: string) =>
    uncertainties.push({ code, commitment: number, excerpt: excerptOf(excerpt) })
  const text = joined(cells.text)
  const deadlineAsWritten = joined(cells.deadline)
  const partiesAsWritten = joined(cells.parties)
  const fulfilment = joined(cells.fulfilment)
  const { schedule, understood, leftover } = parseDeadline(deadlineAsWritten)
  const { parties, separatorMissing, notSplit } = splitParties(cells.parties)

  if (boundaryGuessed) doubt('cellBoundaryGuessed', `${deadlineAsWritten} | ${partiesAsWritten}`)
  if (text === '') doubt('textMissing', partiesAsWritten)
  if (cells.deadline.length === 0) doubt('deadlineMissing', text)
  else if (!understood) doubt('deadlineNotUnderstood', deadlineAsWritten)
  if (schedule.length > 1) doubt('deadlineHasTwoRhythms', deadlineAsWritten)
  if (understood && leftover !== '') doubt('deadlineHasOtherWords', leftover)
  if (parties.length === 0) doubt('noParty', text)
  if (separatorMissing) doubt('partySeparatorMissing', partiesAsWritten)
  for (const party of notSplit) doubt('partyNotSplit', party)
  if (fulfilment === '') doubt('fulfilmentMissing', text)
  const inner = [...cells.text, ...cells.fulfilment].find((line) =>
    /^\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s*\p{Lu}/u.test(line),
  )
  if (inner !== undefined) doubt('subNumberNotSplit', inner)
  return { number, text, deadlineAsWritten, schedule, partiesAsWritten, parties, fulfilment, uncertainties }
}

function minorOf(number: string): number {
  return Number(number.split('.')[1])
}

/** Chapters by the numbers of their activities: a word processor's own chapter numbers are lost in plain text. */
function readChapters(entries: readonly OutlineEntry[]): Pick<ParsedPlan, 'chapters' | 'uncertainties'> {
  const chapters: ParsedChapter[] = []
  const uncertainties: Uncertainty[] = []
  const doubt = (code: Doubt, excerpt: string) => uncertainties.push({ code, excerpt: excerptOf(excerpt) })
  let heading: (OutlineEntry & { kind: 'heading' }) | undefined
  let current: ParsedChapter | undefined

  const openChapter = (number: number): ParsedChapter => {
    const chapter: ParsedChapter = { number, title: heading?.title ?? '', commitments: [] }
    if (heading === undefined) doubt('chapterTitleMissing', String(number))
    else if (heading.number !== number) doubt('chapterNumberMissing', `${number}. ${heading.title}`)
    heading = undefined
    chapters.push(chapter)
    return chapter
  }
  for (const entry of entries) {
    if (entry.kind === 'heading') {
      if (heading) doubt('headingIgnored', heading.title)
      heading = entry
      continue
    }
    const headingNumber: number = heading?.number ?? (current?.number ?? 0) + 1
    const numberByPlace = heading || !current ? headingNumber : current.number
    const chapterNumber = entry.number === undefined ? numberByPlace : chapterOf(entry.number)
    const known = chapters.find((chapter) => chapter.number === chapterNumber)
    if (known && heading) {
      doubt('headingIgnored', heading.title)
      heading = undefined
    }
    const isBack = current !== undefined && chapterNumber < current.number
    current = known ?? openChapter(chapterNumber)
    const last = current.commitments.at(-1)
    const expected = last ? minorOf(last.number) + 1 : 1
    const commitment = readCommitment(entry.number ?? `${chapterNumber}.${expected}`, entry)
    const note = (code: Doubt) =>
      commitment.uncertainties.push({ code, commitment: commitment.number, excerpt: excerptOf(commitment.text) })
    if (entry.number === undefined) note('numberMissing')
    if (current.commitments.some(({ number }) => number === commitment.number)) note('duplicateNumber')
    else if (isBack || minorOf(commitment.number) !== expected) note('numberOutOfOrder')
    current.commitments.push(commitment)
  }
  if (heading) doubt('headingIgnored', heading.title)
  return { chapters, uncertainties }
}

/** A plan says of its activities when they fall due and who answers for them; a numbered table of sums does not. */
function looksLikePlan(commitments: readonly ParsedCommitment[], hasTableHeader: boolean): boolean {
  const count = commitments.length
  const withDeadline = commitments.filter(({ schedule }) => schedule.length > 0).length
  const withParty = commitments.filter(({ partiesAsWritten }) => shareOfTitles(partiesAsWritten) > 0).length
  const inWords = commitments.filter(({ text }) => /\p{L}{3}.*\s.*\p{L}{3}/u.test(text)).length
  if (inWords < count / 2) return false
  const needed = hasTableHeader ? count / 3 : count / 2
  return hasTableHeader ? Math.max(withDeadline, withParty) >= needed : Math.min(withDeadline, withParty) >= needed
}

function outlineOf(blocks: readonly Block[]): Outline {
  const isTable = blocks.some((block) => block.kind === 'row' && block.cells.length >= 3)
  return isTable ? outlineOfTable(blocks) : outlineOfText(blocks)
}

/** The plan in a document, with everything that was not sure said; or why the document is none. */
export function parsePlan(read: ReadDocument): ParsedPlanOutcome {
  if (!read.ok) return read
  const { front, entries, hasTableHeader } = outlineOf(read.blocks)
  const { chapters, uncertainties } = readChapters(entries)
  const commitments = chapters.flatMap((chapter) => chapter.commitments)
  if (commitments.length === 0 || !looksLikePlan(commitments, hasTableHeader)) return { ok: false, refusal: 'notAPlan' }
  if (commitments.length < fewestActivities) return { ok: false, refusal: 'tooFewActivities' }
  const { title, approval, introduction } = readFrontMatter(front)
  if (title === undefined) uncertainties.unshift({ code: 'titleNotFound', excerpt: excerptOf(front[0] ?? '') })
  if (approval?.on === undefined) {
    uncertainties.unshift({ code: 'approvalNotFound', excerpt: excerptOf(approval?.wording ?? '') })
  }
  const plan: ParsedPlan = { title: title ?? '', introduction, chapters, uncertainties }
  return { ok: true, plan: approval === undefined ? plan : { ...plan, approval } }
}
