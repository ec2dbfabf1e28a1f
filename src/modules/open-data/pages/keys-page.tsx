import type { FormState } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import type { PageFrame } from '#ui/frame.ts'
import { Day } from '#ui/moment.tsx'
import { Notice } from '#ui/notice.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import { openDataMessages } from '../messages.ts'
import { openDataPaths } from '../paths.ts'
import type { ListedKey } from '../queries.ts'

export type KeysPageProps = {
  frame: PageFrame
  keys: readonly ListedKey[]
  rights: readonly string[]
  form: FormState
  /** A key that was made just now; it is shown this once. */
  token: string | null
  /** The same form came again: the key was made the first time. */
  isRepeated: boolean
  idempotencyKey: string
}

export function KeysPage({ frame, keys, rights, form, token, isRepeated, idempotencyKey }: KeysPageProps) {
  const t = openDataMessages[frame.language]
  const hasErrors = Object.keys(form.errors).length > 0
  return (
    <WorkspacePage
      frame={frame}
      title={t.keysTitle}
      current={openDataPaths.keys}
      sections={frame.workspace ?? []}
      hasErrors={hasErrors}
    >
      <h1>{t.keysTitle}</h1>
      <p class="lead">{t.keysLead}</p>
      <ErrorSummary form={form} />
      {token === null ? null : (
        <Notice tone="success" live title={t.keyMade}>
          <p>
            <code class="hash">{token}</code>
          </p>
        </Notice>
      )}
      {isRepeated ? <Notice tone="warning">{t.keyMadeBefore}</Notice> : null}
      <DataTable
        caption={t.keys}
        rows={keys}
        rowKey={({ id }) => id}
        empty={t.noKeys}
        columns={[
          { key: 'name', label: t.keyName, rowHeader: true, cell: ({ name }) => name },
          { key: 'beginning', label: t.beginning, cell: ({ beginning }) => <code>{beginning}…</code> },
          { key: 'rights', label: t.keyRights, cell: ({ rights: given }) => given.join(', ') || '–' },
          { key: 'limit', label: t.keyLimit, numeric: true, cell: ({ readsPerMinute }) => readsPerMinute },
          {
            key: 'used',
            label: t.lastUsed,
            cell: ({ lastUsedOn }) => (lastUsedOn === null ? t.never : <Day day={lastUsedOn} />),
          },
          { key: 'state', label: t.state, cell: (key) => <StateOfKey frame={frame} listed={key} /> },
        ]}
      />
      <section class="stack">
        <h2>{t.newKey}</h2>
        <Form action={openDataPaths.keys} idempotencyKey={idempotencyKey}>
          <TextField form={form} name="name" label={t.keyName} />
          {rights.length === 0 ? null : (
            <CheckboxGroup
              form={form}
              name="rights"
              label={t.keyRights}
              hint={t.keyRightsHint}
              optional
              options={rights.map((right) => ({ value: right, label: right }))}
            />
          )}
          <TextField form={form} name="readsPerMinute" label={t.keyLimit} short />
          <DateField form={form} name="expiresOn" label={t.keyExpires} optional />
          <Button>{t.makeKey}</Button>
        </Form>
      </section>
    </WorkspacePage>
  )
}

function StateOfKey({ frame, listed }: { frame: PageFrame; listed: ListedKey }) {
  const t = openDataMessages[frame.language]
  if (listed.revokedAt !== null) return <>{t.revoked}</>
  const isExpired = listed.expiresOn !== null && listed.expiresOn < frame.now.toISOString().slice(0, 10)
  return (
    <>
      {isExpired ? t.expired : t.inForce}
      <Form action={openDataPaths.revoke(listed.id)}>
        <Button variant="danger" small>
          {t.revoke}
        </Button>
      </Form>
    </>
  )
}
