import type { FormState } from '#platform/forms.ts'
import { readText, type Language, type LocalText } from '#platform/language.ts'
import { Button, SubmitButton } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { FileField, SelectField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { DownloadLink } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { mostMegabytes } from '../limits.ts'
import type { Outcome } from '../count/count.ts'
import { pageMessages } from '../messages/page.ts'
import { budgetPaths } from '../paths.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { ChangesSection, nameOfRule, ProjectsTable, StepsSection, WinnersSection } from './result-parts.tsx'
import { sayingFor } from './say-money.ts'

export type CalculatorPageProps = {
  frame: PageFrame
  form: FormState
  examples: readonly { key: string; name: LocalText }[]
  rules: readonly Rulebook[]
  /** One for each rule that was asked for; none before anything was counted. */
  outcomes: readonly Outcome[]
}

/** Votes and a rule in, winners and the whole account of them out. */
export function CalculatorPage(props: CalculatorPageProps) {
  const { frame, form, outcomes, rules } = props
  const { language } = frame
  const t = pageMessages[language]
  return (
    <PublicPage
      frame={frame}
      title={outcomes[0] === undefined ? t.title : t.result(nameOfRule(outcomes[0], language))}
      current="taking-part"
      description={t.lead}
      hasErrors={Object.keys(form.errors).length > 0}
      wide
    >
      <h1>{t.title}</h1>
      <p class="lead no-print">{t.lead}</p>
      <ErrorSummary form={form} />
      <ResultSections outcomes={outcomes} language={language} />
      <section class="no-print">
        <AskingForm {...props} />
      </section>
      <section class="stack-tight no-print">
        <h2>{t.rules}</h2>
        {rules.map((rulebook) => (
          <Disclosure key={rulebook.key} label={readText(rulebook.name, language).text}>
            <RuleInWords rulebook={rulebook} language={language} />
          </Disclosure>
        ))}
      </section>
      <section class="stack-tight no-print">
        <h2>{t.examples}</h2>
        <ul class="plain-list">
          {props.examples.map(({ key, name }) => (
            <li key={key}>
              <DownloadLink
                href={localPath(budgetPaths.example(key), language)}
                label={readText(name, language).text}
                note=".pb"
              />
            </li>
          ))}
        </ul>
      </section>
    </PublicPage>
  )
}

function AskingForm({ frame, form, examples, rules }: CalculatorPageProps) {
  const { language } = frame
  const t = pageMessages[language]
  const ruleOptions = rules.map(({ key, name }) => ({ value: key, label: readText(name, language).text }))
  return (
    <Form action={budgetPaths.calculator} enctype="multipart/form-data">
      <SelectField
        form={form}
        name="naide"
        label={t.example}
        hint={t.exampleHint}
        optional
        options={examples.map(({ key, name }) => ({ value: key, label: readText(name, language).text }))}
      />
      <FileField form={form} name="fail" label={t.file} hint={t.fileHint(String(mostMegabytes))} optional />
      <SelectField form={form} name="reegel" label={t.rule} options={ruleOptions} />
      <SelectField
        form={form}
        name="vordlus"
        label={t.compare}
        optional
        emptyLabel={t.noCompare}
        options={ruleOptions}
      />
      <p>{t.kept}</p>
      <div class="row">
        <SubmitButton>{t.count}</SubmitButton>
        <Button variant="secondary" formaction={localPath(budgetPaths.clean, language)}>
          {t.clean}
        </Button>
      </div>
      <p class="quiet small">{t.cleanHint}</p>
    </Form>
  )
}

function ResultSections({ outcomes, language }: { outcomes: readonly Outcome[]; language: Language }) {
  const t = pageMessages[language]
  const [one, other] = outcomes
  if (one === undefined) return null
  const { election } = one
  const say = sayingFor(election, language)
  return (
    <>
      <DefinitionList
        definitions={[
          { term: t.counted, definition: election.meta.get('description') ?? t.file },
          { term: t.budget, definition: say.money(election.budget) },
          { term: t.projects, definition: say.number(election.projects.length) },
          { term: t.voters, definition: say.number(election.ballots.length) },
        ]}
      />
      <div class="grid grid-2">
        {outcomes.map((outcome) => (
          <WinnersSection key={outcome.rulebook.key} outcome={outcome} language={language} />
        ))}
      </div>
      {other === undefined ? null : <ChangesSection outcomes={[one, other]} language={language} />}
      <ProjectsTable outcomes={outcomes} language={language} />
      {outcomes.map((outcome) => (
        <StepsSection key={outcome.rulebook.key} outcome={outcome} language={language} />
      ))}
      <h2 class="no-print">{t.again}</h2>
    </>
  )
}

function RuleInWords({ rulebook, language }: { rulebook: Rulebook; language: Language }) {
  const t = pageMessages[language]
  const doubtful = rulebook.blocks.filter(({ unverified }) => unverified)
  return (
    <>
      <p>{readText(rulebook.summary, language).text}</p>
      {rulebook.source === undefined ? null : (
        <p class="quiet small">
          {t.source}: <span lang="et">{rulebook.source}</span>
        </p>
      )}
      {doubtful.length === 0 ? null : (
        <>
          <p>{t.unverified}</p>
          <ul lang="et">
            {doubtful.map(({ kind, basis }, at) => (
              <li key={at}>{basis ?? kind}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
