import { readText } from '#platform/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import type { FactionCounts } from '../../log/factions.ts'
import { clockOf, floorMessages } from '../../messages/floor.ts'
import { liveVoteMessages } from '../../messages/live-votes.ts'
import type { PublicFaction, PublicFactionTime } from './public-meeting.ts'

/** After a name: the faction that the person was in; nothing where there is none. */
export function OfFaction({ personId, factions }: { personId: string; factions: readonly PublicFaction[] }) {
  const { language } = useReader()
  const faction = factions.find(({ personIds }) => personIds.includes(personId))
  return faction === undefined ? null : <span class="quiet">, {readText(faction.name, language).text}</span>
}

/** How factions voted, worked out from the votes by name. */
export function VotesByFaction({ byFaction }: { byFaction: readonly FactionCounts[] }) {
  const { language } = useReader()
  const t = liveVoteMessages[language]
  const choices = ['for', 'against', 'abstained', 'didNotVote'] as const
  return (
    <DataTable
      caption={t.byFaction}
      rows={byFaction}
      rowKey={({ name }) => name?.et ?? ''}
      columns={[
        {
          key: 'faction',
          label: t.faction,
          rowHeader: true,
          cell: ({ name }) => (name === null ? t.noFaction : readText(name, language).text),
        },
        ...choices.map((choice) => ({
          key: choice,
          label: t.choices[choice],
          numeric: true,
          cell: ({ counts }: FactionCounts) => String(counts[choice]),
        })),
      ]}
    />
  )
}

/** How long each faction has spoken on the item and, where the statute limits it, what is left. */
export function FactionTimes({ times }: { times: readonly PublicFactionTime[] }) {
  const { language } = useReader()
  const words = floorMessages[language]
  return (
    <ul class="plain-list">
      {times.map((time) => (
        <li key={time.name.et} class="row">
          <span>
            {readText(time.name, language).text}: <span class="number">{sayTime(time, words)}</span>
            {time.isSpeaking ? <span class="quiet small"> ({words.nowSpeaks})</span> : null}
          </span>
          {time.budget !== null && time.seconds >= time.budget ? (
            <StatusTag tone="warning" label={words.usedUp} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function sayTime({ seconds, budget }: PublicFactionTime, words: (typeof floorMessages)['et']): string {
  if (budget === null) return words.used(clockOf(seconds))
  const said = words.ofBudget(clockOf(seconds), clockOf(budget))
  return seconds < budget ? `${said}, ${words.left(clockOf(budget - seconds))}` : said
}
