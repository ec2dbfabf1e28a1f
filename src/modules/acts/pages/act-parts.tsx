import { formatDay } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import { Link } from '#ui/link.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag, Tag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { nameMessages } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { actPaths } from '../paths.ts'
import type { FollowUp } from '../queries/follow-ups.ts'
import { followUpStateOn, type ActState, type FollowUpState } from '../rules.ts'
import { nameOfAct, type SeenAct } from '../seen-act.ts'

const tones: Record<ActState, Tone> = {
  stated: 'info',
  signed: 'info',
  'in-force': 'success',
  amended: 'success',
  repealed: 'neutral',
  annulled: 'danger',
}

/** How an act stands, and that it is not signed yet where its standing does not say so. */
export function ActStateTag({ act }: { act: Pick<SeenAct, 'state' | 'signedAt' | 'adoptedAt'> }) {
  const { language } = useReader()
  const { state, signedAt, adoptedAt } = act
  const isUnsigned = signedAt === null && adoptedAt !== null && (state === 'in-force' || state === 'amended')
  return (
    <>
      <StatusTag tone={tones[state]} label={nameMessages[language].states[state]} />
      {isUnsigned ? <Tag>{publicMessages[language].notSigned}</Tag> : null}
    </>
  )
}

/** „vastu võetud 12 : 5” */
export function sayVoteOf({ origin, closed }: Pick<SeenAct, 'origin' | 'closed'>, language: Language): string {
  const t = publicMessages[language]
  if (origin === null || closed?.why === 'whole') return ''
  const { vote } = origin
  if (vote === null) return t.withoutCounts
  if (vote.counts === null) return t.elected
  const { for: yes, against, abstained, didNotVote } = vote.counts
  return against === 0 && abstained === 0 && didNotVote === 0 ? t.unanimous(yes) : t.adopted(`${yes} : ${against}`)
}

/** What an act is called for this reader: never more than they may know. */
export function actTitle(act: Pick<SeenAct, 'title' | 'kind'>, language: Language): string {
  return act.title ?? publicMessages[language].restrictedTitle(nameMessages[language].kinds[act.kind])
}

/** Acts of a list, one line each; the day stands above them. */
export function ActLines({ acts }: { acts: readonly SeenAct[] }) {
  const { language } = useReader()
  const t = publicMessages[language]
  return (
    <ul class="plain-list ruled">
      {acts.map((act) => {
        const vote = sayVoteOf(act, language)
        return (
          <li key={act.id} class="stack-tight">
            <p>
              <Link href={actPaths.act(act.slug)}>
                <span lang={act.title === null ? undefined : 'et'}>{actTitle(act, language)}</span>
              </Link>
            </p>
            <p class="quiet small">{[nameOfAct(act, language), vote].filter((part) => part !== '').join('. ')}</p>
            <p class="row">
              <ActStateTag act={act} />
              {act.closed === null || act.closed.why === 'item' ? null : <Tag>{t.ak}</Tag>}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

const followUpTones: Record<FollowUpState, Tone> = {
  open: 'info',
  overdue: 'danger',
  done: 'success',
  dropped: 'neutral',
}

export function FollowUpTag({ one, today }: { one: Pick<FollowUp, 'state' | 'dueOn'>; today: string }) {
  const { language } = useReader()
  const state = followUpStateOn(one, today)
  return <StatusTag tone={followUpTones[state]} label={nameMessages[language].followUps[state]} />
}

/** Who carries it out, by when, and what came of it. */
export function FollowUpLine({ one, today }: { one: FollowUp; today: string }) {
  const { language } = useReader()
  const t = publicMessages[language]
  return (
    <>
      <p class="row">
        <span>
          <Link href={`/kogud/${one.bodySlug}`}>{one.who[language] ?? one.who.et}</Link>
          {', '}
          {t.due(formatDay(one.dueOn, language))}
        </span>
        <FollowUpTag one={one} today={today} />
      </p>
      <p lang="et">{one.task}</p>
      {one.endedOn === null ? null : (
        <p class="quiet">
          {t.ended(formatDay(one.endedOn, language))}: <span lang="et">{one.words}</span>
          {one.link === '' ? null : (
            <>
              {' '}
              <ResultLink href={one.link} />
            </>
          )}
        </p>
      )}
    </>
  )
}

function ResultLink({ href }: { href: string }) {
  const { language } = useReader()
  const label = publicMessages[language].seeResult
  return href.startsWith('/') ? (
    <Link href={href}>{label}</Link>
  ) : (
    <a href={href} rel="noopener external nofollow">
      {label}
    </a>
  )
}
