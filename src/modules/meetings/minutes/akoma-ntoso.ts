import { localDate } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import type { PdfBlock, PdfRun, PdfText } from '#platform/typst/pdf-document.ts'
import type { Meeting } from '../queries/meetings.ts'
import { nameOfMeeting } from '../messages/names.ts'
import { minutesMessages } from './messages.ts'
import type { MinutesVersion } from './queries.ts'

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
const languageCodes: Record<Language, string> = { et: 'est', en: 'eng', ru: 'rus' }
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign]!)

type Of = {
  meeting: Meeting
  version: Pick<MinutesVersion, 'version' | 'publishedAt'>
  blocks: readonly PdfBlock[]
  language: Language
  timeZone: string
}

/**
 * Published minutes as Akoma Ntoso 3.0 (OASIS LegalDocML), a `debateReport`: an account of a sitting, not its words one
 * by one. Sections follow the headings; every element of the body has an id of its own.
 */
export function akomaNtoso(of: Of): string {
  const { meeting, blocks, language } = of
  const title = minutesMessages[language].fullTitle(nameOfMeeting(meeting, language))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<akomaNtoso xmlns="${namespace}">`,
    `<debateReport name="protokoll" contains="originalVersion">`,
    metaOf(of),
    `<preface eId="preface"><p eId="preface__p_1"><docTitle eId="preface__title">${escape(title)}</docTitle></p></preface>`,
    `<mainBody eId="mainBody">${bodyOf(blocks)}</mainBody>`,
    '</debateReport>',
    '</akomaNtoso>',
    '',
  ].join('\n')
}

/** Work, expression and manifestation (FRBR), in that order; names of files follow the naming convention. */
function metaOf({ meeting, version, language, timeZone }: Of): string {
  const heldOn = localDate(meeting.startsAt, timeZone)
  const publishedOn = localDate(version.publishedAt, timeZone)
  const work = `/akn/ee/debateReport/${meeting.body.slug}/${heldOn}/${meeting.number}`
  const expression = `${work}/${languageCodes[language]}@${publishedOn}!${version.version}`
  const level = (name: string, uri: string, date: string, what: string, more: string) =>
    `<${name}><FRBRthis value="${uri}/!main"/><FRBRuri value="${uri}"/>` +
    `<FRBRdate date="${date}" name="${what}"/><FRBRauthor href="#body"/>${more}</${name}>`
  const body = escape(readText(meeting.body.name, language).text)
  return (
    '<meta><identification source="#body">' +
    level('FRBRWork', work, heldOn, 'sitting', `<FRBRcountry value="ee"/><FRBRnumber value="${meeting.number}"/>`) +
    level(
      'FRBRExpression',
      expression,
      publishedOn,
      'publication',
      `<FRBRversionNumber value="${version.version}"/><FRBRlanguage language="${languageCodes[language]}"/>`,
    ) +
    level(
      'FRBRManifestation',
      `${expression}.akn`,
      publishedOn,
      'publication',
      '<FRBRformat value="application/akn+xml"/>',
    ) +
    '</identification>' +
    `<references source="#body"><TLCOrganization eId="body" href="/akn/ontology/organization/ee/${meeting.body.slug}" ` +
    `showAs="${body}"/></references></meta>`
  )
}

/** Headings of the second level open sections, those of the third sections inside them. */
function bodyOf(blocks: readonly PdfBlock[]): string {
  const parts: string[] = []
  let [outer, inner, count] = [0, 0, 0]
  let isInOuter = false
  let isInInner = false
  const close = (level: 2 | 3) => {
    if (isInInner) parts.push('</debateSection>')
    isInInner = false
    if (level === 2 && isInOuter) parts.push('</debateSection>')
    if (level === 2) isInOuter = false
  }
  const place = () => (isInInner ? `dbsect_${outer}__dbsect_${inner}` : isInOuter ? `dbsect_${outer}` : 'mainBody')
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      count += 1
      parts.push(blockOf(block, `${place()}__b_${count}`))
      continue
    }
    const isSection = block.level < 3
    close(isSection ? 2 : 3)
    if (isSection) [outer, inner, count, isInOuter] = [outer + 1, 0, 0, true]
    else [inner, count, isInInner] = [inner + 1, 0, true]
    const name = isSection ? 'section' : 'agendaItem'
    parts.push(
      `<debateSection eId="${place()}" name="${name}"><heading eId="${place()}__heading">${runs(block.text)}</heading>`,
    )
  }
  close(2)
  return parts.join('')
}

function blockOf(block: Exclude<PdfBlock, { kind: 'heading' }>, eId: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p eId="${eId}">${runs(block.text)}</p>`
    case 'list':
      return list(block.entries.map(runs), eId)
    case 'definitions':
      return list(
        block.entries.map(([term, definition]) => `<b>${escape(term)}</b>: ${runs(definition)}`),
        eId,
      )
    case 'table':
      return table(block, eId)
    case 'bars':
      return `<p eId="${eId}">${escape(block.alt)}</p>`
  }
}

const list = (entries: readonly string[], eId: string): string =>
  `<ul eId="${eId}">${entries
    .map((entry, at) => `<li eId="${eId}__li_${at + 1}"><p eId="${eId}__li_${at + 1}__p">${entry}</p></li>`)
    .join('')}</ul>`

function table({ caption, columns, rows }: Extract<PdfBlock, { kind: 'table' }>, eId: string): string {
  const cell = (tag: 'th' | 'td', text: string, id: string) =>
    `<${tag} eId="${id}"><p eId="${id}__p">${text}</p></${tag}>`
  const row = (tag: 'th' | 'td', cells: readonly string[], at: number) => {
    const id = `${eId}__tr_${at}`
    return `<tr eId="${id}">${cells.map((text, place) => cell(tag, text, `${id}__${tag}_${place + 1}`)).join('')}</tr>`
  }
  const head = row(
    'th',
    columns.map(({ label }) => escape(label)),
    1,
  )
  const body = rows.map((cells, at) => row('td', cells.map(runs), at + 2)).join('')
  return `<table eId="${eId}"><caption eId="${eId}__caption">${escape(caption)}</caption>${head}${body}</table>`
}

const runs = (text: PdfText): string => (typeof text === 'string' ? escape(text) : text.map(run).join(''))

function run({ text, language, href, strong }: PdfRun): string {
  const words = strong === true ? `<b>${escape(text)}</b>` : escape(text)
  const linked = href === undefined ? words : `<a href="${escape(href)}">${words}</a>`
  return language === undefined ? linked : `<span xml:lang="${language}">${linked}</span>`
}
