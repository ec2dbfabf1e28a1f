import { localDate } from '#platform/format.ts'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Link } from '#ui/link.tsx'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { statusMessages } from '../messages/status.ts'
import { planPaths } from '../paths.ts'
import { statusTones } from '../plan-marks.ts'
import type { WholeCommitment } from '../queries/commitment-in-force.ts'
import { isStatus } from '../status.ts'

type Dated = TimelineEntry & { on: string }

/** Wordings over the versions and changes of status, newest first. */
export function CommitmentHistory({ commitment, timeZone }: { commitment: WholeCommitment; timeZone: string }) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  const { statuses, vouched: vouchedWord } = statusMessages[language]
  const changes = commitment.statusChanges.flatMap(({ status, vouched, since }, at): Dated[] => {
    if (!isStatus(status)) return []
    const on = localDate(since, timeZone)
    const word = vouched ? `${statuses[status]} (${vouchedWord})` : statuses[status]
    return [{ key: `s${at}`, on, when: <Day day={on} />, title: t.statusBecame(word), tone: statusTones[status] }]
  })
  const wordings = commitment.wordings.map(({ version, inForceFrom, number, text, deadlineAsWritten }): Dated => {
    const on = inForceFrom ?? ''
    const where = number === commitment.number ? '' : `, ${t.underNumber(number)}`
    return {
      key: `v${version}`,
      on,
      when: on === '' ? null : <Day day={on} />,
      title: (
        <Link href={planPaths.version(version)}>
          {t.wordedIn(version)}
          {where}
        </Link>
      ),
      children: (
        <>
          <LocalTextView text={text} />
          <p lang={language === 'et' ? undefined : 'et'}>{deadlineAsWritten}</p>
        </>
      ),
    }
  })
  const entries = [...changes, ...wordings].toSorted((a, b) => b.on.localeCompare(a.on))
  if (entries.length === 0) return null
  return (
    <section class="stack" id="lugu">
      <h2>{t.history}</h2>
      <Timeline entries={entries} />
    </section>
  )
}
