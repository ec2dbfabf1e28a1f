import '../browser-elements.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink } from '#ui/link.tsx'
import { Moment } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { liveVoteMessages } from '../messages/live-votes.ts'
import { nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { VotesByFaction } from '../pages/live/faction-parts.tsx'
import type { VoteResultFacts } from '../pages/live/public-meeting.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { WithheldNote } from '../restrictions/withheld-note.tsx'
import type { PublicKey, SignedResult } from './check-result.ts'
import { nodeProgram, proofMessages } from './messages.ts'
import { keysPath } from './paths.ts'

export type ResultPageProps = {
  frame: PageFrame
  meeting: Meeting
  signed: SignedResult
  publicKey: PublicKey
  byFaction: VoteResultFacts['byFaction']
}

/** One result with everything that is needed to work it out again. */
export function ResultPage({ frame, meeting, signed, publicKey, byFaction }: ResultPageProps) {
  const { language } = frame
  const [t, words] = [proofMessages[language], liveVoteMessages[language]]
  const { result } = signed
  const { standing, vote, counts, paper, rule, election, stated } = result
  const { number } = meeting
  const steps = rule?.derivation ?? election?.derivation ?? []
  return (
    <PublicPage frame={frame} title={t.title} current="decisions">
      <Breadcrumbs
        links={[
          { label: publicMessages[language].title, path: meetingPaths.list },
          { label: nameOfMeeting(meeting, language), path: meetingPaths.meeting(number) },
        ]}
      />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {standing.state === 'stated' ? null : (
        <Notice tone="warning">
          <p>{t.standing[standing.state]}</p>
          {standing.because === null ? null : <p lang="et">{proofMessages.et.because(standing.because)}</p>}
        </Notice>
      )}
      {(result.withheld ?? []).map((one) => (
        <WithheldNote key={one.item} withheld={one} readsAll={false} />
      ))}
      <DefinitionList
        definitions={[
          { term: t.question, definition: <span lang="et">{vote.question}</span> },
          {
            term: t.counted,
            definition: (
              <>
                <strong>{words.outcomes[stated.outcome as keyof typeof words.outcomes]}</strong>
                {election === null ? `: ${words.counts(counts)}` : null}
              </>
            ),
          },
          ...(steps.length === 0 ? [] : [{ term: t.rule, definition: <span lang="et">{steps.join(' ')}</span> }]),
          { term: t.stated, definition: <Moment at={new Date(stated.at)} /> },
          { term: t.entitled, definition: String(result.entitled) },
        ]}
      />
      {paper === null ? null : <p>{t.paper(paper.counters.join(', '), paper.handedOut)}</p>}
      {byFaction === null ? null : <VotesByFaction byFaction={byFaction} />}
      <section class="stack-tight">
        <h2>{t.check}</h2>
        <result-check
          class="stack-tight"
          data-signed={JSON.stringify(signed)}
          data-keys={JSON.stringify([publicKey])}
          data-words={JSON.stringify({
            waiting: t.waiting,
            signature: t.signature,
            counts: t.counts,
            outcome: t.outcome,
          })}
        >
          <p>{t.noScript}</p>
        </result-check>
        <script type="module" src={frame.assets.url('src/modules/meetings/browser/result-check.ts')} />
      </section>
      <ul>
        <li>
          <DownloadLink href={meetingPaths.resultFile(number, vote.id)} label={t.file} />
        </li>
        <li>
          <DownloadLink href={keysPath} label={t.keys} />
        </li>
        <li>
          <DownloadLink href={meetingPaths.resultLog(number, vote.id)} label={t.log} />
        </li>
      </ul>
      <p class="small quiet">
        {t.logHash}: <code>{result.log.hash}</code>
      </p>
      <section class="stack-tight">
        <h2>{t.byHand}</h2>
        <ol>
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{t.withNode}</p>
        <pre class="letter-text small">
          <code>{nodeProgram}</code>
        </pre>
      </section>
    </PublicPage>
  )
}
