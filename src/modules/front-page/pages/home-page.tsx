import '#ui/custom-elements.ts'
import type { VNode } from 'preact'
import { sayEvent } from '#platform/event-words.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { formatDay, type LocalDate } from '#platform/format.ts'
import type { HomeSection } from '#platform/home-section.ts'
import { planMarks, type JudgedPlan } from '#modules/plan/index.ts'
import { reportPaths } from '#modules/reports/index.ts'
import { Card } from '#ui/card.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { MarkStrip } from '#ui/mark-strip.tsx'
import { Moment } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { frontPageMessages, type FrontPageMessages } from '../messages.ts'

export type HomeProps = {
  frame: PageFrame
  today: LocalDate
  plan: JudgedPlan | undefined
  latest: readonly RecordedEvent[]
  settlements: readonly { ehak: string; name: string }[]
  /** What the modules below have to say. */
  sections: Readonly<Record<HomeSection['place'], readonly VNode[]>>
}

export function HomePage(props: HomeProps) {
  const { frame, today, plan, sections } = props
  const { language } = frame
  const t = frontPageMessages[language]
  return (
    <PublicPage frame={frame} title={frame.site.name} wide>
      <header class="stack-tight">
        <p class="quiet">{t.today(formatDay(today, language))}</p>
        <h1>{frame.site.name}</h1>
        <p class="lead">{plan === undefined ? t.noPlan : t.standing(countsOf(plan))}</p>
        {sections.today}
      </header>
      <NowYouCan {...props} t={t} />
      <Doors t={t} />
      {plan === undefined ? null : (
        <section class="stack-tight">
          <div class="row row-between">
            <h2>{t.planTitle}</h2>
            <Link href="/tegevuskava">{t.planLink}</Link>
          </div>
          <MarkStrip groups={planMarks(plan, language)} />
        </section>
      )}
      <div class="grid grid-2">
        {sections.latest}
        <Latest {...props} t={t} />
        <MyVillage {...props} t={t} />
      </div>
    </PublicPage>
  )
}

function countsOf({ counts, commitments }: JudgedPlan) {
  return {
    total: commitments.length,
    kept: counts.kept,
    soon: counts['due-soon'],
    late: counts.late,
    unmeasured: counts['not-measured'],
  }
}

function NowYouCan({ frame, plan, t }: HomeProps & { t: FrontPageMessages }) {
  const discussion = plan?.version.openDiscussion ?? null
  return (
    <section class="band stack-tight">
      <h2>{t.nowTitle}</h2>
      <ul class="plain-list ruled">
        {frame.viewer?.isOfficial === true ? (
          <li>
            <Link href="/too">{t.nowWork}</Link>
          </li>
        ) : null}
        {discussion === null ? null : (
          <li>
            <Link href={`/tegevuskava/versioonid/${discussion.number}`}>
              {t.nowDiscuss(formatDay(discussion.until, frame.language))}
            </Link>
          </li>
        )}
        {plan === undefined ? null : (
          <li>
            <Link href="/tegevuskava">{t.nowAsk}</Link>
          </li>
        )}
      </ul>
    </section>
  )
}

function Doors({ t }: { t: FrontPageMessages }) {
  return (
    <section class="stack-tight">
      <h2>{t.doors}</h2>
      <div class="grid">
        <Card title={t.doorReport} href={reportPaths.send}>
          <p>{t.doorReportText}</p>
        </Card>
        <Card title={t.doorPeople} href="/kogud">
          <p>{t.doorPeopleText}</p>
        </Card>
        <Card title={t.doorPlaces} href="/asulad">
          <p>{t.doorPlacesText}</p>
        </Card>
      </div>
    </section>
  )
}

function Latest({ frame, latest, t }: HomeProps & { t: FrontPageMessages }) {
  return (
    <section class="stack-tight">
      <h2>{t.latestTitle}</h2>
      <ul class="plain-list ruled">
        {latest.map((event) => {
          const { sentence, path } = sayEvent(event, frame.language)
          return (
            <li key={event.id}>
              <div>{path === null ? sentence : <Link href={path}>{sentence}</Link>}</div>
              <div class="small quiet">
                <Moment at={event.occurredAt} />
              </div>
            </li>
          )
        })}
      </ul>
      <p>
        <Link href="/logi">{t.latestLink}</Link>
      </p>
    </section>
  )
}

function MyVillage({ frame, settlements, t }: HomeProps & { t: FrontPageMessages }) {
  const options = settlements.map(({ ehak, name }) => ({ value: ehak, label: name }))
  return (
    <section class="stack-tight">
      <h2>{t.villageTitle}</h2>
      <p class="quiet">{t.villageText}</p>
      <remember-choice
        data-key="my-village"
        data-label={t.villageMine}
        data-path={localPath('/asulad/{value}', frame.language)}
      >
        <Form action="/minu-kula" method="get">
          <SelectField form={{ values: {}, errors: {} }} name="asula" label={t.villageLabel} options={options} />
          <Button variant="secondary">{t.villageOpen}</Button>
        </Form>
      </remember-choice>
    </section>
  )
}
