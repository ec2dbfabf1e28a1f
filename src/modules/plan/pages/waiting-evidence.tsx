import { readText, type LocalText } from '#platform/language.ts'
import { AttachmentList } from '#modules/files/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ExternalLink, Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { LocalTextView } from '#ui/local-text-view.tsx'
import { Day } from '#ui/moment.tsx'
import { useReader } from '#ui/reader.ts'
import { deskErrorMessages } from '../messages/desk-errors.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { deskPaths, planPaths } from '../paths.ts'
import type { ProofFile } from '../proof-files.ts'
import type { VouchedRow } from '../queries/evidence.ts'
import { whyNotConfirmable } from '../rules.ts'

export type WaitingRow = VouchedRow & { files: ProofFile[]; number: string; name: LocalText }

/** Four eyes: whoever did not vouch may decide right here; the own ones say why they cannot. */
export function WaitingEvidence({ evidence, personId }: { evidence: readonly WaitingRow[]; personId: string | null }) {
  return (
    <ul class="plain-list ruled">
      {evidence.map((one) => (
        <li key={one.id} class="stack-tight">
          <Waiting evidence={one} isOwn={one.vouchedBy === personId} />
        </li>
      ))}
    </ul>
  )
}

function Waiting({ evidence, isOwn }: { evidence: WaitingRow; isOwn: boolean }) {
  const { language } = useReader()
  const t = commitmentPageMessages[language]
  const title = <LocalTextView text={evidence.title} inline />
  const hindrance = whyNotConfirmable(evidence, evidence.files)
  return (
    <>
      <p>
        <strong>{evidence.url === null ? title : <ExternalLink href={evidence.url}>{title}</ExternalLink>}</strong>
      </p>
      <p class="quiet small">
        <Link href={planPaths.commitment(evidence.number)}>
          {evidence.number} <LocalTextView text={evidence.name} inline />
        </Link>
        {' · '}
        <Day day={evidence.occurredOn} />
        {' · '}
        {t.waitingBy(readText(evidence.vouchedPost, language).text)}
      </p>
      <AttachmentList files={evidence.files} />
      {hindrance === null ? null : <p class="small">{deskErrorMessages[language].refusals[hindrance]}</p>}
      {isOwn ? (
        <p class="quiet small">{t.ownWaiting}</p>
      ) : (
        <form method="post" action={localPath(deskPaths.confirm(evidence.id), language)} class="row no-print">
          {hindrance === null ? <Button small>{t.confirm}</Button> : null}
          <ButtonLink small variant="secondary" href={deskPaths.decline(evidence.id)}>
            {t.decline}
          </ButtonLink>
        </form>
      )}
    </>
  )
}
