import { Disclosure } from '#ui/disclosure.tsx'
import { TextField } from '#ui/fields.tsx'
import { Notice } from '#ui/notice.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import { legalityOf, type LegalityCheck, type VoteToCome } from '../../lead/legality.ts'
import { legalityMessages, sayFinding } from '../../messages/legality.ts'
import { CockpitForm } from './cockpit-form.tsx'
import { cameBack, typed, type CockpitParts } from './cockpit-parts.ts'

/** What must hold before the vote, each with why and on what basis; what fails blocks unless a reason sets it aside. */
export function Legality({ vote, ...parts }: CockpitParts & { vote: VoteToCome }) {
  const { language } = useReader()
  const t = legalityMessages[language]
  const checks = legalityOf(parts.state, parts.ground, vote)
  const isAllRight = checks.every(({ ok }) => ok)
  // What is in order is one line; what is not stands open.
  return (
    <Disclosure label={`${t.title}: ${isAllRight ? t.allHold : t.notAllHold}`} open={!isAllRight}>
      <ul class="plain-list stack-tight">
        {checks.map((check) => (
          <li key={check.check}>
            <Check parts={parts} check={check} />
          </li>
        ))}
      </ul>
      {checks.some(({ check, ok }) => check === 'quorum' && !ok) ? (
        <Notice tone="warning">{t.noQuorumNoResult}</Notice>
      ) : null}
    </Disclosure>
  )
}

function Check({
  parts,
  check: { check, ok, isOverridden, mayOverride, finding, basis },
}: {
  parts: CockpitParts
  check: LegalityCheck
}) {
  const { language } = useReader()
  const t = legalityMessages[language]
  const key = `override-${check}`
  return (
    <>
      <span class="row">
        <StatusTag
          tone={ok ? 'success' : isOverridden ? 'warning' : 'danger'}
          label={`${t.checks[check]}: ${ok ? t.holds : isOverridden ? t.overridden : t.fails}`}
        />
      </span>
      <span class="small">
        {sayFinding(finding, language)}
        {basis === null ? null : (
          <span class="quiet">
            {' '}
            ({t.basis}: <span lang="et">{basis}</span>)
          </span>
        )}
      </span>
      {ok || isOverridden || !mayOverride ? null : (
        <Disclosure label={`${t.override}: ${t.checks[check].toLowerCase()}`} open={cameBack(parts.form, key)}>
          <CockpitForm parts={parts} step="override" formKey={key} about={{ check }} label={t.override} small>
            <TextField
              {...typed(parts.form, key, 'reason')}
              label={t.overrideReason}
              hint={t.overrideHint}
              maxlength={2000}
            />
          </CockpitForm>
        </Disclosure>
      )}
    </>
  )
}
