import { compareText } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { SelectField } from '#ui/fields.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useReader } from '#ui/reader.ts'
import { statuses } from '../fulfilment.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { statusMessages } from '../messages/status.ts'
import { planPaths } from '../paths.ts'
import type { JudgedCommitment, JudgedPlan } from '../read-plan.ts'
import {
  choiceNames,
  choicePath,
  choiceValues,
  deadlineFilters,
  fits,
  ownerName,
  planOrders,
  statusInAddress,
  without,
  type ChoiceField,
  type PlanChoice,
} from './plan-filters.ts'

const noChoice = { owner: null, status: null, chapter: null, deadline: null, order: 'number', view: 'loend' } as const

type Owner = { value: string; label: string; count: number }

function ownersIn(
  commitments: readonly JudgedCommitment[],
  label: (one: JudgedCommitment['parties'][number]) => string,
): Owner[] {
  const owners = new Map<string, Owner>()
  for (const { parties } of commitments) {
    for (const party of new Map(parties.map((one) => [ownerName(one), one])).values()) {
      const value = ownerName(party)
      owners.set(value, { value, label: label(party), count: (owners.get(value)?.count ?? 0) + 1 })
    }
  }
  return [...owners.values()]
}

function option(value: string, label: string, count: number) {
  return { value, label: `${label} (${count})` }
}

type PlanFilterBarProps = { plan: JudgedPlan; choice: PlanChoice; shown: number }

export function PlanFilterBar({ plan, choice, shown }: PlanFilterBarProps) {
  const { language } = useReader()
  const t = planPageMessages[language]
  const { commitments, today } = plan
  const compare = compareText(language)
  const countOf = (one: Partial<PlanChoice>) =>
    commitments.filter((row) => fits(row, { ...noChoice, ...one }, today)).length
  const owners = ownersIn(commitments, ({ title, asWritten }) =>
    title === null ? asWritten : readText(title, language).text,
  )
  const chapterName = (number: number) => {
    const chapter = plan.version.chapters.find((one) => one.number === number)
    return `${number}. ${chapter === undefined ? '' : readText(chapter.title, language).text}`
  }
  const form = { values: { ...choiceValues(choice), jarjestus: choice.order }, errors: {} }
  const active = activeChoices(choice, {
    owner: (value) => owners.find((one) => one.value === value)?.label ?? value,
    chapter: chapterName,
    words: t,
    statusWords: statusMessages[language].statuses,
  })
  return (
    <FilterBar
      action={planPaths.plan}
      active={active}
      clearHref={choicePath({ ...noChoice, order: choice.order, view: choice.view })}
      count={shown}
      kept={choice.view === 'loend' ? {} : { vaade: choice.view }}
    >
      <SelectField
        form={form}
        name={choiceNames.owner}
        label={t.owner}
        emptyLabel={t.everyone}
        optional
        options={owners
          .toSorted((a, b) => compare(a.label, b.label))
          .map(({ value, label, count }) => option(value, label, count))}
      />
      <SelectField
        form={form}
        name={choiceNames.status}
        label={t.status}
        emptyLabel={t.everyStatus}
        optional
        options={statuses.map((status) =>
          option(statusInAddress(status), statusMessages[language].statuses[status], plan.counts[status]),
        )}
      />
      <SelectField
        form={form}
        name={choiceNames.chapter}
        label={t.chapter}
        emptyLabel={t.everyChapter}
        optional
        options={plan.version.chapters.map(({ number: chapter }) =>
          option(String(chapter), chapterName(chapter), countOf({ chapter })),
        )}
      />
      <SelectField
        form={form}
        name={choiceNames.deadline}
        label={t.deadline}
        emptyLabel={t.everyDeadline}
        optional
        options={deadlineFilters.map((deadline) => option(deadline, t.deadlines[deadline], countOf({ deadline })))}
      />
      <SelectField
        form={form}
        name="jarjestus"
        label={t.order}
        emptyLabel={t.orders.number}
        optional
        options={planOrders.filter((order) => order !== 'number').map((value) => ({ value, label: t.orders[value] }))}
      />
    </FilterBar>
  )
}

type Names = {
  owner: (value: string) => string
  chapter: (number: number) => string
  words: (typeof planPageMessages)['et']
  statusWords: Record<NonNullable<PlanChoice['status']>, string>
}

function activeChoices(choice: PlanChoice, { owner, chapter, words, statusWords }: Names) {
  const said: Record<ChoiceField, string | null> = {
    owner: choice.owner === null ? null : `${words.owner}: ${owner(choice.owner)}`,
    status: choice.status === null ? null : `${words.status}: ${statusWords[choice.status]}`,
    chapter: choice.chapter === null ? null : `${words.chapter}: ${chapter(choice.chapter)}`,
    deadline: choice.deadline === null ? null : `${words.deadline}: ${words.deadlines[choice.deadline]}`,
  }
  return (['owner', 'status', 'chapter', 'deadline'] as const).flatMap((field) => {
    const label = said[field]
    return label === null ? [] : [{ label, removeHref: choicePath(without(choice, field)) }]
  })
}
