import type { PdfBlock, PdfText } from '#platform/typst/pdf-document.ts'
import { amendmentMessages } from '../messages/amendments.ts'
import { legalityMessages } from '../messages/legality.ts'
import { liveMessages } from '../messages/live.ts'
import type { PublicAmendment, PublicItem } from '../pages/live/public-meeting.ts'
import { blockMessages } from './block-messages.ts'
import {
  foreign,
  named,
  namer,
  paragraphsOf,
  quiet,
  sentence,
  summaryOf,
  type MinutesOf,
  type Reader,
} from './block-parts.ts'
import { sayWithheld } from '../restrictions/messages.ts'
import { minutesMessages } from './messages.ts'
import type { ItemExtras } from './minutes-view.ts'
import { voteBlocks } from './vote-blocks.ts'

/** One item of the agenda, in the order in which a reader asks: what, who, what was said, what came of it. */
export function itemBlocks(item: PublicItem, of: MinutesOf, reader: Reader): PdfBlock[] {
  const { language } = reader
  const [t, live] = [minutesMessages[language], liveMessages[language]]
  const title: PdfBlock = {
    kind: 'heading',
    level: 3,
    text: [{ text: `${item.number}. ` }, foreign(item.title, language)],
  }
  const committee = item.committeeId === null ? '' : `: ${of.names.get(item.committeeId) ?? ''}`
  const ended = `${live.itemStates[item.state]}${committee}`
  const outcome = sentence([{ text: `${t.outcome}: ` }, { text: ended, strong: true as const }])
  const votes = item.votes.flatMap((vote) => voteBlocks(vote, of, reader))
  const isTold = of.seen.items.has(item.id)
  const dissents = of.dissents.filter(({ itemId }) => isTold && itemId === item.id)
  if (item.closed !== null) return [title, sentence(t.closed(item.closed.basis ?? '–')), outcome, ...votes]
  if (item.withheld !== undefined) return [title, sentence(sayWithheld(item.withheld, language)), ...votes, outcome]
  const { rapporteur = '', draft = '' } = of.items.get(item.id) ?? {}
  const text = item.merged?.after ?? draft
  const isAdopted = item.votes.some((vote) => vote.state === 'stated' && vote.outcome === 'adopted')
  return [
    title,
    ...extraBlocks(of.seen.items.get(item.id), of, reader),
    ...(rapporteur === '' ? [] : [sentence([{ text: `${t.rapporteur}: ` }, foreign(rapporteur, language)])]),
    ...paragraphsOf(summaryOf(of, item.id), reader),
    ...amendmentBlocks(item.amendments, of, reader),
    ...item.overrides.map(({ check, reason }) => overrideOf(check, reason, reader)).map(sentence),
    ...votes,
    ...(isAdopted && text !== ''
      ? [sentence([{ text: `${t.draft}:`, strong: true as const }]), ...paragraphsOf(text, reader)]
      : []),
    outcome,
    ...dissents.flatMap(({ personId, words }) => [
      sentence([{ text: `${blockMessages[language].dissent}: ${namer(of, reader)(personId)}`, strong: true as const }]),
      ...paragraphsOf(named(of, words), reader),
    ]),
  ]
}

/** A check that was set aside, with the reason that the minutes keep. */
export function overrideOf(check: string, reason: string, { language }: Reader): PdfText {
  const words = legalityMessages[language].checks[check as keyof (typeof legalityMessages)['et']['checks']]
  return [{ text: `${words}: ${blockMessages[language].setAside} ` }, foreign(reason, language)]
}

function extraBlocks(extras: ItemExtras | undefined, of: MinutesOf, reader: Reader): PdfBlock[] {
  if (extras === undefined) return []
  const { language } = reader
  const [t, nameOf] = [blockMessages[language], namer(of, reader)]
  const { added, closedBasis, chairPersonId, barred, speakers, notes } = extras
  const all = (persons: readonly string[]) => persons.map(nameOf).join(', ')
  return [
    ...(closedBasis === null ? [] : [quiet(t.closedInside(closedBasis))]),
    ...(added === null
      ? []
      : [
          sentence([
            { text: `${t.added}` },
            { text: added.moverPersonId === null ? ': ' : `, ${t.mover(nameOf(added.moverPersonId))}: ` },
            foreign(added.reason, language),
          ]),
        ]),
    ...(chairPersonId === null ? [] : [sentence(t.chairedBy(nameOf(chairPersonId)))]),
    ...(barred.length === 0 ? [] : [sentence(t.barred(all(barred)))]),
    ...(speakers.length === 0 ? [] : [sentence(t.speakers(all(speakers)))]),
    ...notes.flatMap((note) => paragraphsOf(note, reader)),
  ]
}

function amendmentBlocks(amendments: readonly PublicAmendment[], of: MinutesOf, reader: Reader): PdfBlock[] {
  if (amendments.length === 0) return []
  const { language } = reader
  const [t, nameOf] = [amendmentMessages[language], namer(of, reader)]
  const entries = amendments.map((one): PdfText => {
    const because = one.because === null ? '' : ` (${t.voidBecause(one.because)})`
    return [
      { text: `${t.name(one.number)}, ${t.by} ${nameOf(one.moverPersonId)}: ${t.what[one.kind](one.paragraph)}. ` },
      ...(one.after === null ? [] : [foreign(`„${one.after}“ `, language)]),
      { text: `${t.states[one.state]}${because}.`, strong: true },
    ]
  })
  return [sentence([{ text: `${t.title}:`, strong: true }]), { kind: 'list', entries }]
}
