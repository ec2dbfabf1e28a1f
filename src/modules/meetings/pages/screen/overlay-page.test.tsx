import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ReaderContext } from '#ui/reader.ts'
import { aMeeting, leadMeeting, members } from '../../log/testing.ts'
import { publicView } from '../live/public-view.ts'
import { HallView } from './hall-page.tsx'
import { OverlayView } from './overlay-page.tsx'

type Led = ReturnType<typeof leadMeeting>

function show(meeting: Led) {
  const given = {
    view: publicView(meeting.state()),
    names: new Map(members(17).map((id) => [id, `Liige ${id}`])),
    meeting: { number: 7, startsAt: new Date('2026-09-17T13:00:00Z') },
    now: meeting.now(),
  }
  const words = (view: typeof OverlayView | typeof HallView) => {
    const View = view
    const reader = { language: 'et', timeZone: 'Europe/Tallinn' } as const
    const html = render(
      <ReaderContext.Provider value={reader}>
        <View {...(given as Parameters<typeof HallView>[0])} />
      </ReaderContext.Provider>,
    )
    return html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
  }
  return { overlay: words(OverlayView), hall: words(HallView) }
}

const begun = () =>
  leadMeeting(aMeeting())
    .at('16:00')
    .open(...members(12))
    .openItem('a')

test('the lower third tells a result, and no more of it once it was annulled', () => {
  const meeting = begun()
    .prepare('v', ['a'])
    .openVote('v')
    .cast('v', 'for', ...members(9))
    .close('v')
    .declare('v')
  expect(show(meeting).overlay).toContain('Vastu võetud 9 : 0')
  meeting.does({ kind: 'vote-annulled', voteId: 'v', reason: 'Lugemisviga' })
  const { overlay, hall } = show(meeting)
  expect(overlay).not.toContain('Vastu võetud')
  expect(overlay).toContain('tühistatud')
  expect(hall).not.toContain('Vastu võetud')
})

test('an election has no votes for and against on any screen', () => {
  const [kind, rule, candidateIds] = ['election' as const, 'other-person', ['m1', 'm2']]
  const object = { kind, electionId: 'e', rule, candidateIds }
  const meeting = begun().prepare('v', ['a'], { object, method: 'secret', rule }).openVote('v')
  for (const personId of members(12)) meeting.does({ kind: 'ballot-handed-out', voteId: 'v', personId })
  meeting.close('v')
  const tally = { kind: 'candidates', votes: { m1: 10, m2: 2 }, spoiled: 0 } as const
  for (const counter of [1, 2] as const)
    meeting.does({ kind: 'paper-counted', voteId: 'v', counter, counterPersonId: `teller${counter}`, tally })
  meeting.does({ kind: 'paper-agreed', voteId: 'v' }).does({ kind: 'result-stated', voteId: 'v', outcome: 'elected' })
  const { overlay, hall } = show(meeting)
  expect(overlay).toContain('Valitud')
  expect(overlay).not.toContain('12 : 0')
  expect(hall).not.toMatch(/12 poolt|12 : 0/u)
})
