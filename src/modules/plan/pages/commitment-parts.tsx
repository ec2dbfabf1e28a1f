import { formatDayShort, type LocalDate } from '#platform/format.ts'
import { ExternalLink, Link } from '#ui/link.tsx'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Fulfilment } from '../fulfilment.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { statusMessages } from '../messages/status.ts'
import { statusTones } from '../plan-marks.ts'
import type { PartyRow } from '../queries/commitments.ts'
import type { LastEvidence } from '../read-plan.ts'

/** The mark with its word; what people vouched for is never shown as measured. */
export function Standing({ judged }: { judged: Pick<Fulfilment, 'status' | 'vouched'> }) {
  const { language } = useReader()
  const t = statusMessages[language]
  return (
    <span class="standing">
      <StatusTag tone={statusTones[judged.status]} label={t.statuses[judged.status]} />{' '}
      {judged.vouched ? <small class="quiet">{t.vouched}</small> : null}
    </span>
  )
}

function Party({ party }: { party: PartyRow }) {
  const name = party.title === null ? party.asWritten : <LocalTextView text={party.title} inline />
  return party.bodySlug === null ? <>{name}</> : <Link href={`/kogud/${party.bodySlug}`}>{name}</Link>
}

/** Posts and bodies, each a link to the page that says who holds it. */
export function Parties({ parties }: { parties: readonly PartyRow[] }) {
  return (
    <>
      {parties.map((party, at) => (
        <span key={party.id}>
          {at === 0 ? null : ', '}
          <Party party={party} />
        </span>
      ))}
    </>
  )
}

/** `—` for the eye, a word for the ear. */
export function Nothing() {
  const { language } = useReader()
  const t = planPageMessages[language]
  return (
    <>
      <span aria-hidden="true" class="quiet">
        {t.none}
      </span>
      <span class="visually-hidden">{t.noneAloud}</span>
    </>
  )
}

/** A title that leads to its page, here or elsewhere, when it has one. */
export function EvidenceTitle({ title, path }: Pick<LastEvidence, 'title' | 'path'>) {
  const words = <LocalTextView text={title} inline />
  return path === '' ? words : <ExternalLink href={path}>{words}</ExternalLink>
}

/** `18. nov: volikogu istungi protokoll`; the year stands there when it is not this one. */
export function LastEvidenceLine({ evidence, today }: { evidence: LastEvidence | null; today: LocalDate }) {
  const { language } = useReader()
  if (evidence === null) return <Nothing />
  const year = evidence.on.slice(0, 4)
  return (
    <span>
      <time datetime={evidence.on}>
        {formatDayShort(evidence.on, language)}
        {year === today.slice(0, 4) ? '' : ` ${year}`}
      </time>
      {': '}
      <EvidenceTitle title={evidence.title} path={evidence.path} />
    </span>
  )
}
