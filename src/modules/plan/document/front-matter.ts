import { calendarDay } from '../calendar.ts'
import type { ParsedApproval } from './parsed-plan.ts'

export type FrontMatter = { title?: string; approval?: ParsedApproval; introduction: string }

function dateIn(text: string): string | undefined {
  const match = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/u.exec(text)
  return match === null ? undefined : calendarDay(Number(match[3]), Number(match[2]), Number(match[1]))
}

function numberAfter(text: string, words: RegExp): number | undefined {
  const found = words.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

function readApproval(wording: string): ParsedApproval {
  const sessionNumber = numberAfter(wording, /istungi?\s+(?:nr\.?\s*)?(\d{1,4})/iu)
  const agendaNumber = numberAfter(wording, /päevakorrapunkti?\s+(?:nr\.?\s*)?(\d{1,4})/iu)
  const on = dateIn(wording)
  const body = /(?:valla|linna)valitsuse/iu.test(wording)
    ? 'government'
    : /volikogu/iu.test(wording)
      ? 'council'
      : undefined
  return {
    wording,
    ...(body === undefined ? {} : { body }),
    ...(sessionNumber === undefined ? {} : { sessionNumber }),
    ...(agendaNumber === undefined ? {} : { agendaNumber }),
    ...(on === undefined ? {} : { on }),
  }
}

/** What stands before the first chapter: the approval, the title, the introduction. */
export function readFrontMatter(front: readonly string[]): FrontMatter {
  const paragraphs = front.filter((paragraph) => paragraph !== '')
  const titleAt = paragraphs.findIndex((paragraph) => /tegevuskava["”“]?$/iu.test(paragraph) && paragraph.length <= 200)
  const approvedAt = paragraphs.findIndex((paragraph) => /^(?:kinnitatud|vastu võetud)/iu.test(paragraph))
  const isApprovalFirst = approvedAt >= 0 && approvedAt < titleAt
  const approvalEnd = isApprovalFirst ? titleAt : approvedAt + 4
  const approval = approvedAt < 0 ? undefined : readApproval(paragraphs.slice(approvedAt, approvalEnd).join(' '))
  const introductionFrom = titleAt < 0 ? paragraphs.length : titleAt + 1
  const introduction = paragraphs
    .filter((_, index) => index >= introductionFrom && (isApprovalFirst || approvedAt < 0 || index < approvedAt))
    .join('\n\n')
  const title = paragraphs[titleAt]
  return { ...(title === undefined ? {} : { title }), ...(approval === undefined ? {} : { approval }), introduction }
}
