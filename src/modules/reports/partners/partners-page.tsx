import type { FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Link } from '#ui/link.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import type { Category } from '../queries/categories.ts'
import { partnerMessages } from './messages.ts'
import { partnerPaths } from './paths.ts'
import type { PartnerKey, PartnerLine } from './queries.ts'
import { toldOf } from './rules.ts'

export type PartnersPageProps = { frame: PageFrame; partners: readonly PartnerLine[]; newId: string }

export function PartnersPage({ frame, partners, newId }: PartnersPageProps) {
  const t = partnerMessages[frame.language]
  return (
    <WorkspacePage frame={frame} title={t.title} current={partnerPaths.list} sections={frame.workspace ?? []}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <DataTable
        caption={t.title}
        rows={partners}
        rowKey={({ id }) => id}
        empty={t.none}
        columns={[
          {
            key: 'name',
            label: t.name,
            rowHeader: true,
            cell: ({ id, name, isOpen }) => (
              <>
                <Link href={partnerPaths.partner(id)}>{name}</Link> {isOpen ? null : `(${t.closed})`}
              </>
            ),
          },
          { key: 'key', label: t.key, cell: ({ keyName }) => keyName ?? t.noKey },
          { key: 'told', label: t.toldOf, cell: ({ toldOf: told }) => t.toldOfKinds[told] },
          { key: 'waiting', label: t.waiting, numeric: true, cell: ({ waiting }) => waiting },
          {
            key: 'faults',
            label: t.faults,
            cell: ({ id, faults }) =>
              faults === 0 ? (
                0
              ) : (
                <Form action={partnerPaths.again(id)}>
                  <p>{faults}</p>
                  <Button variant="secondary" small>
                    {t.tellAgain}
                  </Button>
                </Form>
              ),
          },
          { key: 'handed', label: t.handed, numeric: true, cell: ({ handed }) => handed },
        ]}
      />
      <p>
        <Link href={partnerPaths.partner(newId)}>{t.add}</Link>
      </p>
    </WorkspacePage>
  )
}

export type PartnerPageProps = {
  frame: PageFrame
  id: string
  name: string | null
  hasKey: boolean
  keys: readonly PartnerKey[]
  categories: readonly Category[]
  form: FormState
}

export function PartnerPage({ frame, id, name, hasKey, keys, categories, form }: PartnerPageProps) {
  const t = partnerMessages[frame.language]
  const title = name ?? t.add
  const hasErrors = Object.keys(form.errors).length > 0
  return (
    <WorkspacePage
      frame={frame}
      title={title}
      current={partnerPaths.list}
      sections={frame.workspace ?? []}
      hasErrors={hasErrors}
    >
      <p>
        <Link href={partnerPaths.list}>{t.back}</Link>
      </p>
      <h1>{title}</h1>
      <ErrorSummary form={form} />
      <Form action={partnerPaths.partner(id)}>
        <TextField form={form} name="name" label={t.name} />
        <SelectField
          form={form}
          name="key"
          label={t.key}
          optional
          emptyLabel={t.noKey}
          options={keys.map((key) => ({ value: key.id, label: key.name }))}
        />
        <TextField form={form} name="endpoint" label={t.endpoint} hint={t.endpointHint} optional />
        <TextField form={form} name="jurisdiction" label={t.jurisdiction} optional />
        <TextField
          form={form}
          name="theirKey"
          label={t.theirKey}
          hint={hasKey ? `${t.theirKeyHint} (${t.theirKeyKept})` : t.theirKeyHint}
          optional
        />
        <SelectField
          form={form}
          name="toldOf"
          label={t.toldOf}
          options={toldOf.map((kind) => ({ value: kind, label: t.toldOfKinds[kind] }))}
        />
        <TextArea form={form} name="services" label={t.services} hint={t.servicesHint} optional />
        <Disclosure label={t.services311}>
          <ul class="plain-list">
            {categories.map((category) => (
              <li key={category.code}>
                <code>{category.code}</code> {readText(category.name, frame.language).text}
              </li>
            ))}
          </ul>
        </Disclosure>
        <TextField form={form} name="usualService" label={t.usualService} optional short />
        <CheckboxField form={form} name="isOpen" label={t.isOpen} />
        <Button>{t.save}</Button>
      </Form>
    </WorkspacePage>
  )
}
