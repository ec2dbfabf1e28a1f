import { formatNumber } from '#platform/format.ts'
import type { FormState } from '#platform/forms.ts'
import { readText, type LocalText } from '#platform/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { KeysetPager } from '#ui/keyset-pager.tsx'
import { Link } from '#ui/link.tsx'
import { localPath } from '#ui/links.ts'
import { Day } from '#ui/moment.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { searchMessages } from '../messages.ts'
import { searchPaths, type SearchAddress } from '../paths.ts'
import type { Found } from '../queries/find-documents.ts'
import { excerptOf, mostCounted, mostPages, pageSize, type Piece } from '../rules.ts'
import type { SearchAnswer } from '../search-documents.ts'

export type SearchPageProps = {
  frame: PageFrame
  address: SearchAddress
  kinds: readonly { kind: string; name: LocalText }[]
  form: FormState
  /** Null when nothing was asked yet. */
  answer: SearchAnswer | null
}

export function SearchPage({ frame, address, kinds, form, answer }: SearchPageProps) {
  const { language } = frame
  const t = searchMessages[language]
  const isNarrowed = address.kinds.length > 0 || address.from !== '' || address.until !== ''
  return (
    <PublicPage
      frame={frame}
      title={address.query === '' ? t.title : t.titleOf(address.query)}
      hasErrors={Object.keys(form.errors).length > 0}
    >
      <h1>{t.title}</h1>
      <ErrorSummary form={form} />
      <search>
        <form class="form" method="get" action={localPath(searchPaths.search, language)}>
          <TextField form={form} name="q" type="search" label={t.field} hint={t.hint} />
          <Disclosure label={t.filters} open={isNarrowed || Object.keys(form.errors).length > 0}>
            <CheckboxGroup
              form={form}
              name="liik"
              label={t.kind}
              optional
              options={kinds.map(({ kind, name }) => ({ value: kind, label: readText(name, language).text }))}
            />
            <div class="row">
              <DateField form={form} name="alates" label={t.from} optional />
              <DateField form={form} name="kuni" label={t.until} optional />
            </div>
          </Disclosure>
          <p>
            <Button>{t.submit}</Button>
          </p>
        </form>
      </search>
      {answer === null ? <WhatIsFound frame={frame} /> : <Answer {...{ frame, address, kinds, answer }} />}
    </PublicPage>
  )
}

/** Before anything was asked: what can be found here, with examples to press. */
function WhatIsFound({ frame }: { frame: PageFrame }) {
  const t = searchMessages[frame.language]
  return (
    <section class="stack-tight">
      <p>{t.whatIsFound}</p>
      <p>
        {t.forExample}{' '}
        {t.examples.map((example, at) => (
          <span key={example}>
            {at === 0 ? null : ', '}
            <Link href={searchPaths.at({ query: example, kinds: [], from: '', until: '', page: 0 })}>{example}</Link>
          </span>
        ))}
      </p>
    </section>
  )
}

type AnswerProps = Pick<SearchPageProps, 'frame' | 'address' | 'kinds'> & { answer: SearchAnswer }

function Answer({ frame, address, kinds, answer }: AnswerProps) {
  const { language } = frame
  const t = searchMessages[language]
  if (answer.terms.length === 0) return <p>{t.empty}</p>
  if (answer.found.length === 0) return <NothingFound {...{ frame, address, answer }} />
  const { count, found } = answer
  const isMany = count >= mostCounted
  const shown = formatNumber(Math.min(count, mostCounted), language)
  const last = Math.min(Math.ceil(count / pageSize), mostPages) - 1
  const at = (page: number) => searchPaths.at({ ...address, page })
  return (
    <section class="stack" aria-labelledby="leitud">
      <h2 id="leitud" class="small-heading">
        {isMany ? t.foundMany(shown) : t.found(shown)}
      </h2>
      {answer.isPartial ? <p>{t.partial}</p> : null}
      {answer.isSimilar ? <p>{t.similar}</p> : null}
      <Meant {...{ frame, address, answer }} />
      <ol class="plain-list stack" start={address.page * pageSize + 1}>
        {found.map((one) => (
          <li key={`${one.kind} ${one.id}`}>
            <FoundOne frame={frame} one={one} terms={answer.terms} kinds={kinds} />
          </li>
        ))}
      </ol>
      <KeysetPager
        newerHref={address.page > 0 ? at(address.page - 1) : undefined}
        olderHref={address.page < last ? at(address.page + 1) : undefined}
        labels={{ newer: t.back, older: t.next }}
      />
    </section>
  )
}

function NothingFound({ frame, address, answer }: Omit<AnswerProps, 'kinds'>) {
  const t = searchMessages[frame.language]
  return (
    <EmptyState title={t.nothing}>
      <Meant {...{ frame, address, answer }} />
      <p>{t.nothingText}</p>
    </EmptyState>
  )
}

function Meant({ frame, address, answer: { suggestion } }: Omit<AnswerProps, 'kinds'>) {
  if (suggestion === null) return null
  return (
    <p>
      {searchMessages[frame.language].didYouMean}{' '}
      <Link href={searchPaths.at({ ...address, query: suggestion, page: 0 })}>{suggestion}</Link>
    </p>
  )
}

type FoundOneProps = Pick<SearchPageProps, 'frame' | 'kinds'> & { one: Found; terms: SearchAnswer['terms'] }

function FoundOne({ frame, one, terms, kinds }: FoundOneProps) {
  const { language } = frame
  const title = readText(one.title, language)
  const excerpt = readText(one.excerpt, language)
  const kind = kinds.find((known) => known.kind === one.kind)
  return (
    <article class="stack-tight">
      <h3>
        <Link href={one.path}>
          <span lang={title.language}>
            <Pieces pieces={excerptOf(title.text, terms, true)} />
          </span>
        </Link>
      </h3>
      <p class="quiet">
        {kind === undefined ? one.kind : readText(kind.name, language).text}
        {one.on === null ? null : (
          <>
            {' · '}
            <Day day={one.on} />
          </>
        )}
      </p>
      {(excerpt.text ?? '') === '' ? null : (
        <p class="text" lang={excerpt.language}>
          <Pieces pieces={excerptOf(excerpt.text, terms)} />
        </p>
      )}
    </article>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, found }, at) => (found ? <mark key={at}>{text}</mark> : text))}</>
}
