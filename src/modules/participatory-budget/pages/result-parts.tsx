import { readText, type Language } from '#platform/language.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Outcome } from '../count/count.ts'
import { pageMessages } from '../messages/page.ts'
import { findBlock } from '../rulebook/rulebook.ts'
import { sayingFor } from './say-money.ts'
import { nameOfProject, sayFates, saySteps } from './say-steps.ts'

type Shown = { outcome: Outcome; language: Language }

export const nameOfRule = ({ rulebook }: Pick<Outcome, 'rulebook'>, language: Language): string =>
  readText(rulebook.name, language).text

/** Who won by one rule, and what is left. */
export function WinnersSection({ outcome, language }: Shown) {
  const { election, winners, spent, rulebook } = outcome
  const t = pageMessages[language]
  const say = sayingFor(election, language)
  const byShares = findBlock(rulebook, 'equalShares') !== undefined
  return (
    <section class="stack-tight">
      <h2>{t.result(nameOfRule(outcome, language))}</h2>
      <h3>{t.winners}</h3>
      {winners.length === 0 ? (
        <p>{t.noWinners}</p>
      ) : (
        <ol>
          {winners.map((at) => (
            <li key={at}>
              {nameOfProject(outcome, at)}, <span class="nowrap">{say.money(election.projects[at]!.cost)}</span>
            </li>
          ))}
        </ol>
      )}
      <DefinitionList
        definitions={[
          { term: t.spent, definition: say.money(spent) },
          { term: t.left, definition: say.money(election.budget - spent) },
        ]}
      />
      <p class="quiet small">{byShares ? t.checkedShares : t.checked}</p>
    </section>
  )
}

export function StepsSection({ outcome, language }: Shown) {
  const t = pageMessages[language]
  return (
    <section class="stack-tight">
      <h2>
        {t.steps}: {nameOfRule(outcome, language)}
      </h2>
      <ol class="text">
        {saySteps(outcome, language).map((sentence, at) => (
          <li key={at}>{sentence}</li>
        ))}
      </ol>
    </section>
  )
}

/** Which projects one of the rules chooses and the other does not. */
export function ChangesSection({
  outcomes: [one, other],
  language,
}: {
  outcomes: [Outcome, Outcome]
  language: Language
}) {
  const t = pageMessages[language]
  const [first, second] = [new Set(one.winners), new Set(other.winners)]
  const groups = [
    { title: t.onlyHere(nameOfRule(one, language)), projects: one.winners.filter((at) => !second.has(at)) },
    { title: t.onlyHere(nameOfRule(other, language)), projects: other.winners.filter((at) => !first.has(at)) },
    { title: t.both, projects: one.winners.filter((at) => second.has(at)) },
  ].filter(({ projects }) => projects.length > 0)
  const same = first.size === second.size && one.winners.every((at) => second.has(at))
  return (
    <section class="stack-tight">
      <h2>{t.changes}</h2>
      {same ? (
        <p>{t.changesNothing(nameOfRule(other, language))}</p>
      ) : (
        <DefinitionList
          definitions={groups.map(({ title, projects }) => ({
            term: title,
            definition: projects.map((at) => nameOfProject(one, at)).join(', '),
          }))}
        />
      )}
    </section>
  )
}

function Fate({ fate: { won, why }, language }: { fate: { won: boolean; why: string }; language: Language }) {
  const t = pageMessages[language]
  if (won) return <StatusTag tone="success" label={t.won} />
  return (
    <>
      <StatusTag tone="neutral" label={t.notWon} /> <small class="quiet">{why}</small>
    </>
  )
}

/** Every project with its votes, and what became of it by each rule. */
export function ProjectsTable({ outcomes, language }: { outcomes: readonly Outcome[]; language: Language }) {
  const t = pageMessages[language]
  const [first] = outcomes
  if (first === undefined) return null
  const { election, support } = first
  const say = sayingFor(election, language)
  const ranked = election.projects
    .map((_, at) => at)
    .toSorted((a, b) => Number(support.score[b]! - support.score[a]!) || a - b)
  const hasPlaces = election.projects.some(({ settlement }) => settlement !== null)
  const place: Column<number> = {
    key: 'place',
    label: t.settlement,
    cell: (at) => election.projects[at]!.settlement ?? '–',
  }
  const columns: Column<number>[] = [
    { key: 'project', label: t.project, rowHeader: true, cell: (at) => nameOfProject(first, at) },
    ...(hasPlaces ? [place] : []),
    { key: 'votes', label: t.votes, numeric: true, cell: (at) => say.votes(support.score[at]!) },
    { key: 'cost', label: t.cost, numeric: true, cell: (at) => say.money(election.projects[at]!.cost) },
    ...outcomes.map((outcome, nth): Column<number> => {
      const fates = sayFates(outcome, language)
      return {
        key: `outcome-${nth}`,
        label: outcomes.length === 1 ? t.outcome : nameOfRule(outcome, language),
        cell: (at) => <Fate fate={fates[at]!} language={language} />,
      }
    }),
  ]
  return <DataTable caption={t.all} columns={columns} rows={ranked} rowKey={(at) => election.projects[at]!.id} />
}
